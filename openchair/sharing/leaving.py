"""What leaving a table does to words that were said there by name (I-4)."""

from uuid import UUID

from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing.models import Reader, Share


def is_chosen_no_more(actor: Account, circle_id: UUID) -> None:
    """Whoever leaves is no longer among those named at that table, and comes back as one who comes later:
    what was answered meanwhile was not said to them (I-4). Whoever wrote the words may choose them again."""
    with acting_for_the_house("leaving"):
        said = Share.objects.filter(circle=circle_id)
        Reader.objects.filter(account=actor.pk, share__in=said.values("pk")).delete()
