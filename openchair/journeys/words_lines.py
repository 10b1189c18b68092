"""What a letter says inside about words and answers, but for those of someone the reader keeps distance
from: theirs wait at the table."""

from collections.abc import Mapping
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.distances import distant_anywhere
from openchair.people.models import Account
from openchair.people.queries import names_of
from openchair.sharing.models import Answer, Offer, Share, Witness
from openchair.sharing.namelessness import is_by_one_of, name_on, named
from openchair.sharing.queries import Offered

type Tables = Mapping[UUID, set[UUID]]
"""By table, from whom the reader keeps distance there."""


def words_sentences(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    """A sentence and the words it leads to."""
    if not about:
        return []
    far: dict[UUID, set[UUID]] = {}
    for table, other in distant_anywhere(viewer):
        far.setdefault(table, set()).add(other)
    return [
        *_words(viewer, about, far),
        *_answers(viewer, about, far),
        *_widened(viewer, about, far),
        *_offers(viewer, about, far),
    ]


def _words(viewer: Account, about: list[UUID], far: Tables) -> list[tuple[str, str]]:
    shares = list(Share.objects.for_viewer(viewer).filter(pk__in=about, taken_back_at__isnull=True))
    near = [row for row in shares if not is_by_one_of(far.get(row.circle_id, ()), row)]
    names = names_of(viewer, named(near))
    return [
        (_("%(name)s said something to you.") % {"name": name}, _said(share))
        for share in near
        if (name := name_on(share, names))
    ]


def _answers(viewer: Account, about: list[UUID], far: Tables) -> list[tuple[str, str]]:
    rows = Answer.objects.for_viewer(viewer).filter(pk__in=about, taken_back_at__isnull=True)
    answers, seen = list(rows), list(Witness.objects.for_viewer(viewer).filter(pk__in=about))
    under = {row.share_id for row in answers} | {row.share_id for row in seen}
    standing = Share.objects.for_viewer(viewer).filter(pk__in=under, taken_back_at__isnull=True)
    shares = list(standing)
    distant = {share.pk: far.get(share.circle_id, set()) for share in shares}
    theirs = [row for row in answers if row.author_id != viewer.pk]
    near = [row for row in theirs if not is_by_one_of(distant.get(row.share_id, ()), row)]
    saw = [row for row in seen if row.account_id not in distant.get(row.share_id, ())]
    names = names_of(viewer, named(near) | {row.account_id for row in saw})
    by = {row.share_id: name_on(row, names) for row in near}
    by |= {row.share_id: names.get(row.account_id) for row in saw}
    sentence = _("%(name)s answered your words.")
    return [(sentence % {"name": by[s.pk]}, _said(s)) for s in shares if by.get(s.pk)]


def _widened(viewer: Account, about: list[UUID], far: Tables) -> list[tuple[str, str]]:
    """Of answers of the reader's own: more people read by now what they stand under (I-4)."""
    rows = Answer.objects.for_viewer(viewer).filter(pk__in=about, author=viewer)
    rows = rows.filter(taken_back_at__isnull=True, asked_at__isnull=True)
    under = Share.objects.for_viewer(viewer).filter(pk__in=[row.share_id for row in rows])
    shares = [row for row in under if not is_by_one_of(far.get(row.circle_id, ()), row)]
    names = names_of(viewer, named(shares))
    sentence = _(
        "%(name)s lets more people read words you answered. Your answer stays where it was."
    )
    return [(sentence % {"name": name}, _said(s)) for s in shares if (name := name_on(s, names))]


def _offers(viewer: Account, about: list[UUID], far: Tables) -> list[tuple[str, str]]:
    """That someone has something for them, and nothing of it (I-7)."""
    rows = list(Offer.objects.for_viewer(viewer).filter(pk__in=about, reply=""))
    under = Share.objects.for_viewer(viewer).filter(pk__in=[row.share_id for row in rows])
    distant = {share.pk: far.get(share.circle_id, set()) for share in under}
    near = [row for row in rows if row.by_id not in distant.get(row.share_id, ())]
    names = names_of(viewer, (row.by_id for row in near))
    return [
        (Offered(row, names[row.by_id]).sentence, reverse("words", args=[row.share_id]))
        for row in near
        if row.by_id in names
    ]


def _said(share: Share) -> str:
    return reverse("words", args=[share.pk])
