"""What a letter says inside when one is worried about another: to the writer, to whoever is worried once
they are answered, and to whoever is asked to look in. Not of whom the reader keeps distance from."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.distances import distant_anywhere
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.presence.models import Worry, WorryReply


def worry_sentences(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    """A sentence and the page it leads to."""
    rows = list(Worry.objects.for_viewer(viewer).filter(pk__in=about, taken_back_at=None))
    if not rows:
        return []
    far = distant_anywhere(viewer)
    near = [row for row in rows if not {(row.circle_id, one) for one in _others(row, viewer)} & far]
    names = names_of(viewer, {one for row in near for one in (row.by_id, row.of_id)})
    return [
        (sentence, _page(viewer, row))
        for row in near
        if {row.by_id, row.of_id} <= names.keys() and (sentence := _said(viewer, row, names))
    ]


def _others(row: Worry, viewer: Account) -> set[UUID]:
    """Whose wish it is: not of the writer, where the reader was worried about them."""
    if row.by_id == viewer.pk:
        return set()
    return {row.by_id, row.of_id} - {viewer.pk}


def _said(viewer: Account, row: Worry, names: dict[UUID, str]) -> str:
    by, of = {"name": names[row.by_id]}, {"name": names[row.of_id]}
    if row.of_id == viewer.pk:
        waits = _("%(name)s is worried about you, and would like to be here with you.") % by
        return "" if row.reply else waits
    if row.by_id != viewer.pk:
        asked = _("%(name)s is worried about %(writer)s, and you are asked to look in.")
        return asked % (by | {"writer": names[row.of_id]})
    if row.reply == WorryReply.CALL_ME:
        return _("%(name)s asks you to call.") % of
    return _("%(name)s answered you.") % of if row.reply else ""


def _page(viewer: Account, row: Worry) -> str:
    if row.by_id == viewer.pk:
        return reverse("worried", args=[row.share_id])
    return reverse("worry", args=[row.pk])
