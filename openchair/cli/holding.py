"""Who holds the house's folder: open houses and backups share it, a restore has it alone."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from openchair.cli.troubles import Trouble
from openchair.cli.words import _


@contextmanager
def in_use(home: Path) -> Iterator[None]:
    """Raises Trouble while the house is being put back, moved or brought forward."""
    with _lock(home, fcntl.LOCK_SH) as held:
        if not held:
            raise Trouble(
                _(
                    "This house is being put back, moved or brought forward just now.\n"
                    "Wait until that has ended, and try again."
                )
            )
        yield


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Raises Trouble while the house is open, or while a backup is being made."""
    with _lock(home, fcntl.LOCK_EX) as held:
        if not held:
            raise Trouble(
                _(
                    "This house is open, or a backup of it is being made. Stop it first\n"
                    "(sudo systemctl stop openchair), and try again. Nothing was changed."
                )
            )
        yield


@contextmanager
def _lock(home: Path, kind: int) -> Iterator[bool]:
    with (home / "in-use.lock").open("w") as file:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
