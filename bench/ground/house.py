"""A house of its own for a measurement: a folder, and the real server as a process beside us.

Nothing here knows Django: what needs a house's rows runs in a process of its own (`ask`).
"""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0  # seconds until a server that does not answer is given up


class Silent(Exception):
    """The server ended or did not answer; its log says why."""


def a_free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
    return port


@dataclass
class Folder:
    """A fresh data folder with its key beside it; its server always answers at the same port."""

    home: Path
    settings: str = "openchair.settings"
    port: int = field(default_factory=a_free_port)
    database_url: str = ""
    mail_port: int = 0
    """Of a mail server on this machine; without one this house sends nothing."""

    @property
    def log(self) -> Path:
        return self.home / "server.log"

    @property
    def environment(self) -> dict[str, str]:
        ours = {name for name in os.environ if name.startswith("OPENCHAIR_")} | {"DATABASE_URL"}
        kept = {name: said for name, said in os.environ.items() if name not in ours}
        elsewhere = {"DATABASE_URL": self.database_url} if self.database_url else {}
        mail = {"OPENCHAIR_MAIL_HOST": "127.0.0.1", "OPENCHAIR_MAIL_PORT": str(self.mail_port)}
        return (
            kept
            | elsewhere
            | (mail if self.mail_port else {})
            | {
                "OPENCHAIR_HOME": str(self.home),
                "OPENCHAIR_KEY_FILE": str(self.home.parent / "key" / "house.key"),
                "OPENCHAIR_PORT": str(self.port),
                "DJANGO_SETTINGS_MODULE": self.settings,
            }
        )

    def ask(self, function: str, **asked: Any) -> Any:
        """What this function answers inside the house, in a process of its own."""
        done = subprocess.run(
            [sys.executable, "-P", "-m", "bench.ground.inside", function, json.dumps(asked)],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
        )
        return json.loads(done.stdout)


@contextmanager
def a_folder(settings: str = "openchair.settings") -> Iterator[Folder]:
    above = Path(tempfile.mkdtemp(prefix="openchair-bench-"))
    (above / "home").mkdir(mode=0o700)
    try:
        yield Folder(above / "home", settings)
    finally:
        shutil.rmtree(above, ignore_errors=True)


class Server:
    """`openchair run` in a folder. Killed at the end, if it still runs."""

    def __init__(self, folder: Folder, command: tuple[str, ...] = ("openchair.cli", "run")) -> None:
        self.folder = folder
        self._log = folder.log.open("ab")
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", *command],
            env=folder.environment,
            cwd=ROOT,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    def wait(self, page: str = "/") -> float:
        """Seconds from the start until a page was answered whole. Raises Silent."""
        while time.monotonic() < self.began + PATIENCE and self.process.poll() is None:
            try:
                if look(self.folder.port, page).status == 200:
                    return time.monotonic() - self.began
            except (OSError, http.client.HTTPException):
                time.sleep(0.01)
        raise Silent(self.folder.log.read_text()[-2000:])

    def kill(self) -> None:
        """As a power cut would: no goodbye."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def cpu(self) -> float:
        """Seconds of processor time this process has used so far, threads that ended included."""
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def waited(self) -> float:
        """Seconds its main thread has stood in line for a processor that others were using."""
        said = Path(f"/proc/{self.process.pid}/schedstat").read_text()
        return int(said.split()[1]) / 1e9

    def memory(self) -> int:
        """Bytes that are this process's own share of memory (PSS)."""
        rollup = Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return next(
            int(line.split()[1]) * 1024 for line in rollup.splitlines() if line[:4] == "Pss:"
        )

    def _end(self, how: signal.Signals) -> None:
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.wait()
        self._log.close()


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Caller:
    """A browser of sorts: one connection, one session. A lost connection raises, and is made anew.
    `port` is our own end of it."""

    port = 0

    def __init__(self, port: int, cookies: str = "") -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._last = 0.0
        self._headers = {"Accept-Encoding": "gzip"} | ({"Cookie": cookies} if cookies else {})

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, b"", {})

    def post(self, path: str, form: bytes) -> Answer:
        """`form` is urlencoded already."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, form, kind)

    def close(self) -> None:
        self._connection.close()

    def _refresh(self) -> None:
        """A server hangs up on who is silent for five seconds."""
        now = time.monotonic()
        if now - self._last > 3:
            self._connection.close()
        self._last = now

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        self._refresh()
        try:
            self._connection.request(method, path, body or None, self._headers | headers)
            self.port = self._connection.sock.getsockname()[1]
            response = self._connection.getresponse()
            held = response.read()
        except (OSError, http.client.HTTPException):
            self._connection.close()
            raise
        return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, held)


def look(port: int, path: str, cookies: str = "") -> Answer:
    """One page over a connection of its own."""
    caller = Caller(port, cookies)
    try:
        return caller.get(path)
    finally:
        caller.close()
