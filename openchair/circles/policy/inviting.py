"""Why not begin a table, write a letter, open one, or set out a chair?"""

from datetime import datetime

from django.utils.translation import gettext as _

from openchair.circles.models import Circle, CircleState, Invitation, Seat
from openchair.circles.policy.sitting import is_full, why_not_change_table

PAIR_SEATS = 2


def why_not_start(name: str, sentence: str) -> str | None:
    if not name:
        return _("Give the table a name. It can be as plain as “our table”.")
    if not sentence:
        return _("Write one sentence, so that the other person knows what it is about.")
    return None


def why_not_invite(
    seat: Seat | None, circle: Circle, taken: int, *, others: bool = False
) -> str | None:
    """`taken` is seats, chairs set out and letters still open, together; `others` sit there too."""
    if sentence := why_not_change_table(seat):
        return sentence
    if sentence := why_not_make_room(circle):
        return sentence
    if circle.is_pair and taken >= PAIR_SEATS:
        return _("This is a table for two, and both places are taken or promised.")
    if is_full(circle, taken):
        return _("Every chair at this table is taken or promised.")
    if others:
        return _("Others sit here too. Name the person first, and everyone is asked in private.")
    return None


def why_not_make_room(circle: Circle) -> str | None:
    if circle.is_ending:
        return _("This table is coming to an end. Nobody new sits down here.")
    if circle.state == CircleState.RESTING:
        return _("The whole table is resting. Anyone here can wake it first.")
    return None


def why_not_open(invitation: Invitation | None, at: datetime) -> str | None:
    """The same words for every cause (spec/model.md, Invitation: not possible)."""
    if invitation is None or not invitation.is_open(at):
        return closed_letter()
    return None


MAILED_AT_MOST = 5
"""Letters that the house mails for one person within thirty days: it is no way to write to many."""


def why_not_mail(invitation: Invitation, at: datetime, *, sends: bool, lately: int) -> str | None:
    """`sends`: this house has a mail server. `lately`: what it mailed for them within thirty days."""
    if not sends:
        return _("This house sends no mail. You can pass the letter on yourself.")
    if not invitation.is_open(at):
        return _("This letter cannot be used now.")
    if lately >= MAILED_AT_MOST:
        return _(
            "The house mailed several letters for you lately. Please pass this one on yourself."
        )
    return None


def closed_letter() -> str:
    return _("This invitation is no longer open. It was nothing you did.")


def full_table() -> str:
    """For whoever holds a good letter, and came when the last chair had just been taken."""
    return _(
        "Someone sat down a moment before you, and every chair is taken just now. Your letter stays "
        "good. Whoever wrote it can tell you when a chair is free."
    )


def not_possible() -> str:
    """For whoever named someone: whatever the reason was, and always these words (AS-03)."""
    return _("This chair cannot be offered to this person now.")


def why_not_set_out_chair(seat: Seat, circle: Circle, taken: int) -> str | None:
    if sentence := why_not_change_table(seat):
        return sentence
    if circle.is_pair:
        return _("This is a table for two.")
    if sentence := why_not_make_room(circle):
        return sentence
    if circle.state == CircleState.UNKEPT:
        return _(
            "This table needs someone to look after it first. Then chairs can be set out again."
        )
    if is_full(circle, taken):
        return _("Every chair at this table is taken or promised.")
    return None
