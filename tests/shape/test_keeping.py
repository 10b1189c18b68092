"""Every kind of row that hangs on a person is exported to them, and forgotten with them (I-26, I-27).

The list is drawn from the models: a new one with a key to the account fails here until somebody has a
row of it, its words are in the export, and nothing of it is left after forgetting.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.models import CharField, Field, JSONField, TextField

from openchair.circles.models import HostCall, KeeperTerm, OpenChair
from openchair.delivery.models import Kind, Unreached, Unwanted
from openchair.house.models import Duty, Event, EventKind, HandOver, Role
from openchair.journeys import keeping
from openchair.journeys.models import Copy, Erasing
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft
from openchair.kernel.sealed import SealedText
from openchair.pathways.models import HostLetter, LetterState, Resource
from openchair.people.models import Account, AddressChange, Block, Mending
from openchair.repair.models import Passage, Report, ReportState
from openchair.sharing.models import Answer, Offer, Retelling, Witness
from tests.shape.access_matrix.laid import world
from tests.shape.access_matrix.of_company import company_with
from tests.shape.access_matrix.of_distance import distances_of
from tests.shape.access_matrix.of_hidden import hides_with
from tests.shape.access_matrix.of_how import says_how
from tests.shape.access_matrix.of_sitting import walks_with
from tests.shape.access_matrix.of_tables import give_a_row_of_each
from tests.shape.access_matrix.of_waiting import waits_with
from tests.shape.access_matrix.of_worries import worries_with
from tests.shape.access_matrix.world import World
from tests.shape.canaries import draw_canary

__all__ = ["world"]

pytestmark = pytest.mark.django_db

FORGET = "forgetting"
NOT_FOR_EXPORT = {"token", "secret", "address"}
"""Keys to doors, of use for an hour or until a yes; never words of the person's own."""
OF_ANOTHER = {
    (Report, "ear"),
    (Report, "about"),
    (Retelling, "asker"),
    (OpenChair, "kept_for"),
    (HostCall, "about"),
}
"""A passage and a letter to the listener are their writers', whoever reads them and whoever they are
about (AS-36)."""
OF_THE_TABLE = {"name", "purpose"}
"""A table's name and sentence are everybody's who sits there."""


def keys_to_a_person() -> list[tuple[type[models.Model], str]]:
    """Every model and field that points at the account."""
    return [
        (model, field.name)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Account
    ]


KEYS = keys_to_a_person()


def a_full_life(world: World) -> Account:
    """Ama has a row of every kind, besides those of the scene."""
    ama, els, omar = (world.people[name] for name in ("Ama", "Els", "Omar"))
    table, at = world.scene.tables["Tuesday"].pk, world.at
    with acting_for_the_house(FORGET):
        Block.objects.create(by=ama, of=omar, set_at=at)
        Block.objects.create(by=world.people["Tom"], of=ama, set_at=at)
        KeeperTerm.objects.create(circle_id=table, account=ama, began_at=at, ends_at=at)
        Role.objects.create(account=ama, duty=Duty.HOST, since=at.date())
        HandOver.objects.create(by=ama, duty=Duty.EAR, asked_at=at, lapses_at=at)
        Event.objects.create(kind=EventKind.DUTY_GIVEN, duty=Duty.HOST, at=at, concerns=ama)
        AddressChange.objects.create(account=ama, before="b", changed_at=at)
        Mending.objects.create(account=ama, by=els, address="b", asked_at=at)
        Mending.objects.create(account=els, by=ama, address="b", asked_at=at)
        Witness.objects.create(share_id=world.id("share joy"), account=ama, given_at=at)
        Unwanted.objects.create(to=ama, kind=Kind.SOMETHING, since=at)
        Unreached.objects.create(to=ama, trace="0", since=at)
        Resource.objects.filter(pk=world.id("entry Soup and talk")).update(
            checked_by=ama, checked_on=at.date()
        )
        under = Answer(share_id=world.id("share rain"), author=els, said_at=at)
        under.words = world.plant("answer Els to rain", "words", draw_canary())
        under.save()
        world.rows["answer Els to rain"] = under
        letters_to_the_listener(world, ama)
        an_answer_at_the_door(world, ama)
        what_is_under_way(world, ama)
        give_a_row_of_each(world, ama, els)
        walks_with(world, ama, els)
        company_with(world, ama, els)
        worries_with(world, ama, els)
        says_how(world, ama, els)
        waits_with(world, ama, els)
        hides_with(world, ama, els)
        has_an_idea(world, ama)
        distances_of(world, ama, els)
    return ama


def has_an_idea(world: World, ama: Account) -> None:
    """For Dev, behind his yes."""
    row = Answer(share_id=world.id("share towel"), author=ama, kind="idea", held=True)
    row.words, row.said_at = world.plant("answer idea of Ama", "words", draw_canary()), world.at
    row.save()
    world.rows["answer idea of Ama"] = row
    Offer.objects.create(
        share_id=row.share_id, answer=row, by=ama, kind="idea", offered_at=world.at
    )


