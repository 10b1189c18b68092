"""The scene, more of it than a demo needs, with a canary in every field of text."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.test import override_settings

from openchair.circles.actions import close_doors
from openchair.circles.models import (
    Invitation,
    InvitationState,
    KeeperTerm,
    OpenChair,
    Seat,
    SeatState,
    hashed,
)
from openchair.delivery.models import Kind, Letter
from openchair.house.models import Duty, Event, EventKind, HandOver
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft, OnceOnly
from openchair.kernel.sealed import KeysInMemory, SealedText, keys
from openchair.pathways.models import HostLetter, LetterState, Resource
from openchair.pathways.placing import hashed as place_hashed
from openchair.people.models import Account, Block, Person
from openchair.sharing.models import Answer, Audience, Need, Share, Witness
from openchair.testing.scenes import Scene, lay_the_scene
from openchair.testing.scenes.house import ZONE
from tests.shape.access_matrix.coming_in import lay_ways_in
from tests.shape.access_matrix.labels import name_rows
from tests.shape.access_matrix.listening import lay_letters_to_the_listener
from tests.shape.access_matrix.of_rooms import lay_the_rooms
from tests.shape.access_matrix.outside import lay_the_directory
from tests.shape.canaries import draw_canary

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MORE = ("Gus", "Una", "Vera")
"""Gus was removed from the stairwell, Una's open door has closed, Vera is paused on Tuesday."""

TAKEN_BACK = ("regret", "said back")


@dataclass(eq=False)
class World:
    """Rows by label ("share rain"), and canaries by label and field ("share rain", "words")."""

    at: datetime
    scene: Scene
    rows: dict[str, models.Model] = field(default_factory=dict)
    canaries: dict[str, tuple[str, str]] = field(default_factory=dict)
    planted: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def people(self) -> dict[str, Account]:
        return self.scene.people

    def put(self, label: str, row: models.Model) -> None:
        assert label not in self.rows, label
        self.rows[label] = row

    def plant(self, label: str, name: str, word: str) -> str:
        self.canaries[word], self.planted[label, name] = (label, name), word
        return word

    def id(self, label: str) -> Any:
        return self.rows[label].pk


@contextmanager
def bare_house() -> Iterator[None]:
    """Keys in memory; and no middleware for files, which answers from threads and knows no person."""
    before, keys.store = keys.store, KeysInMemory()
    plain = [name for name in settings.MIDDLEWARE if "servestatic" not in name]
    storages = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    with override_settings(MIDDLEWARE=plain, STORAGES=storages):
        yield
    keys.store = before


def lay_the_world(at: datetime) -> World:
    world = World(at, lay_the_scene(at))
    with acting_for_the_house("laying a scene"):
        _more_people(world)
        _more_at_tuesday(world)
        _more_at_the_stairwell(world)
        lay_letters_to_the_listener(world)
        lay_the_rooms(world)
        lay_the_directory(world)
        _at_the_door(world)
        _duties(world)
        name_rows(world)
        _papers(world)
        lay_ways_in(world)
        _plant(world)
    close_doors(at)
    world.rows["seat Una at Stairwell"].state = SeatState.GONE  # type: ignore[attr-defined]
    cache.clear()
    return world


def _more_people(world: World) -> None:
    for name in MORE:
        account = Account.objects.create(email=f"{name.lower()}@example.org")
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        Person.objects.create(account=account, name=name, adult_said_at=world.at, zone=ZONE)
        world.people[name] = account
    Person.objects.update(zone=ZONE)


def _make(model: Any, **fields: Any) -> Any:
    return model.objects.create(**fields)


def _say(world: World, key: str, name: str, table: str, ago: timedelta, **more: Any) -> None:
    fields: dict[str, Any] = {"need": Need.READ, "audience": Audience.CIRCLE, "words": key} | more
    fields |= {"author": world.people[name], "said_at": world.at - ago}
    fields["circle_id"] = world.scene.tables[table].pk
    world.scene.words[key] = _make(Share, **fields)


