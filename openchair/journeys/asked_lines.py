"""What a letter says inside to someone who is asked something about words: theirs, or in the listener's care."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.models import Account
from openchair.sharing.mine import questions, retellings_to_settle


def asked_sentences(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    """A sentence and the page it leads to, while the question is open."""
    return [*_answers(viewer, about), *_passages(viewer, about)] if about else []


def _answers(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    asked = any(row.pk in about for row in questions(viewer))
    sentence = _("You are asked what shall become of an answer of yours.")
    return [(sentence, reverse("private-page"))] if asked else []


def _passages(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    mine = _("You are asked about a passage in your words.")
    theirs = _("You are asked to decide about a passage, because you listen here.")
    return [
        (mine if row.writer_id == viewer.pk else theirs, reverse("passage", args=[row.pk]))
        for row in retellings_to_settle(viewer)
        if row.pk in about
    ]
