"""What is noted when somebody signs in: on what kind of device, since when, and whether it is shared."""

from datetime import datetime

from django.contrib.auth import login
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from openchair.people import devices, sure
from openchair.people.models import Account
from openchair.people.session_store import SHARED

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
OWN = "own"
FIELD = "device"
TELL = "tell_of_leaving"
BROWSER, SYSTEM, BEGAN = "browser", "system", "began"


def sign_in(request: HttpRequest, account: Account, *, own_device: bool, at: datetime) -> None:
    """They are in, in this browser."""
    login(request, account, backend=BACKEND)
    note(request, own_device=own_device, at=at)


def arrive(request: HttpRequest, account: Account, *, own_device: bool, at: datetime) -> None:
    """The first time: the next page says what leaving quickly does, and what it cannot do."""
    sign_in(request, account, own_device=own_device, at=at)
    request.session[TELL] = True


def told_once(request: HttpRequest) -> bool:
    """Whether this page is the one that says it."""
    session = getattr(request, "session", None)
    if session is None or not session.get(TELL):
        return False
    del session[TELL]
    return True


def note(request: HttpRequest, *, own_device: bool, at: datetime) -> None:
    """For whoever was let in a moment ago. No address of the network is kept, and no place guessed."""
    session: SessionBase = request.session
    browser, system = devices.families(request.headers.get("User-Agent", ""))
    session[BROWSER], session[SYSTEM] = browser, system
    session[BEGAN] = at.timestamp()
    sure.remember(session, at=at)
    if not own_device:
        session[SHARED] = True
        session.set_expiry(0)


def said_own(said: str | None) -> bool:
    """What they answered to "Is this device yours alone?" No answer is a shared device."""
    return said == OWN
