"""Ending sign-ins. Nothing is remembered of a session elsewhere: the next press finds it gone."""

from uuid import UUID

from django.db import transaction

from openchair.kernel.refusal import Refusal
from openchair.people import policy
from openchair.people.models import Account, Session
from openchair.people.session_store import key_of


@transaction.atomic
def end_session(actor: Account, session_id: UUID) -> bool:
    """False where there is none, or it is not theirs."""
    ended, _rows = Session.objects.for_viewer(actor).filter(pk=session_id).delete()
    return bool(ended)


@transaction.atomic
def end_other_sessions(actor: Account, session_key: str | None) -> None:
    """All but the browser that holds `session_key`."""
    Session.objects.for_viewer(actor).exclude(key=key_of(session_key)).delete()


@transaction.atomic
def end_all_sessions(actor: Account) -> None:
    """Raises Refusal where nobody could let them in again."""
    if sentence := policy.why_not_sign_out_everywhere(actor):
        raise Refusal(sentence)
    Session.objects.for_viewer(actor).delete()
