"""What a newcomer reads within the house when someone walks beside them."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.models import Beside, Circle
from openchair.kernel.text import within_a_sentence
from openchair.people.models import Account
from openchair.people.queries import names_of


def beside_sentences(viewer: Account, about: list[UUID]) -> list[tuple[str, str]]:
    """A sentence and the table it leads to, while the other walks beside them."""
    rows = list(Beside.objects.for_viewer(viewer).filter(pk__in=about, newcomer=viewer))
    tables = Circle.objects.for_viewer(viewer).in_bulk({row.circle_id for row in rows})
    names = names_of(viewer, {row.by_id for row in rows})
    sentence = _("%(name)s walks beside you at %(table)s. You can ask anything.")
    return [
        (
            sentence
            % {"name": names[row.by_id], "table": within_a_sentence(tables[row.circle_id].name)},
            reverse("circle", args=[row.circle_id]),
        )
        for row in rows
        if row.by_id in names and row.circle_id in tables
    ]
