"""One round of what people do: the same people at the same tables, with the same words each time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import models

from openchair.circles.models import Seat
from openchair.people.models import Account
from openchair.sharing.models import Share
from tests.shape.access_matrix.world import World

WORDS = "words of these days"
"""Without a number; the same for every act, so that two of them read alike."""
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
LABELLED = 2
"""Of so many rounds the rows get a label: they are there in both worlds, so their pages are compared."""


@dataclass
class Doing:
    world: World
    nth: int
    """Which round this is, from 0."""
    said: dict[str, Share] = field(default_factory=dict)
    """What each person said in this round, by their name."""

    @property
    def at(self) -> datetime:
        """By turns today and on the days before."""
        ago = timedelta(days=self.nth % 5) if self.nth % 2 else timedelta(0)
        return self.world.at - ago - 3 * HOUR - self.nth * MINUTE

    def who(self, name: str) -> Account:
        return self.world.people[name]

    def seat(self, name: str, table: str) -> Seat:
        return self.world.scene.seat(name, table)

    def seat_of(self, name: str, table: str, as_read_by: str) -> Seat:
        seats = Seat.objects.for_viewer(self.who(as_read_by))
        return seats.get(account=self.who(name), circle=self.world.scene.tables[table].pk)

    def read(self, name: str, label: str) -> Any:
        """A row of the standing world, as this person reads it."""
        model: Any = type(self.world.rows[label])
        return model.objects.for_viewer(self.who(name)).get(pk=self.world.id(label))

    def hears(self, name: str, share: Share) -> Share:
        """What was said in this round, as this person reads it."""
        return Share.objects.for_viewer(self.who(name)).get(pk=share.pk)

    def one_of(self, names: Sequence[str]) -> list[str]:
        """Where each can do it once: another of them in each round, and in the end nobody."""
        return list(names[self.nth : self.nth + 1])

    @property
    def another_name(self) -> str:
        """Another each time, without a number."""
        return f"Somebody {LETTERS[self.nth % len(LETTERS)] * (1 + self.nth // len(LETTERS))}"

    def put(self, label: str, row: models.Model) -> None:
        """Under a label for `targets`, with what stands in its address where that is no id."""
        if self.nth < LABELLED:
            kind, _space, name = label.partition(" ")
            label = f"{kind} round {self.nth} {name}"
            self.world.put(label, row)
            for secret in ("token", "place"):
                if hasattr(row, secret):
                    self.world.planted[label, secret] = getattr(row, secret)


type Act = Callable[[Doing], None]
