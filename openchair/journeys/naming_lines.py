"""What a letter says inside about someone who was named, and to whoever keeps someone away."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.models import Naming, NamingState, TurnedAway
from openchair.circles.queries_of_room import answers_of
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Account
from openchair.people.queries import names_of

type Said = tuple[str, str, tuple[UUID, ...]]
"""A sentence, the page it leads to, and what it asks about, if anything."""

SETTLED = (NamingState.READY, NamingState.NOT_NOW)


def naming_sentences(viewer: Account, about: list[UUID]) -> list[Said]:
    if not about:
        return []
    namings = list(Naming.objects.for_viewer(viewer).filter(pk__in=about))
    mine = [row for row in namings if row.by_id == viewer.pk and row.state in SETTLED]
    asked = [row for row in namings if row.by_id != viewer.pk]
    return [*_asked(viewer, asked), *map(_outcome, mine), *_turned_away(viewer, about)]


def _asked(viewer: Account, namings: list[Naming]) -> list[Said]:
    """Until they have answered."""
    said = answers_of(viewer, namings)
    open_ones = [row for row in namings if row.pk not in said]
    names = names_of(viewer, (row.by_id for row in open_ones))
    sentence = _("%(name)s would like to invite %(named)s. You are asked in private.")
    return [
        (
            sentence % {"name": names[row.by_id], "named": within_a_sentence(row.name)},
            reverse("naming", args=[row.pk]),
            (row.pk,),
        )
        for row in open_ones
        if row.by_id in names
    ]


def _outcome(row: Naming) -> Said:
    """The same sentence for either outcome."""
    sentence = _("There is an answer about %(name)s.") % {"name": within_a_sentence(row.name)}
    return sentence, reverse("naming", args=[row.pk]), ()


def _turned_away(viewer: Account, about: list[UUID]) -> list[Said]:
    """For them alone (AS-04)."""
    rows = TurnedAway.objects.for_viewer(viewer).filter(pk__in=about)
    sentence = _(
        "Someone you keep away tried to take a seat. They did not get it, and were told nothing "
        "about you."
    )
    return [(sentence, reverse("turned-away", args=[row.pk]), ()) for row in rows]
