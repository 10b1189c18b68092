"""A real house to walk through: its own process, its own folder, the people of the demo in it."""

import os
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from openchair.testing import pseudo

PATIENCE = 90  # seconds, for a machine that is busy with other tests


@dataclass(frozen=True)
class House:
    address: str
    folder: Path

    @contextmanager
    def unable_to_save(self) -> Iterator[None]:
        """For a moment the database has lost a table that every form needs."""
        self._in_the_database("ALTER TABLE kernel_onceonly RENAME TO lost")
        try:
            yield
        finally:
            self._in_the_database("ALTER TABLE lost RENAME TO kernel_onceonly")

    def is_due_now(self) -> None:
        """Whatever answer about someone who was named waits for its moment: that moment is past."""
        self._in_the_database(
            "UPDATE circles_naming SET due_at = '2020-01-01 00:00:00' WHERE due_at IS NOT NULL"
        )

    def open_sessions(self) -> int:
        with closing(self._database()) as database:
            (count,) = database.execute(
                "SELECT count(*) FROM people_session WHERE account_id IS NOT NULL"
            ).fetchone()
        return int(count)

    def _in_the_database(self, sentence: str) -> None:
        with closing(self._database()) as database, database:
            database.execute(sentence)

    def _database(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder / "home" / "house.sqlite3", timeout=PATIENCE)


@contextmanager
def an_open_house() -> Iterator[House]:
    with tempfile.TemporaryDirectory(prefix="openchair-walk-") as name:
        folder = Path(name)
        pseudo.write_catalogues(folder / "languages")
        port = a_free_port()
        house = House(f"http://localhost:{port}", folder)
        with (folder / "said").open("w+") as said:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "openchair.cli", "demo", "--port", str(port)],
                cwd=Path(__file__).resolve().parents[2],
                env=surroundings(folder),
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            try:
                wait_for(house, process)
                yield house
            finally:
                process.terminate()
                process.wait(PATIENCE)


def surroundings(folder: Path) -> dict[str, str]:
    ours = re.compile(r"OPENCHAIR_|DATABASE_URL$|DJANGO_|COV_")
    env = {name: value for name, value in os.environ.items() if not ours.match(name)}
    return env | {
        "OPENCHAIR_HOME": str(folder / "home"),
        "OPENCHAIR_KEY_FILE": str(folder / "key" / "house.key"),
        "OPENCHAIR_PSEUDO": str(folder / "languages"),
        "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
    }


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def wait_for(house: House, process: subprocess.Popen[bytes]) -> None:
    """Raises with what the house said, when it does not open."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(house.address, timeout=PATIENCE).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError((house.folder / "said").read_text())
