from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from openchair.circles.models import Seat
from openchair.people.models import Account
from openchair.presence import actions as presence
from openchair.presence.policy import why_not_ask
from openchair.sharing import actions as sharing
from openchair.sharing.models import Audience, Share, ShareKind


@transaction.atomic
def say(actor: Account, seat: Seat, *, at: datetime, **said: Any) -> str:
    """Says it, and where it was "Sit with me" to the whole table, asks for company in the same breath.

    Answers with the page to go to. Raises Refusal as `sharing.actions.say` does.
    """
    share = sharing.say(actor, seat, at=at, **said)
    if asks_for_company(share) and why_not_ask(seat) is None:
        return reverse("company", args=[presence.call(actor, seat, at=at).pk])
    return f"{reverse('circle', args=[seat.circle_id])}#said-{share.pk}"


def asks_for_company(share: Share) -> bool:
    return share.kind == ShareKind.SIT_WITH_ME and share.audience == Audience.CIRCLE
