from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from django.utils.translation import gettext as _


class Kind(StrEnum):
    """Which of the formats a file is in."""

    BMLT = "bmlt"
    MEETING_GUIDE = "meeting-guide"


class Access(StrEnum):
    """Whether a wheelchair gets in. A mark that is missing means unknown, never no."""

    YES = "yes"
    UNKNOWN = "unknown"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One weekly meeting as its source publishes it.

    `day` counts from Sunday = 0; without a day there is no `start` either, and the meeting is by
    arrangement. `start` is local to `zone`. `minutes` is how long it lasts, or None. `marks` are the
    source's own codes; `needs` and `languages` are what those codes are known to mean.
    """

    source_id: str
    name: str
    group: str = ""
    day: int | None = None
    start: time | None = None
    minutes: int | None = None
    zone: str = ""
    neighbourhood: str = ""
    section: str = ""
    town: str = ""
    county: str = ""
    region: str = ""
    nation: str = ""
    venue: str = ""
    street: str = ""
    postcode: str = ""
    directions: str = ""
    in_room: bool = True
    online: bool = False
    link: str = ""
    link_notes: str = ""
    phone: str = ""
    phone_notes: str = ""
    page: str = ""
    languages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    wheelchair: Access = Access.UNKNOWN
    notes: str = ""
    source_date: date | None = None
    published: bool = True


@dataclass(frozen=True)
class Mark:
    """What a source says one of its codes means: (name, description) by language code."""

    code: str
    words: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Refused:
    """A row that was left out. `reason` is the sentence after the row's number and name.

    `source_id` is the row's own id in the source, if that much can be read.
    """

    row: int
    name: str
    reason: str
    source_id: str = ""

    @property
    def sentence(self) -> str:
        if self.name:
            return _("Row %(row)s, “%(name)s”: %(reason)s") % self._values()
        return _("Row %(row)s: %(reason)s") % self._values()

    def _values(self) -> dict[str, object]:
        return {"row": self.row, "name": self.name, "reason": self.reason}


@dataclass
class Reading:
    """All that was read from one file. `rows` is how many rows the file holds."""

    kind: Kind
    rows: int
    entries: list[Entry] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    publisher: str = ""
    remarks: list[str] = field(default_factory=list)

    @property
    def published(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.published]

    @property
    def ids_in_source(self) -> set[str]:
        """Every id the source still publishes, read well or not."""
        refused = {row.source_id for row in self.refused if row.source_id}
        return refused | {entry.source_id for entry in self.published}

    @property
    def every_row_has_its_id(self) -> bool:
        return all(row.source_id for row in self.refused)
