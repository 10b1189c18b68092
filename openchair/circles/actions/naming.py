"""Naming someone for a table, and asking those who sit there in private (AS-02, AS-03, AS-05)."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.asked_in_private import still_asked
from openchair.circles.actions.calling_hosts import may_name_again
from openchair.circles.actions.holding import hold_the_table, seat_of, taken_places
from openchair.circles.actions.inviting import write_letter
from openchair.circles.actions.keeping_apart import address_mark, name_mark
from openchair.circles.models import (
    Circle,
    CircleState,
    Invitation,
    InvitationState,
    Naming,
    NamingAnswer,
    NamingState,
    Seat,
    StandingAnswer,
    WhenAsked,
)
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.delivery.night import Hours, next_waking
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean, clean_line
from openchair.people.models import Account
from openchair.people.queries import hours_of

MINUTE = timedelta(minutes=1)
A_GOOD_WHILE = (12 * 60, 24 * 60)
THE_SAME_EVENING = (5, 15)
"""Minutes, drawn at random: among founders an evening is short (spec/model.md, Starting tonight)."""
WAKING = timedelta(hours=48)
STEP = timedelta(minutes=15)


@transaction.atomic
def name_someone(
    actor: Account, circle: Circle, *, name: str, line: str, words: str, address: str, at: datetime
) -> Naming:
    """One person by name, a line about them for the table, and the letter that waits for the outcome.

    `address` is kept as a keyed hash alone. One at a time; after three that were not possible within
    thirty days a host is asked to talk with whoever names. What stands against this person is not
    looked at here, so that nothing a page does could depend on it. Raises Refusal.
    """
    circle = hold_the_table(circle.pk)
    if reason := why_not_name(actor, circle, at=at):
        raise Refusal(reason)
    naming = Naming.objects.for_viewer(actor).create(
        circle_id=circle.pk,
        by=actor,
        name=clean_line(name),
        line=clean(line).strip(),
        name_mark=name_mark(name),
        address_mark=address_mark(address),
        asked_at=at,
        ask_around_at=waking_hours_later(at, hours_of(actor)),
    )
    write_letter(actor, circle, invitee=clean_line(name), words=words, at=at, naming=naming)
    asked = Account.objects.in_bulk(still_asked(naming))
    letters.write_to_each(asked.values(), Kind.SOMETHING, about=naming.pk, at=at)
    draw_when_due(naming, circle, at)
    return naming


def why_not_name(actor: Account, circle: Circle, *, at: datetime) -> str | None:
    """Also for a page that shows the sentence instead of the way there."""
    return policy.why_not_name(
        seat_of(actor, circle.pk),
        circle,
        taken_places(circle, at=at),
        one_is_asked=_is_one_asked(actor),
        talk_first=not may_name_again(actor, at=at),
    )


def _is_one_asked(actor: Account) -> bool:
    asking = Naming.objects.for_viewer(actor).filter(by=actor, state=NamingState.ASKING)
    return asking.exists()


def draw_when_due(naming: Naming, circle: Circle, at: datetime) -> None:
    """Once nobody is left to answer, and not before: a moment at random, kept in the row.

    It is drawn in the same way whatever the answers are, and whether or not anything stands against it.
    """
    if naming.due_at is not None or still_asked(naming):
        return
    few = circle.state == CircleState.FOUNDING
    least, most = THE_SAME_EVENING if few else A_GOOD_WHILE
    seconds = 60 * least + secrets.randbelow(60 * (most - least) + 1)
    naming.due_at = at + timedelta(seconds=seconds)
    with acting_for_the_house("asking in private"):
        naming.save(update_fields=["due_at"])


def waking_hours_later(at: datetime, hours: Hours) -> datetime:
    """Forty-eight waking hours on, by the clock of whoever asked."""
    moment, left = at, WAKING
    while left > timedelta():
        moment = next_waking(moment, hours.night_from, hours.night_until, hours.zone) + STEP
        left -= STEP
    return moment


@transaction.atomic
def answer_naming(
    actor: Account, naming: Naming, *, answer: WhenAsked, at: datetime
) -> NamingAnswer:
    """Yes, not this person, or I'd rather wait a little: in private, and changed as often as they like

    until it is settled. Raises Refusal.
    """
    circle = hold_the_table(naming.circle_id)
    held = Naming.objects.for_viewer(actor).select_for_update().filter(pk=naming.pk).first()
    naming = held or naming
    if reason := policy.why_not_answer_naming(seat_of(actor, circle.pk), naming):
        raise Refusal(reason)
    rows = NamingAnswer.objects.for_viewer(actor).filter(naming=naming.pk, account=actor)
    row = rows.first() or NamingAnswer(naming_id=naming.pk, account=actor)
    row.answer, row.answered_at = answer, at
    with acting_for_the_house("asking in private"):
        row.save()
    draw_when_due(naming, circle, at)
    return row


@transaction.atomic
def withdraw_naming(actor: Account, naming: Naming, *, at: datetime) -> Naming:
    """Whoever named takes it back, until the letter was answered. Twice is once."""
    hold_the_table(naming.circle_id)
    mine = Naming.objects.for_viewer(actor).filter(by=actor)
    naming.refresh_from_db(fields=["state"], from_queryset=mine)
    if naming.state in {NamingState.ASKING, NamingState.READY}:
        naming.state, naming.settled_at = NamingState.WITHDRAWN, at
        naming.save(update_fields=["state", "settled_at"])
        unanswered = (InvitationState.DRAFTED, InvitationState.READY, InvitationState.SEEN)
        letter = Invitation.objects.for_viewer(actor).filter(naming=naming.pk)
        letter.filter(state__in=unanswered).update(state=InvitationState.WITHDRAWN)
    return naming


@transaction.atomic
def leave_standing_answer(
    actor: Account, seat: Seat, *, ready: bool, while_resting: str
) -> StandingAnswer:
    """Ready unless I say; and what holds while I rest. Private, and theirs to change at any time."""
    if reason := policy.why_not_change_table(seat):
        raise Refusal(reason)
    rows = StandingAnswer.objects.for_viewer(actor).filter(circle=seat.circle_id, account=actor)
    row = rows.first() or StandingAnswer(circle_id=seat.circle_id, account=actor)
    row.ready, row.while_resting = ready, while_resting
    with acting_for_the_house("asking in private"):
        row.save()
    return row
