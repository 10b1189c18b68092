from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.models import Seat
from openchair.people.models import Account
from openchair.presence import actions as presence
from openchair.presence.unanswered import look_after
from openchair.sharing import actions as sharing
from openchair.sharing.models import Audience, ShareKind


def say(actor: Account, seat: Seat, *, at: datetime, **said: Any) -> str:
    """Says it, and sees that it is not left lying (AS-13); where it was "Sit with me" to the whole table,
    asks for company in the same breath.

    Answers with the page to go to. Raises Refusal as `sharing.actions.say` does.
    """
    if (said["kind"], said["audience"]) == (ShareKind.SIT_WITH_ME, Audience.CIRCLE):
        return _say_and_ask(actor, seat, at=at, **said)
    share = sharing.say(actor, seat, at=at, **said)
    look_after(actor, share, at=at)
    return f"{reverse('circle', args=[seat.circle_id])}#said-{share.pk}"


@transaction.atomic
def _say_and_ask(actor: Account, seat: Seat, *, at: datetime, **said: Any) -> str:
    sharing.say(actor, seat, at=at, **said)
    return reverse("company", args=[presence.call(actor, seat, at=at).pk])


def be_here(actor: Account, seat: Seat, *, at: datetime) -> None:
    """One press says it in their name, as ordinary words that want nothing back. Raises Refusal."""
    sharing.say_in_a_word(actor, seat, words=_("I’m here."), at=at)
