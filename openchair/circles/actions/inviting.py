"""Letters: written by one person to one person, and answered once."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction

from openchair.circles import policy
from openchair.circles.actions.chairs import sit_on_a_chair_set_out
from openchair.circles.actions.holding import (
    do_others_sit_there,
    hold_the_table,
    is_kept_apart,
    seat_of,
    seats_and_chairs,
    taken_places,
)
from openchair.circles.actions.keeping_apart import is_never_seated_with, note_opening
from openchair.circles.actions.sitting import take_seat
from openchair.circles.agreement import in_force
from openchair.circles.models import (
    INSIDE,
    WAITING,
    Circle,
    CircleState,
    Invitation,
    InvitationState,
    Naming,
    OpenChair,
    PassedBy,
    Seat,
    SeatState,
    hashed,
)
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account

LASTS = timedelta(days=30)


@transaction.atomic
def invite(actor: Account, circle: Circle, *, invitee: str, words: str, at: datetime) -> Invitation:
    """One letter, to be passed on by hand, message or paper. Raises Refusal when no chair is free,

    and where others sit there too: they are asked about the person first (`name_someone`).
    """
    circle = hold_the_table(circle.pk)
    seat = seat_of(actor, circle.pk)
    taken, others = taken_places(circle, at=at), do_others_sit_there(actor, circle)
    if reason := policy.why_not_invite(seat, circle, taken, others=others):
        raise Refusal(reason)
    return write_letter(actor, circle, invitee=invitee, words=words, at=at)


def write_letter(
    actor: Account,
    circle: Circle,
    *,
    invitee: str,
    words: str,
    at: datetime,
    naming: Naming | None = None,
) -> Invitation:
    """Whether this may be is asked by those who call. Where it is about a naming, it waits for it."""
    token = secrets.token_urlsafe(24)
    return Invitation.objects.for_viewer(actor).create(
        circle_id=circle.pk,
        inviter=actor,
        naming=naming,
        state=InvitationState.DRAFTED if naming else InvitationState.READY,
        invitee=clean(invitee).strip(),
        words=clean(words).strip(),
        token=token,
        token_hash=hashed(token),
        written_at=at,
        lapses_at=at + LASTS,
    )


def open_letter(viewer: Viewer, token: str, *, at: datetime) -> Invitation:
    """The letter behind a link, for whoever holds the link. Raises Refusal, always in the same words:

    also where a block stands between the reader and someone at the table (AS-04). Opening uses
    nothing up, and is not kept: robots that look at links change nothing. The same is read for every
    letter, also for one that is closed or that nobody wrote: how long it takes tells nothing either.
    """
    note_opening(viewer, hashed(token), at=at)
    with acting_for_the_house("opening a letter"):
        letter = Invitation.objects.filter(token_hash=hashed(token)).first()
        another = Circle.objects.order_by("pk").values_list("pk", flat=True).first()
        table = letter.circle_id if letter else another or uuid4()
        kept_apart = _kept_apart(viewer, table)
        if policy.why_not_open(letter, at) or letter is None or kept_apart:
            raise Refusal(policy.closed_letter(), status=404)
    return letter


@transaction.atomic
def accept(actor: Account, token: str, *, at: datetime) -> Seat:
    """A yes: the seat, and word to the one who invited. Once; a second yes of the same person is the first.

    At a table that is only just beginning they sit down, elsewhere they visit first. Raises Refusal,
    always in the same words, when the letter is used, old, forged, or when a block or a never-seat-me-
    with list stands in the way (I-6); and in kinder ones when the last chair was taken a moment ago.
    """
    with acting_for_the_house("taking a seat"):
        found = Invitation.objects.filter(token_hash=hashed(token)).first()
        if found is None:
            raise Refusal(policy.closed_letter(), status=404)
        circle = hold_the_table(found.circle_id)
        letter = Invitation.objects.select_for_update().get(pk=found.pk)
        if seat := _seat_already(actor, letter):
            return seat
        if policy.why_not_open(letter, at) or _kept_apart(actor, letter.circle_id):
            raise Refusal(policy.closed_letter(), status=404)
        _may_sit_down(circle, letter, at)
        state = _comes_as(circle)
        visits = state == SeatState.VISITING
        letter.state = InvitationState.VISITED if visits else InvitationState.ACCEPTED
        letter.save()
    seat = take_seat(actor, circle.pk, at=at, state=state, agreed_to=in_force(circle))
    letters.write(letter.inviter, Kind.SOMETHING, about=seat.pk, at=at)
    return seat


def _comes_as(circle: Circle) -> SeatState:
    return SeatState.SEATED if circle.state == CircleState.FOUNDING else SeatState.VISITING


def _may_sit_down(circle: Circle, letter: Invitation, at: datetime) -> None:
    """A chair that was set out for anyone is there to be sat on; one that is kept is not."""
    if circle.is_ending:
        raise Refusal(policy.closed_letter(), status=404)
    if seats_and_chairs(circle) < circle.seats_most:
        return
    free = OpenChair.objects.filter(circle=circle.pk, kept_for=None)
    if not free.exists():
        raise Refusal(policy.full_table())
    sit_on_a_chair_set_out(circle)


def _seat_already(account: Account, letter: Invitation) -> Seat | None:
    return Seat.objects.filter(circle=letter.circle_id, account=account, state__in=INSIDE).first()


def _kept_apart(viewer: Viewer, circle_id: UUID) -> bool:
    """Both are asked, whatever the first says."""
    if viewer.pk is None:
        return False
    blocked = is_kept_apart(viewer.pk, circle_id)
    listed = is_never_seated_with(viewer.pk, circle_id)
    return blocked or listed


@transaction.atomic
def have_it(token: str, *, at: datetime) -> None:
    """The reader says: I have it, and will answer later. An act of theirs; opening alone says nothing."""
    with acting_for_the_house("taking a seat"):
        letter = Invitation.objects.select_for_update().filter(token_hash=hashed(token)).first()
        if letter is not None and letter.is_open(at):
            letter.state = InvitationState.SEEN
            letter.save(update_fields=["state"])


@transaction.atomic
def decline(token: str, *, at: datetime) -> None:
    """Not now. No reason is asked; the inviter reads the same as when the letter lapses."""
    with acting_for_the_house("taking a seat"):
        letter = Invitation.objects.select_for_update().filter(token_hash=hashed(token)).first()
        if letter is not None and letter.is_open(at):
            letter.state = InvitationState.DECLINED
            letter.save()


@transaction.atomic
def pass_on(actor: Account, invitation: Invitation, *, by: PassedBy) -> Invitation:
    """The writer says how they hand it over. That is for their own memory, and changes nothing else.

    What was mailed stays so: it is mailed once.
    """
    if invitation.passed_by != PassedBy.MAIL:
        invitation.passed_by = by
        invitation.save(update_fields=["passed_by"])
    return invitation


@transaction.atomic
def withdraw(actor: Account, invitation: Invitation) -> Invitation:
    """Held first: a letter that is being answered in this instant is answered, or taken back."""
    rows = Invitation.objects.for_viewer(actor).select_for_update()
    held = rows.filter(pk=invitation.pk).first()
    if held is not None and held.state in WAITING:
        held.state = InvitationState.WITHDRAWN
        held.save(update_fields=["state"])
    return held or invitation
