"""Reads for pages."""

from itertools import groupby

from django.conf import settings

from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter, State, Unreached, Unwanted
from openchair.delivery.reaching import trace_of
from openchair.delivery.wording import Mail, mail_for
from openchair.kernel.guard import Viewer, acting_for_the_house

AT_MOST = 10
BY_MAIL_ALONE = (Kind.SIGN_IN_CODE, Kind.SECURITY)
"""A warning is mailed even to who reads everything inside: the one who is inside may not be them."""


def inside(viewer: Viewer) -> list[Letter]:
    """What this person has not read yet: the newest ten at most, newest first, in one query.

    A letter names only a thing's id. Read that thing for the viewer before telling of it: they may
    have lost sight of it since.
    """
    unread = Letter.objects.for_viewer(viewer).filter(read_at=None).exclude(state=State.LET_GO)
    return list(unread.exclude(kind__in=BY_MAIL_ALONE).order_by("-written_at", "pk")[:AT_MOST])


def switched_off(viewer: Viewer) -> set[Kind]:
    """The kinds they want no mail about."""
    off = Unwanted.objects.for_viewer(viewer).values_list("kind", flat=True)
    return {Kind(kind) for kind in off}


def does_not_arrive(viewer: Viewer, address: str | None) -> bool:
    """Whether the mail server said that nobody is at this address of theirs."""
    if not address:
        return False
    return Unreached.objects.for_viewer(viewer).filter(trace=trace_of(address)).exists()


def sent_letters(at_most: int = 50) -> list[Mail]:
    """What would have left this house, newest first. Empty outside the demo."""
    if not settings.OPENCHAIR.demo:
        return []
    with acting_for_the_house("showing the letters of the demo"):
        sent = Letter.objects.filter(sent_at__isnull=False).order_by(
            "-sent_at", "to", "alone", "pk"
        )
        return [mail_for(list(letters)) for _mail, letters in groupby(sent[:at_most], _as_sent)]


def _as_sent(letter: Letter) -> tuple[object, ...]:
    """What went out together."""
    return letter.sent_at, letter.to_id, letter.pk if letter.alone else None