def _answer(world: World, label: str, name: str, share: str, ago: timedelta, **more: Any) -> None:
    fields: dict[str, Any] = {"words": label} | more
    fields |= {"author": world.people[name], "said_at": world.at - ago}
    row = _make(Answer, share_id=world.scene.words[share].pk, **fields)
    world.put(f"answer {label}", row)


def _see(world: World, name: str, share: str) -> None:
    Witness.objects.get_or_create(
        account=world.people[name],
        share_id=world.scene.words[share].pk,
        defaults={"given_at": world.at - HOUR},
    )


def _block(world: World, by: str, of: str) -> None:
    Block.objects.create(by=world.people[by], of=world.people[of], set_at=world.at - HOUR)


def _letter(world: World, key: str, by: str, table: str, **more: Any) -> None:
    fields: dict[str, Any] = {
        "state": InvitationState.READY,
        "lapses_at": world.at + 9 * DAY,
        "words": key,
        "invitee": key,
        "token": "",
        "token_hash": draw_canary(),
        "written_at": world.at - 3 * DAY,
    } | more
    table_id = world.scene.tables[table].pk
    row = _make(Invitation, inviter=world.people[by], circle_id=table_id, **fields)
    world.put(f"invitation {key}", row)


def _term(world: World, name: str, put_down_at: datetime | None) -> None:
    KeeperTerm.objects.create(
        circle_id=world.scene.tables["Tuesday"].pk,
        account=world.people[name],
        began_at=world.at - 40 * DAY,
        ends_at=world.at + 90 * DAY,
        put_down_at=put_down_at,
    )


def _more_at_tuesday(world: World) -> None:
    scene = world.scene
    scene.sit("Tuesday", "Vera", 20, SeatState.PAUSED)
    _block(world, "Vera", "Dev")
    _answer(world, "under what was taken back", "Ama", "regret", 150 * timedelta(minutes=1))
    _answer(world, "said back", "Bert", "joy", 18 * HOUR, words="", taken_back_at=world.at - HOUR)
    _answer(world, "by a visitor", "Noor", "joy", 10 * HOUR)
    _answer(world, "of long ago", "Els", "earlier", 5 * DAY)
    _answer(world, "by one who left", "Sam", "joy", 15 * HOUR)
    _see(world, "Vera", "joy")
    _see(world, "Lin", "rain")
    _term(world, "Els", world.at - 20 * DAY)
    _letter(world, "of one who left", "Sam", "Tuesday")
    _letter(world, "lapsed", "Lin", "Tuesday", lapses_at=world.at - DAY)
    _letter(world, "declined", "Bert", "Tuesday", state=InvitationState.DECLINED)
    _letter(world, "withdrawn", "Els", "Tuesday", state=InvitationState.WITHDRAWN)


def _more_at_the_stairwell(world: World) -> None:
    scene = world.scene
    for name, state, days in (("Gus", SeatState.GONE, 37), ("Una", SeatState.LEFT, 36)):
        Seat.objects.create(
            circle_id=scene.tables["Stairwell"].pk,
            account=world.people[name],
            state=state,
            position=days,
            arrived_at=world.at - days * DAY,
            agreed_to="starter-1",
            agreed_at=world.at - days * DAY,
            door_open_until=world.at - DAY if state == SeatState.LEFT else None,
        )
    _say(world, "before Kim", "Lin", "Stairwell", 5 * DAY)
    _say(world, "since it was opened", "Lin", "Stairwell", 3 * DAY)
    _say(world, "by one removed", "Gus", "Stairwell", 20 * HOUR)
    _say(world, "silent", "Lin", "Stairwell", 7 * HOUR, need=Need.NOTHING)
    for label, name, share in (
        ("Tom to soup", "Tom", "soup"),
        ("Mara to soup", "Mara", "soup"),
        ("Kim to soup", "Kim", "soup"),
        ("Lin to ladder", "Lin", "ladder"),
        ("Lin to key", "Lin", "key"),
        ("Mara to ladder", "Mara", "ladder"),
        ("Tom to key", "Tom", "key"),
    ):
        _answer(world, label, name, share, 2 * HOUR)
    for name, share in (("Mara", "ladder"), ("Tom", "key"), ("Lin", "ladder"), ("Kim", "soup")):
        _see(world, name, share)
    OpenChair.objects.create(
        circle_id=scene.tables["Stairwell"].pk, words="chair", set_out_at=world.at
    )
    _letter(world, "to the stairwell", "Lin", "Stairwell")
    _block(world, "Kim", "Omar")
    _block(world, "Harriet", "Lin")


