"""Free retelling: someone points to a passage that tells of them, and asks that it go (5.7).

Its writer is asked first, privately, and not told by whom. A no goes to whoever listens
independently, and a human decides. Nothing of it is shown to anybody else.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.people.models import Account
from openchair.sharing import policy
from openchair.sharing.models import Answer, Retelling, RetellingState, Share

LEFT_OUT = "[…]"
SEARCHED = 2000

type Said = Share | Answer


def containing(viewer: Account, words: str) -> list[Said]:
    """Others' words that this reader may read and that hold this passage, newest first.

    Looked for in the reader's own words, within the newest two thousand of each kind, and not kept
    (I-8).
    """
    passage = clean(words)
    rows: list[Said] = [*_read_by(viewer, Share), *_read_by(viewer, Answer)] if passage else []
    found = [row for row in rows if passage in row.words]
    return sorted(found, key=lambda row: row.said_at, reverse=True)


def _read_by[Row: (Share, Answer)](viewer: Account, kind: type[Row]) -> list[Row]:
    rows = kind.objects.for_viewer(viewer).filter(taken_back_at__isnull=True)
    return list(rows.exclude(author=viewer.pk).order_by("-said_at")[:SEARCHED])


@transaction.atomic
def point(actor: Account, said: Said, words: str, *, at: datetime) -> Retelling:
    """Ask the writer. Raises Refusal for what does not stand there, or was asked before."""
    passage, place = clean(words), _place(said)
    before = Retelling.objects.for_viewer(actor).filter(asker=actor, **place).first()
    if before is not None and before.words == passage:
        return before
    if reason := policy.why_not_point(
        actor, said.author_id, said.words, passage, asked_before=before is not None
    ):
        raise Refusal(reason)
    row = Retelling.objects.for_viewer(actor).create(
        asker=actor, writer_id=Account(pk=said.author_id).pk, words=passage, asked_at=at, **place
    )
    letters.write(Account(pk=row.writer_id), Kind.SOMETHING, about=row.pk, at=at)
    return row


def _place(said: Said) -> Any:
    return {"share_id" if isinstance(said, Share) else "answer_id": said.pk}


@transaction.atomic
def take_out(actor: Account, passage: Retelling) -> None:
    """The passage goes from the words, which are sealed anew without it."""
    if reason := policy.why_not_settle(actor, passage):
        raise Refusal(reason)
    with acting_for_the_house("taking out a passage"):
        said = _where_it_stands(passage)
        said.words = said.words.replace(passage.words, LEFT_OUT)
        said.save()
    _settle(passage, RetellingState.TAKEN_OUT)


@transaction.atomic
def keep(actor: Account, passage: Retelling, *, at: datetime) -> None:
    """The writer's no goes to whoever listens independently; theirs is the last word.

    Where nobody in this house does, the words stay as they are.
    """
    if reason := policy.why_not_settle(actor, passage):
        raise Refusal(reason)
    asked_first = passage.state == RetellingState.ASKED
    listeners = [one for one in holders(Duty.EAR) if one.pk != passage.writer_id]
    if not asked_first or not listeners:
        _settle(passage, RetellingState.KEPT)
        return
    passage.state = RetellingState.REFUSED
    passage.save()
    letters.write_to_each(listeners, Kind.SOMETHING, about=passage.pk, at=at)


def _settle(passage: Retelling, state: RetellingState) -> None:
    with acting_for_the_house("taking out a passage"):
        passage.words, passage.state = "", state
        passage.save()


def _where_it_stands(passage: Retelling) -> Said:
    if passage.share_id is not None:
        return Share.objects.get(pk=passage.share_id)
    return Answer.objects.get(pk=str(passage.answer_id))


def forget_retellings(actor: Viewer, **place: UUID) -> None:
    """Words taken back take the passage with them, whoever had asked about it."""
    Retelling.objects.for_viewer(actor).filter(**place).delete()
