"""A house of a given size, always the same for the same seed, sealed like a real one.

Every table has eight people, someone who looks after it, an open chair and someone resting; at the
tables that are looked at, every share has its responses. The reader sits at three tables.
"""

import hashlib
import random
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import batched
from typing import Any

from django.core.management import call_command
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from bench.kill.laying import found_the_house, signed_in
from openchair.circles.cloths import Cloth
from openchair.circles.models import Circle, CircleKind, KeeperTerm, OpenChair, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import seal_all
from openchair.people.models import Account, Person
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind, Witness

SEED = 20261121
AROUND = 8
AT_ONCE = 2000
EARLIER = 5000
"""What was said before at one table that is looked at; one share in a hundred holds `REMEMBERED`."""
REMEMBERED = "greenhouse"
SYLLABLES = "ba de fi go lu ma ne pi ro su ta vo we ki ja hu".split()


@dataclass
class World:
    """The rows, in the order they are laid; a row's ids and words come from the seed alone."""

    at: datetime
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    rows: dict[type[models.Model], list[Any]] = field(default_factory=dict)

    def add[Row: models.Model](self, row: Row) -> Row:
        self.rows.setdefault(type(row), []).append(row)
        return row

    def id(self) -> uuid.UUID:
        return uuid.UUID(int=self.chance.getrandbits(128), version=4)

    def words(self, least: int, most: int) -> str:
        return " ".join(self._word() for _ in range(self.chance.randint(least, most))) + "."

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(1, 3)))

    def hash(self) -> str:
        """Over all ids and words; moments are counted back from the day of the run, and left out."""
        seen = hashlib.sha256()
        for kind, rows in self.rows.items():
            for row in rows:
                words = [str(getattr(row, name, "")) for name in ("name", "purpose", "words")]
                seen.update(f"{kind.__name__}|{row.pk}|{words}\n".encode())
        return seen.hexdigest()[:16]


def lay(circles: int, shares: int, answers: int, quiet_shares: int) -> dict[str, Any]:
    """Where to look and post, with whose cookies. The tables nobody looks at have `quiet_shares`."""
    call_command("migrate", interactive=False, verbosity=0)
    found_the_house()
    world = World(timezone.now())
    tables = [_table(world, number) for number in range(circles)]
    reader = tables[0][1][0]
    for circle, people in tables[1:3]:
        _seat(world, circle, reader, len(people))
    for number, (circle, people) in enumerate(tables):
        looked_at = {0: shares, 1: 2 * shares, 2: shares}.get(number)
        _talk(world, circle, people, looked_at or quiet_shares, answers if looked_at else 1)
    _long_ago(world, *tables[2])
    pair = _pair(world)
    _write_down(world)
    return {
        "hash": world.hash(),
        "rows": {kind.__name__: len(rows) for kind, rows in world.rows.items()},
        "cookies": signed_in(reader),
        "page": _path(tables[0][0]),
        "twice": _path(tables[1][0]),
        "remembered": REMEMBERED,
        "deep": _path(tables[2][0]),
        "post": _path(pair[0]),
        "post_cookies": signed_in(pair[1][0]),
    }


def _path(circle: Circle) -> str:
    return reverse("circle", args=[circle.pk])


def _person(world: World) -> Account:
    account = world.add(Account(id=world.id()))
    name = world.words(1, 1).capitalize().rstrip(".")
    world.add(Person(account=account, name=name, adult_said_at=world.at))
    return account


def _table(world: World, number: int) -> tuple[Circle, list[Account]]:
    circle = _circle(world, CircleKind.GRIEF, number)
    people = [_person(world) for _ in range(AROUND)]
    for position, account in enumerate(people):
        _seat(world, circle, account, position)
    world.add(OpenChair(id=world.id(), circle=circle, words="for anyone", set_out_at=world.at))
    world.add(
        KeeperTerm(
            id=world.id(),
            circle=circle,
            account=people[1],
            began_at=world.at,
            ends_at=world.at + timedelta(days=90),
        )
    )
    return circle, people


def _pair(world: World) -> tuple[Circle, list[Account]]:
    """A table for two, where everything said writes a letter."""
    circle = _circle(world, CircleKind.PAIR, 0)
    people = [_person(world) for _ in range(2)]
    for position, account in enumerate(people):
        _seat(world, circle, account, position)
    return circle, people


def _circle(world: World, kind: CircleKind, number: int) -> Circle:
    return world.add(
        Circle(
            id=world.id(),
            name=world.words(2, 3),
            purpose=world.words(6, 14),
            kind=kind,
            cloth=list(Cloth)[number % len(Cloth)],
            founded_at=world.at - timedelta(days=60),
        )
    )


def _seat(world: World, circle: Circle, account: Account, position: int) -> None:
    resting = position == AROUND - 1
    world.add(
        Seat(
            id=world.id(),
            circle=circle,
            account=account,
            position=position,
            state=SeatState.RESTING if resting else SeatState.SEATED,
            resting_word="resting" if resting else "",
            arrived_at=world.at - timedelta(days=50),
            agreed_to="1",
            agreed_at=world.at - timedelta(days=50),
        )
    )


def _long_ago(world: World, circle: Circle, people: Sequence[Account]) -> None:
    """Over the weeks since the reader came, each with one answer under it."""
    for number in range(EARLIER):
        remembered = f" {REMEMBERED}" if number % 100 == 0 else ""
        share = Share(
            id=world.id(),
            circle=circle,
            author=people[number % AROUND],
            words=world.words(8, 60) + remembered,
            need=Need.READ,
            audience=Audience.CIRCLE,
            said_at=world.at - timedelta(days=3, minutes=13 * number),
        )
        world.add(share)
        _respond(world, share, people[(number + 1) % AROUND])


def _talk(
    world: World, circle: Circle, people: Sequence[Account], shares: int, answers: int
) -> None:
    """All of it today or yesterday, so that it stands on the table's page."""
    for number in range(shares):
        share = Share(
            id=world.id(),
            circle=circle,
            author=people[number % AROUND],
            words=world.words(8, 60),
            kind=list(ShareKind)[number % 4],
            need=(Need.READ, Need.COMPANY, Need.IDEAS, Need.ME_TOO)[number % 4],
            audience=Audience.CIRCLE,
            said_at=world.at - timedelta(minutes=number + 1),
        )
        world.add(share)
        for place in range(answers):
            _respond(world, share, people[(number + place + 1) % AROUND])


def _respond(world: World, share: Share, author: Account) -> None:
    at = share.said_at
    words = world.words(3, 15)
    world.add(Answer(id=world.id(), share=share, author=author, words=words, said_at=at))
    world.add(Witness(id=world.id(), share=share, account=author, given_at=at))


@transaction.atomic
def _write_down(world: World) -> None:
    with acting_for_the_house("laying a world"):
        for kind, rows in world.rows.items():
            for some in batched(rows, AT_ONCE):
                _write_some(kind, some)


def _write_some(kind: Any, rows: Iterable[Any]) -> None:
    rows = list(rows)
    seal_all(*rows)
    kind.objects.bulk_create(rows)
