"""Who lives in the guarded world: Ama and Bert sit here, Eve sits there, Nora sits nowhere."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.guard.tests.guarded_world.models import (
    Answer,
    Cover,
    Draft,
    Leaf,
    Mark,
    Place,
    Poster,
    Reader,
    Sitting,
    Somebody,
)

CANARY = "canary"

type Make = Callable[..., Any]


@dataclass
class World:
    """Rows as the house reads them. Everything Ama may not see carries the word `canary`."""

    ama: Any
    bert: Any
    eve: Any
    nora: Any
    here: Any
    there: Any
    leaf: Any
    second: Any
    hidden: Any


def settle() -> World:
    """With the same keys each time, in the order in which the rows are made."""
    numbers = count(1)

    def make(kind: Any, **fields: Any) -> Any:
        return kind.objects.create(id=UUID(int=next(numbers)), **fields)

    with acting_for_the_house("settling the guarded world"):
        world = _people_and_places(make)
        _hang(make, world.leaf, world.bert, "")
        _hang(make, world.hidden, world.eve, CANARY)
        for somebody, words in ((world.ama, "mine"), (world.eve, CANARY)):
            make(Draft, owner_id=somebody.pk, words=words)
    return world


def _people_and_places(make: Make) -> World:
    names = ("Ama", "Bert", "Eve canary", "Nora canary")
    ama, bert, eve, nora = (_somebody(make, name) for name in names)
    here = make(Place, name="here", opened=1)
    there = make(Place, name=f"there {CANARY}", opened=2)
    for somebody, place in ((ama, here), (bert, here), (eve, there)):
        make(Sitting, place=place, reader_id=somebody.pk)
    leaf = make(Leaf, place=here, author_id=ama.pk, words="first", number=1)
    second = make(Leaf, place=here, author_id=bert.pk, words="second", number=2)
    hidden = make(Leaf, place=there, author_id=eve.pk, words=CANARY, number=3)
    return World(ama, bert, eve, nora, here, there, leaf, second, hidden)


def _somebody(make: Make, name: str) -> Any:
    somebody = make(Somebody)
    Reader.objects.create(somebody=somebody, name=name)
    return somebody


def _hang(make: Make, leaf: Any, somebody: Any, word: str) -> None:
    """An answer with one after it, a cover, a mark and a poster."""
    answer = make(Answer, leaf=leaf, author_id=somebody.pk, words=f"a {word}")
    make(Answer, leaf=leaf, author_id=somebody.pk, after=answer, words=f"b {word}")
    make(Cover, leaf=leaf, colour=f"red {word}")
    make(Mark, leaf=leaf, reader_id=somebody.pk, shape=f"star {word}")
    make(Poster, place=leaf.place, words="open to all")
