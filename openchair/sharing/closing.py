"""Closing words for oneself: they wait behind a fold, and nobody is told (spec/model.md 5.6.7)."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from openchair.kernel.guard import Viewer
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account
from openchair.sharing import policy
from openchair.sharing.models import Answer, ClosedWords, Share


@transaction.atomic
def close_for_oneself(
    actor: Account, share: Share, answer: Answer | None = None, *, at: datetime
) -> None:
    """The share with what stands under it; or one answer. Twice is once."""
    said = answer or share
    if reason := policy.why_not_close_for_oneself(actor, said):
        raise Refusal(reason)
    ClosedWords.objects.for_viewer(actor).get_or_create(
        account=actor, **_place(said), defaults={"closed_at": at}
    )


@transaction.atomic
def leave_open(actor: Account, share: Share, answer: Answer | None = None) -> None:
    """Leaving open what was never closed does nothing."""
    rows = ClosedWords.objects.for_viewer(actor).filter(account=actor)
    rows.filter(**_place(answer or share)).delete()


def _place(said: Share | Answer) -> Any:
    return {"share_id" if isinstance(said, Share) else "answer_id": said.pk}


def closed_shares(viewer: Viewer) -> dict[str, Exists]:
    """To be read with the rows: whether the reader closed each for themselves."""
    rows = ClosedWords.objects.for_viewer(viewer)
    return {"is_closed_for_me": Exists(rows.filter(share=OuterRef("pk")))}


def closed_answers(viewer: Viewer) -> dict[str, Exists]:
    rows = ClosedWords.objects.for_viewer(viewer)
    return {"is_closed_for_me": Exists(rows.filter(answer=OuterRef("pk")))}
