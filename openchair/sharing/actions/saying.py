from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openchair.circles.actions import read_anew
from openchair.circles.models import Seat
from openchair.kernel import drafts
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account
from openchair.sharing import letters, policy
from openchair.sharing.hiding import forget_hidden
from openchair.sharing.models import DISTRESS, Audience, Need, Share, ShareKind
from openchair.sharing.offering import forget_offers
from openchair.sharing.readers import choose, chosen_here
from openchair.sharing.retellings import forget_retellings

NEED_OF = dict.fromkeys(DISTRESS, Need.COMPANY) | {
    ShareKind.JOY: Need.GLAD,
    ShareKind.LAUGH: Need.GLAD,
    ShareKind.CELEBRATE: Need.GLAD,
    ShareKind.QUESTION: Need.QUESTIONS,
}
"""What would help where the writer did not say; of all else: read it with care."""


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
    readers: Collection[UUID] = (),
    warning: str = "",
    at: datetime,
) -> Share:
    """Say something at the table. Without a Need, the opening sets one (spec/model.md, Share).

    `readers`: accounts, where it is said to some by name. Raises Refusal when there are no words, too
    many, this person may not speak here now, or someone chosen does not sit there.
    """
    share = _say(
        actor,
        seat,
        words=clean(words),
        kind=kind,
        need=need or NEED_OF.get(kind, Need.READ),
        audience=audience,
        readers=readers,
        warning=warning,
        at=at,
    )
    remember_audience(seat, audience)
    drafts.discard(actor, place_of(seat))
    return share


@transaction.atomic
def say_in_a_word(actor: Account, seat: Seat, *, words: str, at: datetime) -> Share:
    """One press says this to the table, and nothing more is asked of anybody.

    What stands in the box, and who usually reads it, stay as they were. Raises Refusal.
    """
    kind, need = ShareKind.ORDINARY, Need.NOTHING
    return _say(actor, seat, words=words, kind=kind, need=need, audience=Audience.CIRCLE, at=at)


def _say(
    actor: Account,
    seat: Seat,
    *,
    words: str,
    kind: ShareKind,
    need: Need,
    audience: Audience,
    readers: Collection[UUID] = (),
    warning: str = "",
    at: datetime,
) -> Share:
    read_anew(actor, seat)
    chosen = chosen_here(actor, seat, audience, readers)
    if reason := policy.why_not_say(seat, words) or policy.why_not_to(audience, chosen, readers):
        raise Refusal(reason)
    share = Share.objects.for_viewer(actor).create(
        circle_id=seat.circle_id,
        author=actor,
        words=words,
        kind=kind,
        need=need,
        audience=audience,
        warning=warning,
        said_at=at,
    )
    if chosen:
        choose(actor, share, {one.account_id: at for one in chosen})
    letters.said(actor, seat, share, to=[one.account_id for one in chosen], at=at)
    return share


def remember_audience(seat: Seat, audience: Audience) -> None:
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
        share.words, share.warning, share.taken_back_at = "", "", at
        share.save()
        forget_retellings(actor, share=share.pk)
        forget_offers(share=share.pk)
        forget_hidden(share=share.pk, answer=None)
    return share
