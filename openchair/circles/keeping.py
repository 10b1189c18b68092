"""What this room holds on a person, and how it is forgotten. spec/model.md 5.7."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from openchair.circles.agreement import without_number
from openchair.circles.models import (
    Beside,
    Circle,
    Distance,
    HoldingPause,
    HostCall,
    Invitation,
    KeeperTerm,
    Naming,
    NamingAnswer,
    NeverWith,
    OpenChair,
    Opening,
    Seat,
    StandingAnswer,
    TableAnswer,
    TableQuestion,
    TurnedAway,
)
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account

OWN: tuple[tuple[Any, str], ...] = (
    (Invitation, "inviter"),
    (Beside, "by"),
    (Beside, "newcomer"),
    (Distance, "by"),
    (Distance, "of"),
    (NamingAnswer, "account"),
    (Naming, "by"),
    (StandingAnswer, "account"),
    (NeverWith, "account"),
    (Opening, "account"),
    (TurnedAway, "account"),
    (TableAnswer, "account"),
    (TableQuestion, "by"),
    (KeeperTerm, "account"),
    (HoldingPause, "account"),
    (HostCall, "about"),
    (OpenChair, "kept_for"),
)
"""Every row that goes with its person, by the field that says whose it is."""


def export(actor: Account) -> dict[str, Any]:
    """The person's own seats, letters, answers and terms, with the names of their tables. No one
    else's name, but those they wrote themselves.

    A table whose door has closed to them has no name any more.
    """
    tables = {circle.pk: circle.name for circle in Circle.objects.for_viewer(actor)}
    seats = Seat.objects.for_viewer(actor).filter(account=actor).order_by("arrived_at")
    letters = Invitation.objects.for_viewer(actor).filter(inviter=actor).order_by("written_at")
    terms = KeeperTerm.objects.for_viewer(actor).filter(account=actor).order_by("began_at")
    return {
        "seats": [_seat(seat, tables) for seat in seats],
        "invitations": [_letter(row) for row in letters],
        "looked_after": [{"from": term.began_at, "until": term.ends_at} for term in terms],
    } | _said_in_private(actor)


def _said_in_private(actor: Account) -> dict[str, Any]:
    """Whom they named, and what they said when others did; whom they never want to sit with."""
    namings = Naming.objects.for_viewer(actor).filter(by=actor).order_by("asked_at")
    answers = NamingAnswer.objects.for_viewer(actor).order_by("answered_at")
    never = NeverWith.objects.for_viewer(actor).order_by("set_at")
    asked = TableQuestion.objects.for_viewer(actor).filter(by=actor).order_by("asked_at")
    said = TableAnswer.objects.for_viewer(actor).order_by("answered_at")
    pauses = HoldingPause.objects.for_viewer(actor).filter(account=actor).order_by("began_at")
    pauses_set = HoldingPause.objects.for_viewer(actor).filter(by=actor).order_by("began_at")
    turned_away = TurnedAway.objects.for_viewer(actor).order_by("at")
    beside = Beside.objects.for_viewer(actor).order_by("since")
    distances = Distance.objects.for_viewer(actor).order_by("since")
    left = StandingAnswer.objects.for_viewer(actor).filter(account=actor).order_by("pk")
    return {
        "named": [{"name": row.name, "line": row.line, "at": row.asked_at} for row in namings],
        "answers_in_private": [{"answer": row.answer, "at": row.answered_at} for row in answers],
        "standing_answers": [
            {"ready": row.ready, "while_resting": row.while_resting} for row in left
        ],
        "never_seated_with": [{"name": row.name, "since": row.set_at} for row in never],
        "asked_of_tables": [
            {"kind": row.kind, "words": row.words, "at": row.asked_at} for row in asked
        ],
        "answers_to_tables": [{"yes": row.yes, "at": row.answered_at} for row in said],
        "pauses": [{"reason": row.reason, "from": row.began_at} for row in pauses],
        "pauses_set": [{"reason": row.reason, "from": row.began_at} for row in pauses_set],
        "walked_beside_someone": [row.since for row in beside if row.by_id == actor.pk],
        "someone_walked_beside": [row.since for row in beside if row.by_id != actor.pk],
        "kept_distance": [row.since for row in distances],
        "someone_was_turned_away": [row.at for row in turned_away],
    }


def _seat(seat: Seat, tables: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "table": tables.get(seat.circle_id, ""),
        "arrived_at": seat.arrived_at,
        "state": seat.state,
        "resting_word": seat.resting_word,
        "agreed_to": without_number(seat.agreed_to),
        "agreed_at": seat.agreed_at,
    }


def _letter(row: Invitation) -> dict[str, Any]:
    return {"to": row.invitee, "words": row.words, "written_at": row.written_at}


def forget(account: Account) -> None:
    """A pause that they set on someone stays, without them and their words, until it ends by itself."""
    with acting_for_the_house("forgetting"):
        for pause in HoldingPause.objects.filter(by=account):
            pause.by, pause.reason = None, ""
            pause.save()
        for model, whose in OWN:
            model.objects.filter(**{whose: account}).delete()
        seats = Seat.objects.filter(account=account)
        tables = list(seats.values_list("circle", flat=True))
        seats.delete()
        _forget_empty(tables)


def _forget_empty(tables: list[UUID]) -> None:
    """A table where nobody else ever sat goes with its one person: the words on it are theirs."""
    known = Seat.objects.filter(circle__in=tables).values("circle")
    Circle.objects.filter(pk__in=tables).exclude(pk__in=known).delete()
