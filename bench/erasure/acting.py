"""What is done in the house: backups, the three erasings, and what the clock does afterwards."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import connection

from openchair.cli import starting
from openchair.cli.backups import taking
from openchair.cli.checking import what_is_wrong
from openchair.clock import APPOINTMENTS
from openchair.journeys import erasing
from openchair.journeys.models import Erasing
from openchair.kernel import sealed
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import KeyToDestroy
from openchair.kernel.sealed import keys
from openchair.kernel.sealed.opening import sealed_fields
from openchair.people.models import Account
from openchair.sharing.erasing import erase_words
from openchair.sharing.models import Share

TOKEN = "where it is said how far it is"
TURNS = 100


def back_up(at: str) -> str:
    """The name of its rows."""
    return taking.back_up(datetime.fromisoformat(at), tell=lambda _said: None).rows.name


def seals() -> dict[str, tuple[str, list[str]]]:
    """Where words lie sealed, and what names the row: for those who know no models."""
    return {
        model._meta.db_table: (str(model._meta.pk.column), [field.column for field in fields])
        for model in apps.get_models()
        if (fields := sealed_fields(model))
    }


def erase(fate: str, at: str, acts: dict[str, str]) -> None:
    ACTS[fate](acts, datetime.fromisoformat(at))


def _erase_share(acts: dict[str, str], at: datetime) -> None:
    writer = Account.objects.get(pk=acts["writer"])
    erase_words(writer, Share.objects.for_viewer(writer).get(pk=acts["share"]), at=at)


def _erase_circle(acts: dict[str, str], at: datetime) -> None:
    erasing.erase_table(Account.objects.get(pk=acts["of"]), UUID(acts["circle"]), at=at)


def _erase_person(acts: dict[str, str], at: datetime) -> None:
    erasing.be_forgotten(Account.objects.get(pk=acts["person"]), token=TOKEN, at=at)


ACTS = {"share": _erase_share, "circle": _erase_circle, "person": _erase_person}


def erase_all(at: str, later: str, acts: dict[str, str]) -> None:
    """One after another, and then what the clock does."""
    for act in ACTS.values():
        act(acts, datetime.fromisoformat(at))
    start(later)


def start(at: str) -> None:
    """As a house starts: its rows in the shape of the program, and what a restore had still to do."""
    starting.migrate(settings.OPENCHAIR)
    starting.finish_restoring()
    turn_the_clock(at)


def turn_the_clock(at: str) -> None:
    """Until nothing is due."""
    for _turn in range(TURNS):
        for appointment in APPOINTMENTS.values():
            appointment.do(datetime.fromisoformat(at))
        if not _is_due():
            return
    raise AssertionError("the clock never came to an end")


def _is_due() -> bool:
    with acting_for_the_house("proving that words are erased"):
        under_way = Erasing.objects.filter(done_at=None).exists()
    return under_way or KeyToDestroy.objects.exists()


def leave_the_keys(at: str, acts: dict[str, str]) -> None:
    """The control: all three are erased by a house that forgets to destroy a key."""
    store: Any = keys.store
    store.destroy = lambda _ids: True
    for act in ACTS.values():
        act(acts, datetime.fromisoformat(at))
    erasing.go_on(datetime.fromisoformat(at))


def lying_there(account: str) -> dict[str, Any]:
    """Every word there as the house opens it; where this account is named; what a check finds."""
    words = {}
    with acting_for_the_house("proving that words are erased"):
        for model in apps.get_models():
            for field in sealed_fields(model):
                for row in model._base_manager.all():
                    words[f"{model._meta.db_table}.{field.column}|{row.pk}"] = str(
                        getattr(row, field.attname)
                    )
        named = list(_naming(UUID(account)))
    wrong = [*sealed.check(), *what_is_wrong().must]
    connection.close()
    return {"words": words, "named": named, "wrong": wrong}


def _naming(account: UUID) -> Iterator[str]:
    """In the ledger it stands as long as a copy of it may be put back: by design."""
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.get_internal_type() in {"UUIDField", "ForeignKey", "OneToOneField"}:
                values = model._base_manager.values_list(field.attname, flat=True)
                if account in set(values):
                    yield f"{model._meta.db_table}.{field.column}"
