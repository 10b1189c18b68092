"""An address for coming back: proved by a code, kept in the encrypted session until then."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from openchair.kernel.refusal import Refusal
from openchair.people import actions, codes
from openchair.people.visit import Visit

WAITING = "address_waiting"


def ask_for_proof(request: Visit, email: str, *, at: datetime) -> None:
    """Sends a code to `email` and remembers it for fifteen minutes. Raises Refusal as `codes.send`."""
    codes.send(request.session, request.user, WAITING, email.lower(), at=at)


def waiting(request: HttpRequest) -> bool:
    return codes.is_waiting(request.session, WAITING)


def prove(request: Visit, code: str, *, at: datetime) -> None:
    """Takes the address when the code is right. Raises Refusal with what to do when not."""
    email = codes.take(request.session, WAITING, code, at=at)
    if not actions.give_address(request.user, email, at=at):
        raise Refusal(
            _("This address already opens another seat here. Sign out, then sign in with it.")
        )
