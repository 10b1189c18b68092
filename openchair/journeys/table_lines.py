"""What a letter says inside about a table as a whole: asked of all, asked of one, put down; and talks."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.asked import has_said_yes
from openchair.circles.keepers import put_down_by_others
from openchair.circles.models import (
    HostCall,
    KeeperState,
    KeeperTerm,
    QuestionState,
    TableQuestion,
)
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Account
from openchair.people.queries import names_of

type Said = tuple[str, str, tuple[UUID, ...]]
"""A sentence, the page it leads to, and what it asks about, if that can wait."""


def table_sentences(viewer: Account, about: list[UUID]) -> list[Said]:
    """While there is something to do there. A talk is a duty of whoever greets people: it comes."""
    if not about:
        return []
    return [
        *_questions(viewer, about),
        *_asked(viewer, about),
        *_put_down(viewer, about),
        *_talks(viewer, about),
    ]


def _questions(viewer: Account, about: list[UUID]) -> list[Said]:
    rows = TableQuestion.objects.for_viewer(viewer).filter(pk__in=about)
    return [
        (
            _("Everyone at %(table)s is asked something, and your word is wanted too.")
            % {"table": within_a_sentence(row.circle.name)},
            reverse("question", args=[row.pk]),
            (row.pk,),
        )
        for row in rows.filter(state=QuestionState.ASKING)
        if not row.circle.is_ending and not has_said_yes(viewer, row)
    ]


def _asked(viewer: Account, about: list[UUID]) -> list[Said]:
    terms = KeeperTerm.objects.for_viewer(viewer).filter(pk__in=about, account=viewer)
    return [
        (
            _("You are asked whether you would look after %(table)s.")
            % {"table": within_a_sentence(term.circle.name)},
            reverse("term", args=[term.pk]),
            (term.pk,),
        )
        for term in terms.filter(state=KeeperState.ASKED)
    ]


def _put_down(viewer: Account, about: list[UUID]) -> list[Said]:
    terms = put_down_by_others(viewer, about)
    names = names_of(viewer, [term.account_id for term in terms])
    return [
        (
            _("%(name)s is resting from keeping.") % {"name": names[term.account_id]},
            reverse("looking-after", args=[term.circle_id]),
            (),
        )
        for term in terms
        if term.account_id in names
    ]


def _talks(viewer: Account, about: list[UUID]) -> list[Said]:
    calls = HostCall.objects.for_viewer(viewer).filter(pk__in=about, done_at=None)
    return [
        (
            _("%(name)s would be helped by a talk with you, because you greet people.")
            % {"name": within_a_sentence(call.name) or _("Someone")},
            reverse("host-calls"),
            (),
        )
        for call in calls
    ]
