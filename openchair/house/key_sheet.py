"""The house key on paper: letters and digits that cannot be mistaken, in groups, with a check sum.

`openchair.config` reads the same lines back from the key file.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from openchair.config import key_in_groups

SHOWN = "key-sheet-until"
MINUTES = 15


def groups() -> list[str]:
    return key_in_groups(settings.OPENCHAIR.house_key)


def lay_open(session: SessionBase, at: datetime) -> None:
    """For a quarter of an hour, in this browser. The session holds the hour, never the key."""
    session[SHOWN] = (at + timedelta(minutes=MINUTES)).timestamp()


def is_open(session: SessionBase, at: datetime) -> bool:
    until: float = session.get(SHOWN, 0)
    return at.timestamp() < until


def put_away(session: SessionBase) -> None:
    session.pop(SHOWN, None)
