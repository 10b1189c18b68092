"""What hidden words say within the house: to whoever wrote them, and to those who listen."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.house.models import Duty
from openchair.house.queries import has_duty
from openchair.people.models import Account
from openchair.sharing.hidden import hidden_to_look_at
from openchair.sharing.models import Hidden, Share


def hidden_sentences(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    """A sentence and the page it leads to, while the words are hidden."""
    return [*_of_mine(viewer, about), *_to_look_at(viewer, about)] if about else []


def _of_mine(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    rows = Hidden.objects.for_viewer(viewer).filter(pk__in=about, account=viewer.pk)
    read = Share.objects.for_viewer(viewer).filter(pk__in=[row.share_id for row in rows])
    sentence = _("Words of yours are hidden from the others. There you read by whom, and why.")
    return [(sentence, reverse("words", args=[share.pk])) for share in read]


def _to_look_at(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    if not has_duty(viewer, Duty.EAR):
        return []
    there = any(row.pk in about for row in hidden_to_look_at(viewer))
    asked = _("Words were hidden at a table. You can look at it, because you listen here.")
    return [(asked, reverse("hidden-words"))] if there else []
