"""Why not walk beside someone?"""

from django.utils.translation import gettext as _

from openchair.circles.models import Seat, SeatState
from openchair.circles.policy.sitting import why_not_change_table


def why_not_walk_beside(seat: Seat | None, newcomer: Seat, *, distant: bool = False) -> str | None:
    """Anyone with a seat may, while the other has newly come (spec/model.md, Seat).

    `distant`: the one who would walk beside keeps distance from the other. Never the other way round:
    that would tell them.
    """
    if sentence := why_not_change_table(seat):
        return sentence
    assert seat is not None
    if newcomer.account_id == seat.account_id:
        return _("This is your own place.")
    if not newcomer.is_inside or newcomer.sits_as != SeatState.ARRIVING:
        return _("They are at home at this table by now, or have gone on.")
    if distant:
        return _("Walking beside someone is not possible here just now.")
    return None
