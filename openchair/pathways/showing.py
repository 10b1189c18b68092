"""Entries in words, for pages and for paper."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from openchair.pathways.models import Resource, Source
from openchair.pathways.reading import languages
from openchair.pathways.reading.entry import Access, Kind
from openchair.pathways.reading.meeting_guide_types import TYPES
from openchair.pathways.reading.needs import IN_ROOM, NEEDS, ONLINE, WHEELCHAIR
from openchair.pathways.week import as_seen_from, clock, day_name, end_of, zone_in_words


@dataclass(frozen=True)
class Reader:
    """For whom, and from where, an entry is put into words."""

    language: str
    at: datetime
    today: date
    zone: str = ""


class Shown:
    """One entry as a reader sees it."""

    def __init__(self, entry: Resource, reader: Reader) -> None:
        self.entry = entry
        self.reader = reader
        self.name = entry.name
        self.group = entry.group if entry.group != entry.name else ""

    @property
    def hours(self) -> str:
        """ "19:30 to 21:00, New York time"."""
        start, minutes = self.entry.start, self.entry.minutes
        if start is None:
            return _("No fixed time. Ask the group when they meet.")
        until = end_of(start, minutes)
        values = {
            "start": clock(start),
            "end": clock(until) if until else "",
            "zone": zone_in_words(self.entry.zone, self.reader.language),
        }
        if until:
            return _("%(start)s to %(end)s, %(zone)s") % values
        return _("%(start)s, %(zone)s") % values

    @property
    def when(self) -> str:
        if self.entry.day is None:
            return self.hours
        return _("%(day)s, %(hours)s") % {"day": day_name(self.entry.day), "hours": self.hours}

    @property
    def from_where_you_are(self) -> str:
        """The same moment by the reader's own clock, for meetings online in another zone."""
        entry, reader = self.entry, self.reader
        if not (reader.zone and entry.online and entry.day is not None and entry.start is not None):
            return ""
        day, start = as_seen_from(entry.day, entry.start, entry.zone, reader.zone, reader.at)
        if (day, start) == (entry.day, entry.start):
            return ""
        return _("That is %(day)s %(start)s, %(zone)s.") % {
            "day": day_name(day),
            "start": clock(start),
            "zone": zone_in_words(reader.zone, reader.language),
        }

    @property
    def where(self) -> str:
        entry = self.entry
        town = " ".join(part for part in (entry.region, entry.postcode) if part)
        parts = (entry.venue, entry.street, entry.neighbourhood, entry.section, entry.town, town)
        return ", ".join(dict.fromkeys(part for part in parts if part))

    @property
    def attendance(self) -> str:
        if self.entry.online and self.entry.in_room:
            return _("In a room, and also online or by telephone.")
        return _("Online or by telephone.") if self.entry.online else ""

    @property
    def languages(self) -> str:
        names = (
            languages.name_of(code, self.reader.language) for code in self.entry.languages.split()
        )
        return ", ".join(names)

    @property
    def needs(self) -> list[str]:
        """What it is known to be, in a visitor's words; what is shown elsewhere is left out."""
        marked = self.entry.needs.split()
        elsewhere = (ONLINE, IN_ROOM, WHEELCHAIR)
        return [str(NEEDS[need]) for need in NEEDS if need in marked and need not in elsewhere]

    @property
    def in_short(self) -> str:
        """One line under the name in a list."""
        way_in = [self.way_in] if self.entry.wheelchair == Access.YES else []
        spoken = [self.languages] if self.languages else []
        return " · ".join([*spoken, *self.needs, *way_in])

    @property
    def way_in(self) -> str:
        """A mark that is missing means unknown, never no."""
        if self.entry.wheelchair == Access.YES:
            return _("A wheelchair can get in")
        if self.entry.wheelchair == Access.NO:
            return _("A wheelchair cannot get in")
        return _("Not said whether there is a way in without steps. Ask before you go.")

    @property
    def marks(self) -> list[tuple[str, str]]:
        """What the source itself calls it: (name, description)."""
        said = (
            mark_in_words(self.entry.source, code, self.reader.language)
            for code in self.entry.marks
        )
        return list(dict.fromkeys(said))

    @property
    def has_link(self) -> bool:
        return self.entry.link.lower().startswith(("https://", "http://"))

    @property
    def is_stale(self) -> bool:
        return self.entry.is_stale(self.reader.today)

    @property
    def warning(self) -> str:
        if self.entry.gone_on is not None:
            return _("May be out of date: the directory it came from no longer has it.")
        if self.entry.may_be_out_of_date(self.reader.today):
            return _("May be out of date.")
        return ""

    @property
    def provenance(self) -> str:
        """Who stands behind this entry, and since when."""
        if self.entry.checked_on is not None:
            return _("Checked by this house on %(day)s.") % {
                "day": day_in_words(self.entry.checked_on)
            }
        return copied_sentence(self.entry.source, self.entry.copied_on)

    @property
    def source_says(self) -> str:
        if self.entry.source_date is None:
            return ""
        return _("The directory says it last changed this on %(day)s.") % {
            "day": day_in_words(self.entry.source_date)
        }


def day_in_words(day: date) -> str:
    return date_format(day, pgettext("date pattern", "j F Y"))


def copied_sentence(source: Source, day: date) -> str:
    return _("Copied from %(source)s on %(day)s, not checked by us.") % {
        "source": source.name,
        "day": day_in_words(day),
    }


def mark_in_words(source: Source, code: str, language: str) -> tuple[str, str]:
    """The name and description its source gives to a code; the bare code where it gives none."""
    if source.kind == Kind.MEETING_GUIDE.value:
        return (_(TYPES[code]), "") if code in TYPES else (code, "")
    said = source.marks.get(code, {})
    name, description = said.get(language.partition("-")[0]) or said.get("en") or ("", "")
    return (name or code, description)


def facts(shown: Shown) -> list[tuple[str, str]]:
    """The plain facts of an entry, for a list of terms; what is not known is not in it."""
    entry = shown.entry
    rows = [
        (_("When"), shown.when),
        (_("By your clock"), shown.from_where_you_are),
        (_("Where"), shown.where),
        (_("How to get there"), entry.directions),
        (_("How"), shown.attendance),
        (_("Telephone notes"), entry.phone_notes),
        (_("To join online"), entry.link_notes),
        (_("Languages"), shown.languages),
        (_("Good to know"), "; ".join(shown.needs)),
        (_("Steps and wheelchairs"), shown.way_in if entry.in_room else ""),
        (_("Group"), shown.group),
    ]
    return [(term, said) for term, said in rows if said]
