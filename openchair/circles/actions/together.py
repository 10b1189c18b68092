"""What only all of them can decide: to rest, to agree, to end. And waking a table, which anyone may."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.holding import hold_the_table, look_again, seat_of, willing_keepers
from openchair.circles.agreement import in_force
from openchair.circles.models import (
    INSIDE,
    Circle,
    CircleState,
    QuestionKind,
    QuestionState,
    Seat,
    SeatState,
    TableAnswer,
    TableQuestion,
    members,
)
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account


@transaction.atomic
def ask_together(
    actor: Account,
    seat: Seat,
    *,
    kind: QuestionKind,
    words: str = "",
    days: int | None = None,
    words_stay: int = 30,
    at: datetime,
) -> TableQuestion:
    """Everyone who sits here is asked, and the asker has said yes by asking. Twice is once.

    `days` until an end, and for how many days after it what was said can be read.
    """
    circle = hold_the_table(seat.circle_id)
    words = clean(words).strip()
    if reason := policy.why_not_ask_together(seat, circle, kind, words, days, at):
        raise Refusal(reason)
    rows = TableQuestion.objects.for_viewer(actor).filter(circle=circle.pk, kind=kind)
    if there := rows.filter(state=QuestionState.ASKING).first():
        return there
    question = TableQuestion.objects.for_viewer(actor).create(
        circle_id=circle.pk,
        by=actor,
        kind=kind,
        words=words,
        on=at + timedelta(days=days) if days is not None else None,
        words_stay=min(words_stay, policy.together.LONGEST_END),
        asked_at=at,
    )
    others = [one for one in _asked(circle) if one.pk != actor.pk]
    letters.write_to_each(others, Kind.SOMETHING, about=question.pk, at=at)
    answer_together(actor, question, yes=True, at=at)
    return question


def _asked(circle: Circle) -> list[Account]:
    """Whoever sits here and does not rest: nobody is asked from under a blanket, and none is left out
    of an agreement, since no seat is bound by what it did not say yes to."""
    with acting_for_the_house("asking a table"):
        seats = Seat.objects.filter(members(), circle=circle.pk).exclude(state=SeatState.RESTING)
        return list(Account.objects.in_bulk(seats.values_list("account", flat=True)).values())


@transaction.atomic
def answer_together(
    actor: Account, question: TableQuestion, *, yes: bool, at: datetime
) -> TableQuestion:
    """Yes, or not now. One "not now" ends the asking; it is not said whose it was."""
    circle = hold_the_table(question.circle_id)
    held = TableQuestion.objects.for_viewer(actor).filter(pk=question.pk).first()
    question = held or question
    if reason := policy.why_not_answer_together(seat_of(actor, circle.pk), question):
        raise Refusal(reason)
    rows = TableAnswer.objects.for_viewer(actor).filter(question=question.pk, account=actor)
    row = rows.first() or TableAnswer(question_id=question.pk, account=actor)
    row.yes, row.answered_at = yes, at
    with acting_for_the_house("asking a table"):
        row.save()
        _look_at(question, circle, at)
    return question


def _look_at(question: TableQuestion, circle: Circle, at: datetime) -> None:
    said = dict(TableAnswer.objects.filter(question=question.pk).values_list("account", "yes"))
    asked = {one.pk for one in _asked(circle)}
    if not all(said.values()):
        question.state = QuestionState.NOT_NOW
    elif asked <= set(said):
        question.state = QuestionState.YES
        _so_be_it(question, circle, at)
    else:
        return
    question.settled_at = at
    question.save(update_fields=["state", "settled_at"])


@transaction.atomic
def look_at_questions(at: datetime) -> None:
    """Whoever was still to answer may rest by now, or have left: then the others have all said yes."""
    with acting_for_the_house("asking a table"):
        for question in TableQuestion.objects.filter(state=QuestionState.ASKING):
            circle = hold_the_table(question.circle_id)
            if not circle.is_ending:
                _look_at(question, circle, at)


def _so_be_it(question: TableQuestion, circle: Circle, at: datetime) -> None:
    if question.kind == QuestionKind.REST:
        circle.state = CircleState.RESTING
    elif question.kind == QuestionKind.AGREEMENT:
        _agree(question, circle, at)
    elif question.kind == QuestionKind.BEFORE:
        circle.read_from = at
    else:
        _will_end(question, circle, at)
    circle.save()


def _agree(question: TableQuestion, circle: Circle, at: datetime) -> None:
    circle.agreement, circle.agreement_version = question.words, circle.agreement_version + 1
    said = TableAnswer.objects.filter(question=question.pk).values("account")
    seats = Seat.objects.filter(circle=circle.pk, account__in=said, state__in=INSIDE)
    seats.update(agreed_to=in_force(circle), agreed_at=at)


def _will_end(question: TableQuestion, circle: Circle, at: datetime) -> None:
    circle.state, circle.closes_at = CircleState.CLOSING, max(question.on or at, at)
    circle.words_until = circle.closes_at + timedelta(days=question.words_stay)
    circle.closing_words = question.words or circle.closing_words


@transaction.atomic
def say_yes_to_agreement(actor: Account, seat: Seat, *, at: datetime) -> Seat:
    """Whoever rested while the others agreed says yes when they are back. Until then they are not bound."""
    circle = hold_the_table(seat.circle_id)
    if reason := policy.why_not_rest(seat):
        raise Refusal(reason)
    seat.agreed_to, seat.agreed_at = in_force(circle), at
    seat.save(update_fields=["agreed_to", "agreed_at"])
    return seat


@transaction.atomic
def wake(actor: Account, seat: Seat, *, at: datetime) -> Circle:
    """Anyone who sits here wakes a resting table, or calls off an end until its day. Twice is once."""
    circle = hold_the_table(seat.circle_id)
    if reason := policy.why_not_wake(seat, circle):
        raise Refusal(reason)
    if circle.state in {CircleState.RESTING, CircleState.CLOSING}:
        circle.state, circle.closes_at, circle.words_until = CircleState.GATHERING, None, None
        with acting_for_the_house("asking a table"):
            circle.save(update_fields=["state", "closes_at", "words_until"])
    return look_again(circle.pk, at=at)


@transaction.atomic
def read_from_arrival(actor: Account, seat: Seat, *, at: datetime) -> Circle:
    """Anyone who sits here: whoever came, or comes, reads from their own arrival on again. Twice is once."""
    circle = hold_the_table(seat.circle_id)
    if reason := policy.why_not_change_table(seat):
        raise Refusal(reason)
    circle.read_from = None
    with acting_for_the_house("asking a table"):
        circle.save(update_fields=["read_from"])
    return circle


def why_not_shape_now(seat: Seat, *, at: datetime) -> str | None:
    """Whether this person may, as things stand."""
    keepers = willing_keepers(seat.circle_id, at=at)
    return policy.why_not_shape(seat, keepers, policy.PAIR_SEATS, policy.PAIR_SEATS)


SHAPE = {"opening_words", "closing_words", "openness", "seats_most", "purpose"}


@transaction.atomic
def shape(actor: Account, seat: Seat, *, at: datetime, **said: Any) -> Circle:
    """Words to begin and end with, who may come, how many chairs. `said`: any of SHAPE.

    Letters that are out stay good: whoever comes too late reads that every chair is taken just now.
    """
    circle = hold_the_table(seat.circle_id)
    keepers = willing_keepers(circle.pk, at=at)
    with acting_for_the_house("counting chairs"):
        inside = Seat.objects.filter(circle=circle.pk, state__in=INSIDE).count()
    most = int(said.get("seats_most", circle.seats_most))
    if reason := policy.why_not_shape(seat, keepers, most, max(inside, policy.PAIR_SEATS)):
        raise Refusal(reason)
    for name in SHAPE & set(said):
        value = said[name]
        setattr(circle, name, clean(value).strip() if isinstance(value, str) else value)
    with acting_for_the_house("asking a table"):
        circle.save()
    return circle
