"""Gives each test process a house of its own, before Django reads its settings.

Loaded with `-p tests.own_house` (pyproject.toml), once in every process of a parallel run: no
test can reach the house of the person who runs it, nor the one of the process beside it.
"""

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(tempfile.mkdtemp(prefix="openchair-test-"))
HERE = {"localhost", "localhost.localdomain", "127.0.0.1", "::1", "0.0.0.0", "::", "", None}


class NoNetwork(AssertionError):
    """A test tried to reach another machine."""


def live_in(folder: Path) -> None:
    """Points the settings at this folder; of the visitor's own, only DATABASE_URL stays, and how
    many probes to run (tests/shape/test_guard_probes.py). The terminal speaks English here."""
    ours = [name for name in os.environ if name.startswith("OPENCHAIR_")]
    for name in set(ours) - {"OPENCHAIR_PROBES"}:
        del os.environ[name]
    os.environ["OPENCHAIR_HOME"] = str(folder / "home")
    os.environ["OPENCHAIR_KEY_FILE"] = str(folder / "key" / "house.key")
    os.environ["LANGUAGE"] = "en"
    (folder / "home" / "static").mkdir(parents=True)


def stay_at_home(event: str, said: Iterable[object]) -> None:
    """An audit hook. Raises NoNetwork where a socket would leave this machine."""
    if event == "socket.getaddrinfo":
        host = next(iter(said))
    elif event in {"socket.connect", "socket.sendto"}:
        address = tuple(said)[1]
        host = address[0] if isinstance(address, tuple) else None
    else:
        return
    if (host.decode() if isinstance(host, bytes) else host) not in HERE:
        raise NoNetwork(f"Tests stay on this machine, and this one wanted to reach {host}.")


live_in(FOLDER)
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
sys.addaudithook(stay_at_home)
