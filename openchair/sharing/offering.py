""" "May I offer an idea?": what waits behind a yes (spec/model.md, Response; I-7; AS-10)."""

from datetime import datetime
from typing import Any

from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing.models import Answer, Offer, OfferReply, Share


def waits_here(actor: Account, share: Share) -> bool:
    """One at a time from each person, whatever became of it: they are never told."""
    mine = Answer.objects.for_viewer(actor).filter(author=actor, share=share.pk)
    return mine.filter(held=True, taken_back_at__isnull=True).exists()


def offer(actor: Account, row: Answer, *, at: datetime) -> Offer:
    """The writer of the share reads that there is something, and whose; they alone read the offer."""
    with acting_for_the_house("offering an idea"):
        return Offer.objects.create(
            share_id=row.share_id, answer_id=row.pk, by=actor, kind=row.kind, offered_at=at
        )


def set_reply(row: Offer, reply: OfferReply) -> None:
    row.reply = reply
    row.save(update_fields=["reply"])
    if reply == OfferReply.YES:
        with acting_for_the_house("opening an idea"):
            Answer.objects.filter(pk=row.answer_id).update(held=False)


def forget_offers(**which: Any) -> None:
    """Where the words went that it was for, or the one who offered: nothing is asked any more."""
    with acting_for_the_house("forgetting an offer"):
        Offer.objects.filter(**which).delete()
