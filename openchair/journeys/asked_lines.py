"""What a letter says inside to someone who is asked something about words: theirs, or in the listener's care."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.people.models import Account
from openchair.sharing.mine import questions, retellings_to_settle

type Asking = tuple[str, str, tuple[UUID, ...]]
"""A sentence, the page it leads to, and what it asks about."""


def asked_sentences(viewer: Account, about: list[UUID]) -> list[Asking]:
    """While the question is open."""
    return [*_answers(viewer, about), *_passages(viewer, about)] if about else []


def _answers(viewer: Account, about: list[UUID]) -> list[Asking]:
    asked = tuple(row.pk for row in questions(viewer) if row.pk in about)
    sentence = _("You are asked what shall become of an answer of yours.")
    return [(sentence, reverse("private-page"), asked)] if asked else []


def _passages(viewer: Account, about: list[UUID]) -> list[Asking]:
    mine = _("You are asked about a passage in your words.")
    theirs = _("You are asked to decide about a passage, because you listen here.")
    return [
        (
            mine if row.writer_id == viewer.pk else theirs,
            reverse("passage", args=[row.pk]),
            (row.pk,),
        )
        for row in retellings_to_settle(viewer)
        if row.pk in about
    ]
