"""Who wished that their name may be read before they are asked for company."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery

from openchair.circles.models import Distance, Seat, SeatState
from openchair.delivery.night import Hours
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, Block, Person
from openchair.presence.hours import may_be_asked
from openchair.presence.models import Readiness
from openchair.presence.told import with_nothing_left


def named_at(mine: Seat, *, at: datetime) -> set[UUID]:
    """Of those whom a call of this reader would ask now, who said that their name may be read before
    (5.6.2). One query, the same for whatever lies there."""
    viewer = Account(pk=mine.account_id)
    here = Q(circle=mine.circle_id, state__in=(SeatState.ARRIVING, SeatState.SEATED))
    with acting_for_the_house("asking for company"):
        seats = Seat.objects.filter(here & Block.apart("account", viewer))
        either = Q(by=viewer, of=OuterRef("account")) | Q(by=OuterRef("account"), of=viewer)
        far = Distance.objects.filter(either, circle=mine.circle_id)
        whose = Person.objects.filter(account=OuterRef("account"))
        nights = {f: Subquery(whose.values(f)[:1]) for f in ("night_from", "night_until", "zone")}
        rows = Readiness.objects.filter(account__in=seats.values("account"), named=True)
        rows = rows.exclude(account=viewer).exclude(account__in=with_nothing_left())
        rows = rows.filter(~Exists(far)).annotate(**nights)
        return {
            row.account_id
            for row in rows
            if may_be_asked(row, Hours(row.night_from, row.night_until, row.zone), at)
        }
