"""A code sent to an address, and taken from whoever reads there.

It waits in the encrypted session, under what it is for, until it is right, runs out, or was tried too
often.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib.sessions.backends.base import SessionBase
from django.db import transaction
from django.utils.translation import gettext as _

from openchair.delivery import letters
from openchair.delivery.models import Kind, Letter
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account

MINUTES = 15
TRIES = 5
MOST_CODES = 5


@transaction.atomic
def send(session: SessionBase, actor: Account, purpose: str, address: str, *, at: datetime) -> None:
    """A new code for this purpose; the one before is no longer good.

    Raises Refusal after five codes in a quarter of an hour: the address may be anybody's mailbox.
    """
    if _has_asked_often(actor, at):
        raise Refusal(_("A few codes are on their way already. Wait a while, then try again."))
    code = get_adapter().generate_login_code()
    until = (at + timedelta(minutes=MINUTES)).timestamp()
    session[purpose] = {"email": address, "code": code, "until": until, "tries": TRIES}
    letters.write(actor, Kind.SIGN_IN_CODE, at=at, secret=code, address=address)


def is_waiting(session: SessionBase, purpose: str) -> bool:
    return purpose in session


def take(session: SessionBase, purpose: str, typed: str, *, at: datetime) -> str:
    """The address that the code went to. Raises Refusal with what to do when it is not the code."""
    asked: Mapping[str, Any] = session[purpose]
    if at.timestamp() > asked["until"] or asked["tries"] < 1:
        del session[purpose]
        raise Refusal(_("This code has run out. Ask for a new one."))
    if not secrets.compare_digest(bare(typed).encode(), bare(asked["code"]).encode()):
        session[purpose] = {**asked, "tries": asked["tries"] - 1}
        sentence = _(
            "That is not the code in the letter. Look once more, capital or small letters do not matter."
        )
        raise Refusal(sentence)
    del session[purpose]
    address: str = asked["email"]
    return address


def bare(code: str) -> str:
    """However it was typed: spaces, lines and small letters make no other code."""
    return "".join(code.split()).replace("-", "").upper()


def _has_asked_often(actor: Account, at: datetime) -> bool:
    since = at - timedelta(minutes=MINUTES)
    codes = Letter.objects.for_viewer(actor).filter(kind=Kind.SIGN_IN_CODE, written_at__gt=since)
    return len(codes.values_list("pk")[:MOST_CODES]) == MOST_CODES
