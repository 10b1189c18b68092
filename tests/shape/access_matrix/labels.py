"""A label for every row of the world, from what it is about: the oracle speaks of rows by these."""

from typing import TYPE_CHECKING, Any

from django.db import models

from openchair.circles.models import Card, Circle, Invitation, KeeperTerm, OpenChair, Seat
from openchair.house.models import Event, HandOver, HelpLine, Role
from openchair.pathways.models import HostLetter, Resource, Source
from openchair.people.models import Block, Person
from openchair.sharing.models import Answer, Share, Witness

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

type Names = dict[Any, str]


def name_rows(world: "World") -> None:
    """A label for every row that has none yet, from what it is about."""
    called = {account.pk: name for name, account in world.people.items()}
    tables = {circle.pk: name for name, circle in world.scene.tables.items()}
    said = {share.pk: key for key, share in world.scene.words.items()}
    for name, account in world.people.items():
        world.put(f"account {name}", account)
        world.put(f"person {name}", Person.objects.get(pk=account.pk))
    _name_tables(world, called, tables)
    _name_words(world, called, tables, said)
    for block in Block.objects.all():
        world.put(f"block {called[block.by_id]} {called[block.of_id]}", block)
    for role in Role.objects.all():
        world.put(f"role {called[role.account_id]}", role)
    for line in HostLetter.objects.all():
        world.put("hostletter waiting" if line.waits else "hostletter answered", line)
    for asked in HandOver.objects.all():
        world.put(f"handover {called[asked.by_id]}", asked)
    for event in Event.objects.all():
        if event.concerns_id:
            world.put(f"event {called[event.concerns_id]}", event)
    _name_what_is_public(world)


def _name_tables(world: "World", called: Names, tables: Names) -> None:
    for row in Circle.objects.all():
        world.put(f"circle {tables[row.pk]}", row)
    for seat in Seat.objects.all():
        world.put(f"seat {called[seat.account_id]} at {tables[seat.circle_id]}", seat)
    for chair in _unnamed(world, OpenChair):
        world.put(f"chair {tables[chair.circle_id]}", chair)
    for card in Card.objects.all():
        world.put(f"card {tables[card.circle_id]}", card)
    for term in KeeperTerm.objects.all():
        world.put(f"term {called[term.account_id]}", term)


def _name_words(world: "World", called: Names, tables: Names, said: Names) -> None:
    for share in Share.objects.all():
        world.put(f"share {said[share.pk]}", share)
    for seen in Witness.objects.all():
        world.put(f"witness {called[seen.account_id]} {said[seen.share_id]}", seen)
    for answer in _unnamed(world, Answer):
        world.put(f"answer {called[answer.author_id]} to {said[answer.share_id]}", answer)
    for letter in _unnamed(world, Invitation):
        world.put(f"invitation {tables[letter.circle_id]}", letter)


def _name_what_is_public(world: "World") -> None:
    for entry in Resource.objects.all():
        world.put(f"entry {entry.name}", entry)
    for line in HelpLine.objects.all():
        world.put(f"line {line.name.split()[0]}", line)
    for source in Source.objects.all():
        world.put(f"source {source.name}", source)


def _unnamed[Row: models.Model](world: "World", model: type[Row]) -> list[Row]:
    named = {row.pk for row in world.rows.values()}
    return [row for row in model._default_manager.all() if row.pk not in named]