def what_is_under_way(world: World, ama: Account) -> None:
    """A copy, an erasing, and a passage on each side of the asking."""
    at = world.at
    Copy.objects.create(account=ama, much=1, asked_at=at)
    Erasing.objects.create(
        account=ama, everything=False, much=1, left=1, token_hash="x", asked_at=at
    )
    els, share = world.people["Els"], world.id("share joy")
    for asker, writer in ((ama, els), (els, ama)):
        row = Retelling(asker=asker, writer=writer, share_id=share, asked_at=world.at)
        row.words = draw_canary()
        row.save()


def an_answer_at_the_door(world: World, ama: Account) -> None:
    letter = HostLetter(place_hash=draw_canary(), written_at=world.at, answered_by=ama)
    letter.state, letter.answered_at = LetterState.ANSWERED, world.at
    letter.answer = world.plant("hostletter by Ama", "answer", draw_canary())
    letter.save()
    world.rows["hostletter by Ama"] = letter


def letters_to_the_listener(world: World, ama: Account) -> None:
    """One by Ama, one to her as a listener, and one about her."""
    els, written = world.people["Els"], {"written_at": world.at, "state": ReportState.WRITTEN}
    for label, report in (
        ("by Ama", Report(writer=ama, ear=world.people["Harriet"], **written)),
        ("to Ama", Report(writer=els, ear=ama, **written)),
        ("about Ama", Report(writer=els, about=ama, **written)),
    ):
        report.about_name = world.plant(f"report {label}", "about_name", draw_canary())
        report.save()
        world.rows[f"report {label}"] = report
        for name, author in (("first", report.writer), ("answer", report.ear)):
            if author:
                said = Passage(report=report, author=author, said_at=world.at)
                said.by_listener = name == "answer"
                said.words = world.plant(f"passage {label} {name}", "words", draw_canary())
                said.save()
                world.rows[f"passage {label} {name}"] = said


def is_of(row: models.Model, account: Account) -> bool:
    pointing = [
        name for model, name in KEYS if isinstance(row, model) and (model, name) not in OF_ANOTHER
    ]
    return any(getattr(row, f"{name}_id") == account.pk for name in pointing) or row == account


def words_of(world: World, account: Account) -> dict[str, tuple[str, str]]:
    """The canaries in rows of this person."""
    return {
        word: (label, name)
        for (label, name), word in world.planted.items()
        if is_of(world.rows[label], account) and not label.startswith(("entry", "source"))
    }


def lying_about() -> str:
    """All text in all rows, unsealed."""
    with acting_for_the_house(FORGET):
        return "\n".join(
            str(getattr(row, field.name))
            for model in apps.get_models()
            for row in model._default_manager.all()
            for field in _texts(model)
        )


TEXTS = (CharField, TextField, JSONField, SealedText)


def _texts(model: type[models.Model]) -> Iterator["Field[Any, Any]"]:
    return (field for field in model._meta.concrete_fields if isinstance(field, TEXTS))


@pytest.mark.parametrize(("model", "name"), KEYS, ids=lambda said: getattr(said, "__name__", said))
def test_someone_has_a_row_of_every_kind(world: World, model: Any, name: str) -> None:
    ama = a_full_life(world)
    with acting_for_the_house(FORGET):
        assert model._default_manager.filter(**{name: ama.pk}).exists()


def test_the_export_holds_all_own_words_and_nobody_else_s(world: World) -> None:
    ama = a_full_life(world)
    said = repr(keeping.export(ama))
    own = words_of(world, ama)
    missing = {at for word, at in own.items() if at[1] not in NOT_FOR_EXPORT and word not in said}
    foreign = {
        (label, name)
        for (label, name), word in world.planted.items()
        if word in said and word not in own
    }
    of_tables = {(label, name) for label, name in foreign if label.startswith("circle")}
    entries = {("entry Soup and talk", "name")}  # public, and checked by her
    assert missing == set()
    assert {name for _label, name in of_tables} <= OF_THE_TABLE
    assert foreign - of_tables - entries == set()


def test_nobody_s_export_holds_another_s_words(world: World) -> None:
    for name, account in world.people.items():
        said, own = repr(keeping.export(account)), words_of(world, account)
        for (label, field), word in world.planted.items():
            ours = word in own or label.startswith(("circle", "entry"))
            assert ours or word not in said, f"{name} takes along {field} of {label}"


def test_forgetting_leaves_nothing_of_one_and_all_of_the_others(world: World) -> None:
    ama = a_full_life(world)
    own, key = words_of(world, ama), ama.pk
    keeping.forget(Account.objects.get(pk=ama.pk))
    lying = lying_about()
    left = {at for word, at in own.items() if word in lying}
    gone = {
        (label, name)
        for (label, name), word in world.planted.items()
        if word not in own and word not in lying
    }
    assert left == set()
    assert {label for label, _name in gone} <= {"circle Alone"}  # nobody else ever sat there
    with acting_for_the_house(FORGET):
        for model, name in KEYS:
            assert not model._default_manager.filter(**{name: key}).exists(), model


def test_answers_under_forgotten_words_stay_with_their_writers(world: World) -> None:
    """spec/model.md I-27."""
    ama = a_full_life(world)
    keeping.forget(Account.objects.get(pk=ama.pk))
    els = world.people["Els"]
    answer = Answer.objects.for_viewer(els).get(pk=world.id("answer Els to rain"))
    assert answer.words == world.planted["answer Els to rain", "words"]
    assert not Draft.objects.for_viewer(ama).exists()
