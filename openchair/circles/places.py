"""The table as one reader sees it: who sits where, in the table's own order, and the same in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from openchair.circles.models import OpenChair, Seat
from openchair.kernel.text import within_a_sentence


@dataclass(frozen=True)
class Place:
    """One chair of the drawing. `kind` is seat, resting, open or remembered."""

    kind: str
    label: str
    word: str = ""
    said: str = ""
    """How the name is said, where its owner wrote that down."""


def around(
    mine: Seat,
    seats: Sequence[Seat],
    chairs: Sequence[OpenChair],
    names: Mapping[UUID, str],
    said: Mapping[UUID, str],
) -> list[Place]:
    """All places, the reader first, then on in the table's order. Never in order of what people do."""
    in_order = sorted(seats, key=lambda seat: seat.position)
    start = next(i for i, seat in enumerate(in_order) if seat.account_id == mine.account_id)
    turned = in_order[start:] + in_order[:start]
    places = [_place(seat, mine, names, said) for seat in turned]
    middle = (len(places) + 1) // 2
    return places[:middle] + [_open(chair) for chair in chairs] + places[middle:]


def in_words(
    places: Sequence[Place], chairs: Sequence[OpenChair], remembered: Sequence[str] = ()
) -> str:
    """The same as sentences: they carry everything the drawing shows, and say of nobody that they are
    missing (I-36): what is said of `remembered` is what stands there."""
    people = [_in_words(place) for place in places if place.kind in ("seat", "resting")]
    sentences = [names_in_words(people) + "."]
    for name in remembered:
        sentences.append(
            _("The chair of %(name)s is pushed in, and the door is open.") % {"name": name}
        )
    for chair in chairs:
        sentences.append(
            _("A chair is set out: %(words)s.")
            % {"words": within_a_sentence(chair.words.rstrip("."))}
        )
    return " ".join(sentences)


def names_in_words(names: Sequence[str]) -> str:
    """Ama, Bert and Els; in the order given."""
    return get_text_list(list(names), _("and"))


def keepers_in_words(names: Sequence[str]) -> str:
    if len(names) == 1:
        return _("%(name)s looks after this table.") % {"name": names[0]}
    return _("%(names)s look after this table.") % {"names": names_in_words(names)}


def _place(seat: Seat, mine: Seat, names: Mapping[UUID, str], said: Mapping[UUID, str]) -> Place:
    if seat.account_id == mine.account_id:
        label, how = _("You"), ""
    else:
        label, how = names.get(seat.account_id, ""), said.get(seat.account_id, "")
    if not seat.is_inside:
        return Place("remembered", label, said=how)
    if seat.is_resting:
        return Place("resting", label, seat.resting_word or _("resting"), how)
    return Place("seat", label, _("visiting") if seat.is_visitor else "", how)


def _open(chair: OpenChair) -> Place:
    return Place("open", _("open chair"))


def _in_words(place: Place) -> str:
    name = place.label
    if place.said:
        name = _("%(name)s (say %(said)s)") % {"name": name, "said": place.said}
    if place.kind == "resting":
        return _("%(name)s (%(word)s, not gone)") % {
            "name": name,
            "word": within_a_sentence(place.word),
        }
    if place.word:
        return _("%(name)s (%(word)s)") % {"name": name, "word": place.word}
    return name
