"""Whether anything lies there at all: one small read, so that nothing more is asked where nothing does.

What is found is only a reason to look: what the reader may know of it is asked as the reader.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from openchair.circles.models import Circle, Seat
from openchair.kernel.guard import acting_for_the_house
from openchair.presence.models import Call, CheckIn, Lamp, Readiness, Waiting, Worry


@dataclass(frozen=True)
class Lies:
    """At one table. `company`: a call of the reader's, a lamp, a worry about them."""

    company: bool
    how: bool
    waiting: bool
    named: bool


def lies_at(mine: Seat) -> Lies:
    of_it, around = Q(circle=OuterRef("pk")), [seat.account_id for seat in mine.around]
    with acting_for_the_house("looking whether anything lies there"):
        calls = Call.objects.filter(of_it, by=mine.account_id, ended_at=None)
        worries = Worry.objects.filter(of_it, of=mine.account_id, reply="")
        found = Circle.objects.filter(pk=mine.circle_id).annotate(
            company=Exists(calls) | Exists(Lamp.objects.filter(of_it)) | Exists(worries),
            how=Exists(CheckIn.objects.filter(account__in=around, replaced_at=None)),
            waiting=Exists(Waiting.objects.filter(by=mine.account_id, told_at__isnull=False)),
            named=Exists(Readiness.objects.filter(account__in=around, named=True)),
        )
        return Lies(*found.values_list("company", "how", "waiting", "named").get())
