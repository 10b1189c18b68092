"""Reads of words that wait: for whoever is asked to answer, and for their writer."""

from uuid import UUID

from django.utils.translation import gettext as _

from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.presence.models import AskedToAnswer, Waiting
from openchair.presence.queries import asked_in_words
from openchair.presence.unanswered import unanswered_of
from openchair.sharing.models import Share


def asked_to_answer(viewer: Account) -> list[AskedToAnswer]:
    """What waits for this reader: they were asked, and have not said that they cannot."""
    rows = AskedToAnswer.objects.for_viewer(viewer).filter(account=viewer.pk, passed_at=None)
    found = list(rows.order_by("asked_at"))
    waiting = unanswered_of(row.share_id for row in found)
    return [row for row in found if row.share_id in waiting]


def is_still_asked(viewer: Account, asked: UUID) -> bool:
    return any(row.pk == asked for row in asked_to_answer(viewer))


def waiting_sentence() -> str:
    """Without a name, and without what they say."""
    return _("Someone’s words are waiting.")


def told_about(viewer: Account) -> list[Waiting]:
    """Own words that nobody has answered yet, once their writer may know it."""
    rows = list(Waiting.objects.for_viewer(viewer).filter(told_at__isnull=False))
    waiting = unanswered_of(row.share_id for row in rows)
    return [row for row in rows if row.share_id in waiting]


def what_happened(viewer: Account, row: Waiting) -> str:
    """The truth, as it is (AS-13)."""
    share = Share.objects.for_viewer(viewer).get(pk=row.share_id)
    if not share.is_distress:
        return _("Nobody has been able to answer yet. That is not about your words.")
    rows = AskedToAnswer.objects.for_viewer(viewer).filter(waiting=row.pk)
    names = names_of(viewer, rows.values_list("account", flat=True))
    if not names:
        return _("Nobody at this table has said that they may be asked at this hour.")
    return asked_in_words(sorted(names.values(), key=str.casefold))
