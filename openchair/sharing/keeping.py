"""What this room holds on a person, and how it is forgotten. spec/model.md 5.7, I-26, I-27."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from openchair.circles.models import Circle
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing.erasing import erase_some
from openchair.sharing.mine import Own, every_answer, every_share, retellings_pointed_to
from openchair.sharing.models import (
    Answer,
    ClosedWords,
    Hidden,
    Reader,
    Retelling,
    Share,
    Witness,
)


def export(actor: Account) -> dict[str, Any]:
    """The person's own words, and when they saw others; never another's text.

    Words and answers are read as they are asked for, so that a hundred thousand need little memory.
    """
    tables = {circle.pk: circle.name for circle in Circle.objects.for_viewer(actor)}
    seen = Witness.objects.for_viewer(actor).filter(account=actor).order_by("given_at")
    return {
        "words": _words(actor, tables),
        "answers": _answers(actor, tables),
        "seen": [{"short": row.short, "given_at": row.given_at} for row in seen],
        "retellings": [_pointed_to(row) for row in retellings_pointed_to(actor)],
        **_hidden_and_closed(actor),
    }


def _hidden_and_closed(actor: Account) -> dict[str, Any]:
    """What was hidden of theirs, and that they hid or closed something; never another's text."""
    hidden = Hidden.objects.for_viewer(actor).order_by("hidden_at")
    closed = ClosedWords.objects.for_viewer(actor).order_by("closed_at")
    return {
        "words_hidden": [_why(row) for row in hidden.filter(account=actor)],
        "words_you_hid": [_why(row) for row in hidden.filter(by=actor)],
        "words_you_closed": [{"closed_at": row.closed_at} for row in closed],
    }


def _why(row: Hidden) -> dict[str, Any]:
    return {"note": row.note, "hidden_at": row.hidden_at}


def _words(actor: Account, tables: Mapping[UUID, str]) -> Iterator[dict[str, Any]]:
    for share in every_share(actor):
        yield {"table": tables.get(share.circle_id, "")} | _share(share)


def _share(share: Share) -> dict[str, Any]:
    fields = (
        "words",
        "kind",
        "need",
        "audience",
        "warning",
        "said_at",
        "softened_at",
        "taken_back_at",
        "answers_closed_at",
        "nameless",
    )
    return {field: getattr(share, field) for field in fields}


def _answers(actor: Account, tables: Mapping[UUID, str]) -> Iterator[dict[str, Any]]:
    for own in every_answer(actor):
        yield {"table": tables.get(own.circle_id, "")} | _answer(own)


def _answer(own: Own) -> dict[str, Any]:
    return {
        "words": own.row.words,
        "kind": own.row.kind if isinstance(own.row, Answer) else "",
        "said_at": own.row.said_at,
        "under_words_of": own.answered_at.date() if own.answered_at else None,
        "taken_back_at": own.row.taken_back_at,
        "nameless": own.row.nameless,
    }


def _pointed_to(row: Retelling) -> dict[str, Any]:
    """That they asked, and what came of it. The passage itself is another's words."""
    return {"asked_at": row.asked_at, "state": row.state}


def forget(account: Account) -> None:
    """The words and the name go, and the thread closes. Others' answers stay with their writers; who
    is to be asked about them is asked by `journeys.erasing`, before."""
    while erase_some(account, at=None):
        pass
    with acting_for_the_house("forgetting"):
        Witness.objects.filter(account=account).delete()
        Reader.objects.filter(account=account).delete()
        ClosedWords.objects.filter(account=account).delete()
        Hidden.objects.filter(account=account).delete()
        Hidden.objects.filter(by=account).update(by=None)
        Retelling.objects.filter(asker=account).update(asker=None)
