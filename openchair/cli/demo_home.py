"""The demo's own folder: marked, so that starting over can never empty a real house."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from openchair.cli.troubles import Trouble, say
from openchair.cli.words import _
from openchair.config import default_home

MARK = "this-is-a-demo"


@contextmanager
def held(*, fresh: bool) -> Iterator[None]:
    """Makes this process the demo of its folder. Raises Trouble if that is a real house or open."""
    os.environ["OPENCHAIR_DEMO"] = "1"
    leave_other_databases_alone()
    home = Path(os.environ.get("OPENCHAIR_HOME") or default_home(dict(os.environ))).expanduser()
    mark(home)
    with (home / MARK).open("a") as file:
        hold(file, home)
        if fresh:
            empty(home)
        yield


def leave_other_databases_alone() -> None:
    """Everyone may sign in as anyone here, so the demo never opens a database that was named."""
    named = [os.environ.pop(name, "") for name in ("DATABASE_URL", "OPENCHAIR_DATABASE_URL")]
    if any(named):
        say(_("The demo keeps a small file of its own; the database you named is left alone."))


def mark(home: Path) -> None:
    home.mkdir(parents=True, exist_ok=True, mode=0o700)
    if (home / MARK).exists():
        return
    if any((home / name).exists() for name in ("house.sqlite3", "keys.sqlite3")):
        raise Trouble(
            _(
                "%(home)s holds a real house, and a demo would let anyone in.\n"
                "Name another folder with OPENCHAIR_HOME, or leave it out."
            )
            % {"home": home}
        )
    (home / MARK).touch()


def hold(file: TextIO, home: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Trouble(
            _(
                "This demo is already open (its folder is %(home)s).\n"
                "Look for it in another window, or give this one a folder of its own with "
                "OPENCHAIR_HOME."
            )
            % {"home": home}
        ) from None


def empty(home: Path) -> None:
    for thing in home.iterdir():
        if thing.is_dir() and not thing.is_symlink():
            shutil.rmtree(thing)
        elif thing.name not in {MARK, "openchair.toml"}:
            thing.unlink()