def _duties(world: World) -> None:
    """Ralf asked someone to greet people; Omar looked after the house once."""
    asked = {"token_hash": draw_canary(), "asked_at": world.at, "lapses_at": world.at + DAY}
    _make(HandOver, by=world.people["Ralf"], duty=Duty.HOST, token="", **asked)
    kind, omar = EventKind.DUTY_TAKEN, world.people["Omar"]
    _make(Event, kind=kind, duty=Duty.STEWARD, at=world.at, concerns=omar)


def _at_the_door(world: World) -> None:
    """Two lines to the host: one waits, the other was answered, and its writer may come in."""
    chiara = world.people["Chiara"]
    _make(HostLetter, name="n", words="w", place_hash=draw_canary(), written_at=world.at - HOUR)
    _make(
        HostLetter,
        state=LetterState.ANSWERED,
        place_hash=draw_canary(),
        answered_by=chiara,
        first_link=True,
        written_at=world.at - DAY,
        answered_at=world.at - HOUR,
    )


def _papers(world: World) -> None:
    """Unsent words, letters on their way, and marks of answered forms."""
    for name, account in world.people.items():
        place = f"table:{world.scene.tables['Tuesday'].pk}"
        if name in ("Mara", "Tom", "Lin", "Kim"):
            place = f"table:{world.scene.tables['Stairwell'].pk}"
        draft = Draft.objects.create(account=account, place=place, words="d", kept_at=world.at)
        world.put(f"draft {name}", draft)
        code = Letter(to=account, kind=Kind.SIGN_IN_CODE, secret="s", address="a", alone=True)
        code.written_at = code.due_at = world.at
        code.save()
        once = OnceOnly.objects.create(account=account, key=draw_canary(), made_at=world.at)
        world.put(f"once {name}", once)
    world.put("once of nobody", OnceOnly.objects.create(key=draw_canary(), made_at=world.at))
    called = {account.pk: name for name, account in world.people.items()}
    for number, letter in enumerate(Letter.objects.order_by("written_at", "pk")):
        assert letter.to_id
        world.put(f"letter {number} to {called[letter.to_id]}", letter)


OPEN_TEXT = {"entry": ("name", "notes"), "source": ("name",), "account": ("email",)}


def _plant(world: World) -> None:
    for label, row in world.rows.items():
        for name in _texts(label, row):
            setattr(row, name, world.plant(label, name, _word(name)))
        if isinstance(row, Invitation | HandOver):
            row.token_hash = hashed(row.token)
        if isinstance(row, HostLetter):
            row.place_hash = place_hashed(row.place)
        if isinstance(row, Resource) and row.change:
            row.change["name"] = world.plant(label, "change", draw_canary())
        row.save()
        if isinstance(row, Account):
            EmailAddress.objects.filter(user=row).update(email=row.email)


def _word(name: str) -> str:
    return f"{draw_canary()}@example.org" if name == "email" else draw_canary()


def _texts(label: str, row: models.Model) -> list[str]:
    if any(label.endswith(f" {key}") for key in TAKEN_BACK):
        return []
    fields = (f for f in row._meta.concrete_fields if f.name != "credential")
    sealed = [f.name for f in fields if isinstance(f, SealedText)]
    return [*sealed, *OPEN_TEXT.get(label.split(" ", 1)[0], ())]
