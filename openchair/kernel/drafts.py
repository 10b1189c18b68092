"""What a person has begun to write is kept for them, sealed, until they say it or throw it away.

`place` names where they are writing, for example "circle:<uuid>". Whether a person wants drafts kept
is asked by the caller. Words of someone who is not signed in lie in their session, which is sealed.
"""

import re
from datetime import datetime

from django.db import transaction
from django.http import HttpRequest

from openchair.kernel.guard import Viewer
from openchair.kernel.models import Draft
from openchair.kernel.text import WORDS_LIMIT, clean

HELD = "held_words"
MOST_HELD = 5
MOST_KEPT = 100
PLACE = re.compile(r"[\w: -]{1,200}", re.ASCII)


def keep(actor: Viewer, place: str, words: str, at: datetime) -> None:
    """The newest words for this place take the place of the older. Blank words discard the draft.

    What is no place keeps nothing. Beyond a hundred places, the oldest gives way.
    """
    if not is_place(place):
        return
    kept = clean(words)[:WORDS_LIMIT]
    if kept:
        drafts = Draft.objects.for_viewer(actor)
        newest = {"words": kept, "kept_at": at}
        _draft, made = drafts.update_or_create(account_id=actor.pk, place=place, defaults=newest)
        if made:
            _make_room(actor)
    else:
        discard(actor, place)


def _make_room(actor: Viewer) -> None:
    drafts = Draft.objects.for_viewer(actor).order_by("-kept_at", "pk")
    for oldest in drafts[MOST_KEPT:]:
        oldest.delete()


def is_place(name: str) -> bool:
    """Whether words can be kept under this name."""
    return PLACE.fullmatch(name) is not None


def read(viewer: Viewer, place: str) -> str:
    """The kept words, or a blank."""
    draft = Draft.objects.for_viewer(viewer).filter(place=place).first()
    return draft.words if draft else ""


def kept_by(viewer: Viewer) -> dict[str, str]:
    """Everything this person has begun to write, by place."""
    return {draft.place: draft.words for draft in Draft.objects.for_viewer(viewer)}


@transaction.atomic(savepoint=False)
def discard(actor: Viewer, place: str) -> None:
    Draft.objects.for_viewer(actor).filter(place=place).delete()


def hold(request: HttpRequest, place: str, words: str, *, by: str) -> None:
    """Keep the words of someone whose session has ended until they sign in again in this browser.

    `by` marks who wrote them: nobody else gets them, and words without such a mark are not held. At
    most five places are held; the oldest gives way.
    """
    if not (by and is_place(place)):
        return
    held = {name: old for name, old in request.session.get(HELD, {}).items() if name != place}
    held[place] = [by, clean(words)[:WORDS_LIMIT]]
    request.session[HELD] = dict(list(held.items())[-MOST_HELD:])


def take_up(request: HttpRequest, actor: Viewer, at: datetime, *, by: str) -> list[str]:
    """Move what this session holds of them (`by`, as in `hold`) into the drafts of whoever has now
    signed in, and say for which places. What somebody else wrote here is let go. A draft that lies
    there already is kept above the newer words."""
    held: dict[str, list[str]] = request.session.pop(HELD, {})
    theirs = {place: words for place, (writer, words) in held.items() if writer == by}
    for place, words in theirs.items():
        before = read(actor, place)
        keep(actor, place, _joined(before, words), at)
    return list(theirs)


def _joined(before: str, words: str) -> str:
    return words if before in words else f"{before}\n\n{words}"
