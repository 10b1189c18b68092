from datetime import datetime

from django.db import transaction

from openchair.circles.actions import read_anew, seat_of
from openchair.circles.models import Seat
from openchair.kernel import drafts
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account
from openchair.sharing import letters, policy
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind, Witness
from openchair.sharing.retellings import forget_retellings

NEED_OF = {
    ShareKind.JUST_WORDS: Need.READ,
    ShareKind.NOT_OKAY: Need.COMPANY,
    ShareKind.SIT_WITH_ME: Need.COMPANY,
    ShareKind.ORDINARY: Need.READ,
}


def place_of(seat: Seat) -> str:
    """Where the unsent words of the box on a table's page are kept."""
    return f"table:{seat.circle_id}"


def place_under(share: Share) -> str:
    """Where the unsent words of the line under a share are kept."""
    return f"share:{share.pk}"


@transaction.atomic
def say(
    actor: Account,
    seat: Seat,
    *,
    words: str,
    kind: ShareKind,
    need: Need | None,
    audience: Audience,
    at: datetime,
) -> Share:
    """Say something at the table. Without a Need, the opening sets one (spec/model.md, Share).

    Raises Refusal when there are no words, too many, or this person may not speak here now.
    """
    words = clean(words)
    read_anew(actor, seat)
    if reason := policy.why_not_say(seat, words):
        raise Refusal(reason)
    share = Share.objects.for_viewer(actor).create(
        circle_id=seat.circle_id,
        author=actor,
        words=words,
        kind=kind,
        need=need or NEED_OF[kind],
        audience=audience,
        said_at=at,
    )
    _remember_audience(seat, audience)
    drafts.discard(actor, place_of(seat))
    letters.said(actor, seat, share, at=at)
    return share


def _remember_audience(seat: Seat, audience: Audience) -> None:
    """At first the table, afterwards whatever was used last."""
    if seat.usual_audience != audience:
        seat.usual_audience = audience
        seat.save(update_fields=["usual_audience"])


@transaction.atomic
def take_back(actor: Account, share: Share, *, at: datetime) -> Share:
    """The words go at once, for everyone, with their key. The place says "Words taken back"."""
    if reason := policy.why_not_take_back(actor, share.author_id):
        raise Refusal(reason)
    if not share.is_taken_back:
        share.words, share.taken_back_at = "", at
        share.save()
        forget_retellings(actor, share=share.pk)
    return share


@transaction.atomic
def witness(actor: Account, share: Share, *, at: datetime) -> Witness:
    if reason := policy.why_not_witness(actor, share, seat_of(actor, share.circle_id)):
        raise Refusal(reason)
    row, made = Witness.objects.for_viewer(actor).get_or_create(
        share_id=share.pk, account=actor, defaults={"given_at": at}
    )
    if made:
        letters.answered(actor, share, about=row.pk, at=at)
    return row


@transaction.atomic
def take_back_witness(actor: Account, share: Share) -> None:
    Witness.objects.for_viewer(actor).filter(share=share.pk, account=actor).delete()


@transaction.atomic
def answer(actor: Account, share: Share, *, words: str, at: datetime) -> Answer:
    """Kind words under a share. Raises Refusal when the Need asks for none, or there are no words."""
    words = clean(words)
    seat = seat_of(actor, share.circle_id)
    if reason := policy.why_not_answer(actor, share) or policy.why_not_say(seat, words):
        raise Refusal(reason)
    row = Answer.objects.for_viewer(actor).create(
        share_id=share.pk, author=actor, words=words, said_at=at
    )
    drafts.discard(actor, place_under(share))
    letters.answered(actor, share, about=row.pk, at=at)
    return row


@transaction.atomic
def take_back_answer(actor: Account, row: Answer, *, at: datetime) -> Answer:
    if reason := policy.why_not_take_back(actor, row.author_id):
        raise Refusal(reason)
    if row.taken_back_at is None:
        row.words, row.taken_back_at = "", at
        row.save()
        forget_retellings(actor, answer=row.pk)
    return row
