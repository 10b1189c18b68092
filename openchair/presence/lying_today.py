"""For Today: whether anything lies anywhere, as `lying` asks it of one table."""

from dataclasses import dataclass

from django.db.models import Exists

from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.presence.models import Asked, AskedToAnswer, Call


@dataclass(frozen=True)
class LiesToday:
    """Anywhere: open calls that concern the reader, calls in which they were there, and words they are
    asked to answer."""

    calls: bool
    came: bool
    to_answer: bool


def lies_today(viewer: Account) -> LiesToday:
    with acting_for_the_house("looking whether anything lies there"):
        open_calls = Call.objects.filter(ended_at=None)
        asked = Asked.objects.filter(account=viewer.pk)
        to_open = asked.filter(call__in=open_calls.values("pk"))
        to_answer = AskedToAnswer.objects.filter(account=viewer.pk, passed_at=None)
        found = Account.objects.filter(pk=viewer.pk).annotate(
            calls=Exists(open_calls.filter(by=viewer.pk)) | Exists(to_open),
            came=Exists(asked.filter(came_at__isnull=False, aside_at=None)),
            to_answer=Exists(to_answer),
        )
        return LiesToday(*found.values_list("calls", "came", "to_answer").get())
