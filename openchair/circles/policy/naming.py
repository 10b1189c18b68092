"""Why not name someone, or answer when someone is named?"""

from django.utils.translation import gettext as _

from openchair.circles.models import Circle, CircleState, Naming, NamingState, Openness, Seat
from openchair.circles.policy.inviting import why_not_make_room
from openchair.circles.policy.sitting import is_full, why_not_change_table


def why_not_name(
    seat: Seat | None, circle: Circle, taken: int, *, one_is_asked: bool, talk_first: bool
) -> str | None:
    """`one_is_asked`: someone they named, anywhere, is still being asked about. `talk_first`: three
    times it was not possible within thirty days (AS-05)."""
    if sentence := why_not_change_table(seat):
        return sentence
    if sentence := why_not_make_room(circle):
        return sentence
    if circle.state == CircleState.UNKEPT:
        return _("This table needs someone to look after it first. Then there is room again.")
    if circle.openness == Openness.CLOSED:
        return _("You agreed that nobody new comes to this table for now.")
    if one_is_asked:
        return _("You named someone already. When they are answered about, you can name another.")
    if talk_first:
        return _("Someone who greets people here would like to talk with you first.")
    if is_full(circle, taken) and not circle.is_pair:
        return _("Every chair at this table is taken or promised.")
    return None


def why_not_answer_naming(seat: Seat | None, naming: Naming) -> str | None:
    if sentence := why_not_change_table(seat):
        return sentence
    assert seat is not None
    if naming.by_id == seat.account_id:
        return _("You named this person. The others are asked.")
    if naming.state != NamingState.ASKING:
        return _("This is no longer being asked.")
    return None


def why_not_never_with(name: str, address: str) -> str | None:
    if not (name or address):
        return _("Write a name, or an address, or both.")
    return None
