"""What a letter says inside about words that nobody has answered: to whoever is asked, and to their writer."""

from uuid import UUID

from django.urls import reverse

from openchair.people.models import Account
from openchair.presence.waits import asked_to_answer, told_about, waiting_sentence, what_happened

type Said = tuple[str, str, tuple[UUID, ...]]
"""A sentence, the page it leads to, and what it asks about, if it asks."""


def waiting_sentences(viewer: Account, about: list[UUID]) -> list[Said]:
    return [*_asked(viewer, about), *_told(viewer, about)] if about else []


def _asked(viewer: Account, about: list[UUID]) -> list[Said]:
    return [
        (waiting_sentence(), reverse("waiting", args=[row.pk]), (row.pk,))
        for row in asked_to_answer(viewer)
        if row.pk in about
    ]


def _told(viewer: Account, about: list[UUID]) -> list[Said]:
    return [
        (what_happened(viewer, row), reverse("what-happened", args=[row.pk]), ())
        for row in told_about(viewer)
        if row.pk in about
    ]
