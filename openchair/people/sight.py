"""Whose names may I read?

Those who sit with me. Tables are known only higher up, so the question is handed over once, at start,
by `circles.apps`: the same way as `journeys.sending` hands its questions to `delivery`.
"""

from collections.abc import Callable

from django.db.models import Q

from openchair.kernel.guard import Viewer

type Company = Callable[[Viewer], Q]

_questions: list[Company] = []


def people_are_seen_through(question: Company) -> None:
    """`question(viewer)` is a condition on Person (over `account`), without joins."""
    if question not in _questions:
        _questions.append(question)


def company_of(viewer: Viewer) -> Q:
    company = Q(pk__in=[])
    for question in _questions:
        company |= question(viewer)
    return company
