"""Is it you? Before what cannot be undone, someone shows once more that it is them.

Signing in makes sure, and so does a code from the letter, a passkey, or a recovery code. It holds for
ten minutes, in this browser. Who has none of these presses twice, with a minute between
(docs/decisions/0051). What was typed waits meanwhile in the encrypted session.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase

SURE_FOR = timedelta(minutes=10)
BETWEEN_PRESSES = timedelta(minutes=1)
SURE = "sure_at"
PRESSED = "pressed_at"
WANTED = "wanted"
CODE = "sure_code"

type Said = Mapping[str, list[str]]


def remember(session: SessionBase, *, at: datetime) -> None:
    """They have shown that it is them."""
    session[SURE] = at.timestamp()
    session.pop(PRESSED, None)


def is_sure(session: SessionBase, *, at: datetime) -> bool:
    return _is_within(session.get(SURE), timedelta(0), SURE_FOR, at)


def want(session: SessionBase, path: str, said: Said | None = None) -> None:
    """Where they were going, and what they had typed, if it was a form."""
    session[WANTED] = {"path": path, "said": dict(said) if said is not None else None}


def wanted(session: SessionBase) -> Any:
    """What `want` was told last, or None."""
    return session.get(WANTED)


def arrived(session: SessionBase) -> None:
    """They are where they were going."""
    if WANTED in session:
        del session[WANTED]


def press(session: SessionBase, *, at: datetime) -> bool:
    """For who has nothing to show: True at the second press, a minute or more after the first."""
    if _is_within(session.get(PRESSED), BETWEEN_PRESSES, SURE_FOR, at):
        return True
    if not has_pressed(session, at=at):
        session[PRESSED] = at.timestamp()
    return False


def has_pressed(session: SessionBase, *, at: datetime) -> bool:
    return _is_within(session.get(PRESSED), timedelta(0), SURE_FOR, at)


def _is_within(then: float | None, least: timedelta, most: timedelta, at: datetime) -> bool:
    """Whether `then` lies between these two lengths of time ago. What is to come does not count."""
    if then is None:
        return False
    return least.total_seconds() <= at.timestamp() - then < most.total_seconds()
