from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openchair.circles.models import Seat
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account
from openchair.sharing import letters, policy
from openchair.sharing.models import Audience, Need, Share
from openchair.sharing.readers import chosen_here
from openchair.sharing.retellings import forget_retellings
from openchair.sharing.widening import let_read


@transaction.atomic
def change(
    actor: Account,
    seat: Seat,
    share: Share,
    *,
    words: str,
    warning: str,
    need: Need,
    audience: Audience,
    readers: Collection[UUID],
    at: datetime,
) -> Share:
    """Says one's own words otherwise, or to others: softer, narrower, wider (spec/model.md, Share).

    Answers of others never go along to more people without their yes (I-4). Raises Refusal as `say`
    does, and where the words are not the actor's or were taken back.
    """
    words, chosen = clean(words), chosen_here(actor, seat, audience, readers)
    reasons = policy.why_not_change(actor, share), policy.why_not_say(seat, words)
    if reason := next(filter(None, reasons), policy.why_not_to(audience, chosen, readers)):
        raise Refusal(reason)
    if words != share.words:
        share.words, share.softened_at = words, at
        forget_retellings(actor, share=share.pk)
    share.warning, share.need, was = warning, need, share.widened_at
    newly = let_read(actor, share, chosen, audience, at=at)
    share.save()
    if share.widened_at != was:
        letters.said(actor, seat, share, to=newly, at=at)
        letters.widened(actor, share, at=at)
    return share
