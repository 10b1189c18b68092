"""Reads of letters to the host: the host's, and the one page of whoever wrote."""

from datetime import datetime
from uuid import UUID

from openchair.circles.queries import Shown, cards
from openchair.kernel.guard import Viewer, acting_for_the_house
from openchair.pathways.models import HostLetter, LetterState
from openchair.pathways.models.letters import WAITING
from openchair.pathways.placing import hashed


def by_place(place: str, *, at: datetime) -> HostLetter | None:
    """The letter whose private address this is, while it is there."""
    with acting_for_the_house("opening a letter to the host"):
        letter = HostLetter.objects.filter(place_hash=hashed(place)).first()
    return letter if letter and at < letter.gone_at else None


def by_id(letter_id: UUID) -> HostLetter | None:
    """For the outbox, which knows no more of a letter than this."""
    with acting_for_the_house("opening a letter to the host"):
        return HostLetter.objects.filter(pk=letter_id).first()


def host_letters(viewer: Viewer, *, at: datetime) -> tuple[list[HostLetter], list[HostLetter]]:
    """Those that wait for an answer, oldest first, and those that have one."""
    letters = HostLetter.objects.for_viewer(viewer).exclude(state=LetterState.CLOSED)
    there = [one for one in letters.order_by("written_at", "pk") if at < one.gone_at]
    return [one for one in there if one.waits], [one for one in there if not one.waits]


def letters_wait(viewer: Viewer) -> bool:
    """Whether this host finds a letter without an answer."""
    return HostLetter.objects.for_viewer(viewer).filter(state__in=WAITING).exists()


def told_tables(viewer: Viewer, letter: HostLetter) -> list[Shown]:
    """The cards the host told of, as far as this reader may still see them."""
    return [shown for shown in cards(viewer) if str(shown.card.pk) in letter.tables]
