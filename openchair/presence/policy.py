"""Why not? Each answer is the sentence the person reads; None means: go on."""

import re

from django.utils.translation import gettext as _

from openchair.circles.models import Seat, SeatState
from openchair.delivery.night import Hours
from openchair.kernel.text import LINE_LIMIT, why_too_long
from openchair.people.models import Account
from openchair.presence.models import Asked, Call, Worry
from openchair.sharing.models import Share

NUMBER = re.compile(r"[+(]?[0-9][0-9 ()/.-]{3,28}[0-9]")


def why_not_ask(seat: Seat) -> str | None:
    """For whoever asks for company at a table."""
    if seat.state == SeatState.PAUSED:
        return _(
            "Your place here is paused for now, so nobody is asked from here. "
            "The lines under “Need someone now?” answer you all the same."
        )
    if seat.circle.is_closed:
        return _(
            "This table has come to its end, so nobody is asked from here. "
            "The lines under “Need someone now?” answer you all the same."
        )
    return None


def why_not_go_on(call: Call) -> str | None:
    """For every act within a call, by the asker and by those who were asked."""
    if not call.is_open:
        return ended()
    return None


def ended() -> str:
    return _("This has ended. Nothing more is needed of you.")


def why_not_ask_again(actor: Account, call: Call) -> str | None:
    if call.by_id != actor.pk:
        return _("Only the one who asked for company can do this.")
    return why_not_go_on(call)


def why_not_answer(mine: Asked | None, call: Call) -> str | None:
    if mine is None:
        return _("You asked yourself. Whoever can come answers.")
    return why_not_go_on(call)


def why_not_put_aside(mine: Asked | None, call: Call) -> str | None:
    """What is offered to those who stayed, once it has ended."""
    if mine is None or mine.came_at is None:
        return _("This is for those who came.")
    if call.is_open:
        return _("This has not ended yet.")
    return None


def why_not_leave_lamp(actor: Account, call: Call, *, night: bool) -> str | None:
    if sentence := why_not_ask_again(actor, call):
        return sentence
    if not night:
        return _("It is day. You can say something at the table, and it stands there.")
    return None


def why_not_wake(hours: Hours) -> str | None:
    if hours.night_from == hours.night_until:
        return _("You have no quiet hours, so there is nothing to wake you from.")
    return None


def why_not_ring(number: str) -> str | None:
    if not NUMBER.fullmatch(number):
        return _("Write the number as you would dial it, like +32 2 555 01 23.")
    return None


def why_not_worry(
    actor: Account, share: Share, mine: Seat | None, theirs: Seat | None
) -> str | None:
    """ "I'm worried about you". `mine`, `theirs`: the seats of the two, as the actor may know them."""
    if share.author_id == actor.pk:
        return _("These are your own words. “Need someone now?” leads to people who answer.")
    if share.is_taken_back:
        return _("These words were taken back, so this does not reach anyone from here.")
    if mine is not None and mine.state == SeatState.PAUSED:
        return _("Your place here is paused for now. You were told why. You can read on.")
    if share.nameless or theirs is None or not theirs.is_inside:
        return _("Whoever said this does not sit here now, so this does not reach them from here.")
    return None


def why_not_worry_again(before: Worry | None) -> str | None:
    """Taken back without an answer, it can be said again; answered, it was heard."""
    if before is not None and before.is_taken_back and before.reply:
        return _("You were answered about this. You can write to them under their words.")
    return None


def why_not_reply(actor: Account, worry: Worry) -> str | None:
    if worry.of_id != actor.pk:
        return _("Only the one whose words these are answers this.")
    if worry.reply:
        return _("You have answered this. You can say more at the table.")
    return None


def why_not_say_how(line: str) -> str | None:
    return why_too_long(line, LINE_LIMIT)
