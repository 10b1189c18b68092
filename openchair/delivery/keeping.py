"""What this room holds on a person, and how it is forgotten."""

from datetime import datetime, timedelta
from typing import Any

from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter, State, Unreached, Unwanted
from openchair.kernel.guard import Viewer, acting_for_the_house

CODES_FOR = timedelta(hours=1)
TYPED_FOR = timedelta(days=3)
LETTERS_FOR = timedelta(days=30)
FIELDS = ("kind", "written_at", "sent_at", "read_at")


def export(actor: Viewer) -> dict[str, Any]:
    """That there were letters, and when; what is not mailed. What they were about is elsewhere."""
    letters = Letter.objects.for_viewer(actor).order_by("written_at")
    unwanted = Unwanted.objects.for_viewer(actor).order_by("kind")
    unreached = Unreached.objects.for_viewer(actor)
    return {
        "letters": [{field: getattr(row, field) for field in FIELDS} for row in letters],
        "no_mail_about": [{"kind": row.kind, "since": row.since} for row in unwanted],
        "address_not_reached": [{"since": row.since} for row in unreached],
    }


def forget(account: Viewer) -> None:
    with acting_for_the_house("forgetting"):
        for model in (Letter, Unwanted, Unreached):
            model.objects.filter(to=account.pk).delete()


def forget_old(at: datetime) -> None:
    """Codes go after an hour, whatever became of them; every other letter after thirty days.

    A letter to an address that was typed for it alone goes as soon as it is known what became of it.
    """
    with acting_for_the_house("forgetting old letters"):
        codes = Letter.objects.filter(kind=Kind.SIGN_IN_CODE, written_at__lt=at - CODES_FOR)
        codes.delete()
        typed = Letter.objects.filter(kind=Kind.INVITATION, to=None)
        typed.filter(state=State.SENT, written_at__lt=at - CODES_FOR).delete()
        typed.filter(state__in=(State.LET_GO, State.FAILED)).delete()
        typed.filter(written_at__lt=at - TYPED_FOR).delete()
        Letter.objects.filter(written_at__lt=at - LETTERS_FOR).delete()
