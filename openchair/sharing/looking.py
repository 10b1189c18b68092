"""Looking for words one remembers, in what one may read at one table. What is looked for is kept
nowhere, and nothing is learned from it (I-8)."""

import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles.distances import distant
from openchair.circles.models import Seat
from openchair.kernel.sealed import open_all
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.sharing.closing import closed_answers, closed_shares
from openchair.sharing.models import Answer, Share
from openchair.sharing.namelessness import is_by_one_of, name_on, named, someone_who_sat_here

SHOWN = 30
"""So many places on a page; it says so, and how to come closer."""
AROUND = 90
"""Letters on either side of what was found."""

type Row = Share | Answer
type Piece = tuple[str, bool]
"""Some of the words, and whether they are what was looked for."""


@dataclass(frozen=True)
class Found:
    row: Row
    name: str
    looked_for: tuple[str, ...]
    is_closed: bool = False
    """Behind a line of warning, from someone at a distance, or closed by the reader: to be opened where
    it stands."""

    @property
    def share_id(self) -> UUID:
        return self.row.share_id if isinstance(self.row, Answer) else self.row.pk

    @property
    def warning(self) -> str:
        return _warning(self.row)

    @cached_property
    def pieces(self) -> list[Piece]:
        """What stands around the first of the words that were looked for."""
        return list(_around(self.row.words, self.looked_for))


@dataclass(frozen=True)
class Looked:
    found: list[Found]
    are_more: bool
    """Older places hold these words too."""


def look_for(viewer: Account, seat: Seat, words: str) -> Looked:
    """Where all of these words stand at this table, newest first, in whatever letters they are written."""
    looked_for = tuple(dict.fromkeys(_plain(words).split()))
    rows = [row for row in _readable(viewer, seat) if _holds(row, looked_for)] if looked_for else []
    rows.sort(key=lambda row: row.said_at, reverse=True)
    shown = rows[:SHOWN]
    known, far = names_of(viewer, named(shown)), distant(seat)
    found = [_found(viewer, row, known, far, looked_for) for row in shown]
    return Looked(found, are_more=len(rows) > SHOWN)


def _found(
    viewer: Account,
    row: Row,
    known: Mapping[UUID, str],
    far: Container[UUID],
    looked_for: tuple[str, ...],
) -> Found:
    if row.author_id == viewer.pk:
        return Found(row, _("You"), looked_for)
    name = name_on(row, known) or someone_who_sat_here()
    is_closed = is_by_one_of(far, row) or row.is_closed_for_me or bool(_warning(row))
    return Found(row, name, looked_for, is_closed)


def _readable(viewer: Account, seat: Seat) -> list[Row]:
    """Opened with one look at the keys, however much there is."""
    here = Share.objects.for_viewer(viewer).filter(
        circle=seat.circle_id, taken_back_at__isnull=True
    )
    said = list(here.annotate(**closed_shares(viewer)))
    answered = Answer.objects.for_viewer(viewer).filter(taken_back_at__isnull=True)
    answered = answered.annotate(**closed_answers(viewer))
    answers = list(answered.filter(share__in=[share.pk for share in said]))
    open_all(*said, *answers)
    return [*said, *answers]


def _holds(row: Row, looked_for: Iterable[str]) -> bool:
    text = _plain(f"{_warning(row)} {row.words}")
    return all(word in text for word in looked_for)


def _warning(row: Row) -> str:
    return row.warning if isinstance(row, Share) else ""


def _plain(words: str) -> str:
    """Without what differs in writing alone: capitals, and the signs above and below letters."""
    if words.isascii():
        return words.lower()
    taken_apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in taken_apart if not unicodedata.combining(letter))


def _around(words: str, looked_for: Sequence[str]) -> Iterator[Piece]:
    plain, at = _letter_by_letter(words)
    places = sorted(_places(plain, looked_for))
    first = at[places[0][0]] if places else 0
    start, end = _whole_words(words, first - AROUND, first + AROUND)
    done = start
    yield ("… " if start else ""), False
    for begin, stop in places:
        here, there = at[begin], at[stop - 1] + 1
        if here >= done and there <= end:
            yield words[done:here], False
            yield words[here:there], True
            done = there
    yield words[done:end] + (" …" if end < len(words) else ""), False


def _letter_by_letter(words: str) -> tuple[str, list[int]]:
    """The plain words, and for each of their letters where it stands in the words as written."""
    plain = [(letter, at) for at, written in enumerate(words) for letter in _plain(written)]
    return "".join(letter for letter, _at in plain), [at for _letter, at in plain]


def _places(plain: str, looked_for: Iterable[str]) -> Iterator[tuple[int, int]]:
    for word in looked_for:
        begin = plain.find(word)
        while begin >= 0:
            yield begin, begin + len(word)
            begin = plain.find(word, begin + len(word))


def _whole_words(words: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of the words that cuts none of them in two, where they have spaces."""
    first = words.find(" ", start, start + AROUND // 2) + 1 if start > 0 else 0
    last = words.rfind(" ", end - AROUND // 2, end) if end < len(words) else len(words)
    return first or max(start, 0), last if last > 0 else end
