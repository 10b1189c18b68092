"""After company: whoever stayed may talk to someone, or rest. Offered to them alone (spec/model.md 5.6.6).

The one they stayed with reads nothing of it, and is not named to anybody by it.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openchair.circles.actions.holding import willing_keepers
from openchair.circles.distances import distant_anywhere
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.presence import policy
from openchair.presence.models import Asked, Call


@dataclass(frozen=True)
class After:
    """`to`: who looks after this table, by name. Nobody: then whoever greets people here."""

    to: list[tuple[UUID, str]]


def offered_after(viewer: Account, call: Call, *, at: datetime) -> After | None:
    """Once, to who came; until they put it aside, or the call is forgotten."""
    mine = Asked.objects.for_viewer(viewer).filter(call=call.pk, account=viewer.pk).first()
    if mine is None or mine.aside_at is not None or policy.why_not_put_aside(mine, call):
        return None
    far = {of for circle, of in distant_anywhere(viewer) if circle == call.circle_id}
    keepers = {*willing_keepers(call.circle_id, at=at)} - far - {viewer.pk, call.by_id}
    return After(list(names_of(viewer, keepers).items()))


def ended_with_me(viewer: Account) -> list[Call]:
    """For Today: calls in which the reader was there, and that offer them something still."""
    came = Asked.objects.for_viewer(viewer).filter(account=viewer.pk, came_at__isnull=False)
    offered = came.filter(aside_at=None).values("call")
    calls = Call.objects.for_viewer(viewer).filter(pk__in=offered, ended_at__isnull=False)
    return list(calls.order_by("ended_at", "pk"))
