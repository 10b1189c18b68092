from datetime import datetime

from django.db import transaction

from openchair.circles.actions import seat_of
from openchair.kernel import drafts
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account
from openchair.sharing import letters, policy
from openchair.sharing.actions.saying import place_under, say
from openchair.sharing.hiding import forget_hidden
from openchair.sharing.models import (
    Answer,
    AnswerKind,
    Audience,
    Offer,
    OfferReply,
    Share,
    ShareKind,
    ShortAnswer,
    Witness,
)
from openchair.sharing.offering import forget_offers, offer, set_reply, waits_here
from openchair.sharing.retellings import forget_retellings


@transaction.atomic
def witness(
    actor: Account, share: Share, *, short: ShortAnswer = ShortAnswer.SEE, at: datetime
) -> Witness:
    """One short answer of each person; another one takes its place. Twice is once.

    Raises Refusal where it is not open (`what_is_open`).
    """
    if reason := policy.why_not_witness(actor, share, seat_of(actor, share.circle_id), short):
        raise Refusal(reason)
    row, made = Witness.objects.for_viewer(actor).get_or_create(
        share_id=share.pk, account=actor, defaults={"given_at": at, "short": short}
    )
    if made:
        letters.answered(actor, share, about=row.pk, at=at)
    elif row.short != short:
        row.short = short
        row.save(update_fields=["short"])
    return row


@transaction.atomic
def take_back_witness(actor: Account, share: Share) -> None:
    Witness.objects.for_viewer(actor).filter(share=share.pk, account=actor).delete()


@transaction.atomic
def answer(
    actor: Account,
    share: Share,
    *,
    words: str,
    kind: AnswerKind = AnswerKind.WORDS,
    open_to: str | None = None,
    at: datetime,
) -> Answer:
    """Words under a share. What the writer did not ask for waits for their yes (I-7).

    `open_to`: the mark of the share as the actor read it (`Share.open_to`). Raises Refusal when more
    people may read it since, this is not open there, there are no words, or something of theirs waits.
    """
    words = clean(words)
    if open_to is not None and open_to != share.open_to:
        raise Refusal(policy.more_may_read_now())
    seat = seat_of(actor, share.circle_id)
    if reason := policy.why_not_answer(actor, share, kind) or policy.why_not_say(seat, words):
        raise Refusal(reason)
    held = policy.waits_for_a_yes(actor, share, kind)
    if held and waits_here(actor, share):
        raise Refusal(policy.waits_already())
    row = Answer.objects.for_viewer(actor).create(
        share_id=share.pk, author=actor, words=words, kind=kind, held=held, said_at=at
    )
    drafts.discard(actor, place_under(share))
    about = offer(actor, row, at=at).pk if held else row.pk
    letters.answered(actor, share, about=about, at=at)
    return row


@transaction.atomic
def say_as_own(actor: Account, share: Share, *, words: str, at: datetime) -> Share:
    """A long “me too” becomes words of one's own, and leaves a short one where it was written (AS-11)."""
    witness(actor, share, short=ShortAnswer.ME_TOO, at=at)
    drafts.discard(actor, place_under(share))
    seat = seat_of(actor, share.circle_id)
    if seat is None or share.audience != Audience.CIRCLE:
        raise Refusal(policy.not_as_own())
    return say(
        actor,
        seat,
        words=words,
        kind=ShareKind.JUST_WORDS,
        need=None,
        audience=Audience.CIRCLE,
        at=at,
    )


@transaction.atomic
def take_back_answer(actor: Account, row: Answer, *, at: datetime) -> Answer:
    if reason := policy.why_not_take_back(actor, row.author_id):
        raise Refusal(reason)
    if row.taken_back_at is None:
        row.words, row.taken_back_at = "", at
        row.save()
        forget_retellings(actor, answer=row.pk)
        forget_offers(answer=row.pk)
        forget_hidden(answer=row.pk)
    return row


@transaction.atomic
def carry(actor: Account, row: Answer, *, at: datetime) -> None:
    """Lets an answer go along to all who read now what it stands under (I-4, AS-14)."""
    if reason := policy.why_not_carry(actor, row):
        raise Refusal(reason)
    row.carried_at = at
    row.save(update_fields=["carried_at"])


@transaction.atomic
def put_away(actor: Account, row: Answer, share: Share, *, at: datetime) -> None:
    """From under one's own words, at once. Its writer reads that it was put away; nobody else is told."""
    if reason := policy.why_not_put_away(actor, share, row):
        raise Refusal(reason)
    row.put_away_at = at
    row.save(update_fields=["put_away_at"])


@transaction.atomic
def close_answers(actor: Account, share: Share, *, closed: bool, at: datetime) -> None:
    if reason := policy.why_not_close_answers(actor, share):
        raise Refusal(reason)
    if closed != share.are_answers_closed:
        share.answers_closed_at = at if closed else None
        share.save(update_fields=["answers_closed_at"])


@transaction.atomic
def reply_to_offer(actor: Account, row: Offer, reply: OfferReply) -> None:
    """Yes opens it for all who read the share. The one who offered is never told of another reply."""
    set_reply(row, reply)
