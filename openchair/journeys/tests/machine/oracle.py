"""Who may read each text, kept by hand from spec/model.md: Share, Response, 5.2, 5.5 (I-3, I-4, I-7), 5.7, 5.8.

Nothing here asks the house. People are numbers, texts are canaries: made-up words, each drawn once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

type Who = int

EARLY, LATE = datetime(2000, 1, 1, tzinfo=UTC), datetime(3000, 1, 1, tzinfo=UTC)

AT_ONCE = {
    "nothing": "",
    "read": "words",
    "company": "words",
    "me-too": "words me-too",
    "questions": "words question",
    "ideas": "words question idea",
    "think": "words question idea",
    "glad": "words question",
    "hold": "words",
}
"""What stands there when it is said; all else waits behind a yes of the writer. spec/model.md, Response."""
LIGHT = {"ordinary", "joy", "laugh", "celebrate", "thanks"}


def stands_at_once(need: str, kind: str, answer: str) -> bool:
    """Under light words people talk freely, where nothing else was asked for."""
    need = "glad" if need == "read" and kind in LIGHT else need
    return (answer or "words") in AT_ONCE[need].split()


@dataclass
class Place:
    """Where one person is with this table."""

    inside: bool = False
    visits: bool = False
    rests: bool = False
    arrived: datetime | None = None


@dataclass
class Said:
    """Words. `since`: when the table was last let read them, where it may."""

    pk: UUID
    writer: Who
    text: str
    warning: str
    kind: str
    need: str
    audience: str
    readers: set[Who]
    said_at: datetime
    since: datetime
    standing: bool = True
    hidden: bool = False
    """By whoever looks after the table, from all but its writer (5.6)."""
    last: str = ""
    """How it was changed last: softened, narrowed or widened."""

    @property
    def texts(self) -> set[str]:
        return {self.text, self.warning} - {""}


@dataclass
class Under:
    """An answer. `heard`: who was let read what it stands under, without a break since it was said, or
    since its writer let it go along (I-4)."""

    pk: UUID
    writer: Who
    text: str
    share: Said
    held: bool
    heard: set[Who]
    reached: datetime
    """When it was said, or let go along last."""
    offered: bool = False
    away: bool = False
    standing: bool = True
    hidden: bool = False


def _found(row: Said | Under, who: Who) -> str:
    warning = row.warning if isinstance(row, Said) and row.writer != who else ""
    return warning or row.text


@dataclass
class Oracle:
    places: list[Place]
    said: dict[UUID, Said] = field(default_factory=dict)
    under: dict[UUID, Under] = field(default_factory=dict)
    blocks: set[tuple[Who, Who]] = field(default_factory=set)
    distances: set[tuple[Who, Who]] = field(default_factory=set)
    """Who ever kept some from whom."""
    closed: set[tuple[Who, UUID]] = field(default_factory=set)
    """Who ever closed what for themselves (5.6)."""
    read_from: datetime | None = None
    """Since when all said yes that whoever comes later reads what is said to the table (5.2)."""

    @property
    def everyone(self) -> range:
        return range(len(self.places))

    def apart(self, one: Who, other: Who) -> bool:
        return (one, other) in self.blocks or (other, one) in self.blocks

    def audience(self, said: Said) -> set[Who]:
        """For whom it is meant, whether or not they can come to read it now."""
        if said.audience == "only-me":
            return {said.writer}
        if said.audience == "chosen":
            return {said.writer, *said.readers}
        to_all = {who for who in self.everyone if self._was_here(who, said.since)}
        return {said.writer, *(self.everyone if self._is_open(said.since) else to_all)}

    def _was_here(self, who: Who, since: datetime) -> bool:
        arrived = self.places[who].arrived
        return arrived is not None and arrived <= since

    def _is_open(self, since: datetime) -> bool:
        return self.read_from is not None and self.read_from <= since

    def reads(self, who: Who, said: Said) -> bool:
        """I-3. One's own wherever one is; of others what one may, while one sits there. Whoever visits
        reads what was said to all since they came."""
        if not said.standing or who == said.writer:
            return said.standing
        place = self.places[who]
        if not place.inside or said.hidden or self.apart(who, said.writer):
            return False
        if place.visits:
            return said.audience == "circle" and self._was_here(who, said.since)
        return who in self.audience(said)

    def reads_under(self, who: Who, answer: Under) -> bool:
        """I-4, I-7. One's own as long as it is not taken back."""
        if not answer.standing or who == answer.writer:
            return answer.standing
        hidden = answer.held or answer.away or answer.hidden
        hidden = hidden or self.apart(who, answer.writer)
        return not hidden and self.reads(who, answer.share) and who in answer.heard

    def audience_changed(self, said: Said) -> None:
        """Whoever may not read it any more does not get back what was answered, without a yes (I-4)."""
        now = self.audience(said)
        for answer in self.under.values():
            if answer.share is said:
                answer.heard &= now

    def place_changed(self, who: Who, **fields: Any) -> None:
        for name, value in fields.items():
            setattr(self.places[who], name, value)
        self._look_again()

    def leaves(self, who: Who) -> None:
        """Whoever comes back comes later than all of it: by name nothing is said to them any more, and of
        answers they read what anybody reads who comes to an open table."""
        for said in self.said.values():
            said.readers.discard(who)
        for answer in self.under.values():
            said = answer.share
            to_all = said.audience == "circle" and answer.reached >= said.since
            if who != said.writer and not (to_all and self._is_open(said.since)):
                answer.heard.discard(who)
        self.place_changed(who, inside=False)

    def time_before_changed(self, read_from: datetime | None) -> None:
        self.read_from = read_from
        self._look_again()

    def _look_again(self) -> None:
        for said in self.said.values():
            self.audience_changed(said)

    def shown_at_table(self, who: Who, start: datetime, end: datetime) -> set[str]:
        """What stands on the page of the table, or of a day, for someone who sits there."""
        if not self.places[who].inside:
            return set()
        there = [s for s in self.said.values() if start <= s.said_at < end and self.reads(who, s)]
        return {text for said in there for text in (*said.texts, *self._answers(who, said))}

    def _answers(self, who: Who, said: Said) -> Iterator[str]:
        for answer in self.under.values():
            if answer.share is said and self.reads_under(who, answer):
                yield answer.text

    def own(self, who: Who) -> set[str]:
        """Of one's own what was not taken back, without the lines of warning."""
        rows: list[Said | Under] = [*self.said.values(), *self.under.values()]
        return {row.text for row in rows if row.writer == who and row.standing}

    def own_warnings(self, who: Who) -> set[str]:
        mine = [said for said in self.said.values() if said.writer == who and said.standing]
        return {said.warning for said in mine} - {""}

    def private(self, who: Who) -> set[str]:
        """One's own words that no page of the table shows any more (5.7)."""
        return self.own(who) - self.shown_at_table(who, EARLY, LATE)

    def others(self, who: Who) -> set[str]:
        """Everything of others that one may read now, but for lines of warning."""
        shares = {s.text for s in self.said.values() if s.writer != who and self.reads(who, s)}
        answers = (a for a in self.under.values() if a.writer != who)
        return shares | {a.text for a in answers if self.reads_under(who, a)}

    def found(self, who: Who, *, open_alone: bool) -> set[str]:
        """What a search at the table shows: of words behind a line of warning, that line alone.
        `open_alone`: but for what waits closed, from someone at a distance or because the reader closed it.
        """
        shares = (s for s in self.said.values() if self.reads(who, s))
        under = (a for a in self.under.values() if self.reads(who, a.share))
        there: list[Said | Under] = [*shares, *(a for a in under if self.reads_under(who, a))]
        return {_found(row, who) for row in there if not (open_alone and self._waits(who, row))}

    def _waits(self, who: Who, row: Said | Under) -> bool:
        return (who, row.writer) in self.distances or (who, row.pk) in self.closed

    def readable(self, who: Who) -> set[str]:
        warnings = {w for s in self.said.values() if self.reads(who, s) for w in s.texts}
        return self.own(who) | self.others(who) | warnings

    def may_hear(self, who: Who, about: UUID) -> bool:
        """Whether a letter about this may still go to them; what was taken back, hidden or is kept from
        them is told to nobody."""
        if said := self.said.get(about):
            return self.reads(who, said)
        answer = self.under.get(about)
        return answer is None or self.reads_under(who, answer)

    def may_be_asked(self, who: Who, answer: Under) -> bool:
        """Whether it may be told to the writer of the words that something waits for their yes (I-7)."""
        stands = answer.standing and answer.share.standing and answer.held
        return stands and who == answer.share.writer and not self.apart(who, answer.writer)

    def take_back(self, said: Said) -> None:
        said.standing = False

    def erase(self, said: Said) -> None:
        """With what its writer answered under it. Others keep what they answered, for themselves."""
        said.standing = False
        for answer in self.under.values():
            if answer.share is said and answer.writer == said.writer:
                answer.standing = False

    def take_all(self, who: Who) -> None:
        rows: list[Said | Under] = [*self.said.values(), *self.under.values()]
        for row in rows:
            if row.writer == who:
                row.standing = False
