"""Why not keep some distance from someone?"""

from django.utils.translation import gettext as _

from openchair.circles.models import Seat


def why_not_keep_distance(seat: Seat, other: Seat) -> str | None:
    """Everyone at a table may, also who visits or is paused: no reason is asked (spec/model.md 5.8)."""
    if other.account_id == seat.account_id:
        return _("This is your own place.")
    if seat.circle.is_pair:
        return _(
            "At a table for two there is one other person, so some distance is not possible here."
        )
    return None
