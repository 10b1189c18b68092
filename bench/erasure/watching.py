"""Counts the steps of erasing, and ends the process at one of them as a power cut would.

A step is a call or a return of a function of those that erase and seal, or the beginning of a
statement on the database file or on the file of keys.
"""

import os
import signal
import sqlite3
import sys
from pathlib import Path
from types import CodeType

from django.conf import settings
from django.db import connection

import openchair
from openchair.kernel.sealed import keys
from openchair.kernel.sealed.key_file import KeysInFile

ROOM = Path(openchair.__file__).parent
ERASING = ("kernel/sealed/*.py", "kernel/ledger.py", "*/erasing.py", "*/keeping.py")
WATCHED = frozenset(str(path) for pattern in ERASING for path in ROOM.glob(pattern))
TOOL = sys.monitoring.PROFILER_ID
CALLS_AND_RETURNS = (
    sys.monitoring.events.PY_START,
    sys.monitoring.events.PY_RESUME,
    sys.monitoring.events.PY_RETURN,
    sys.monitoring.events.PY_YIELD,
)


class Watch:
    def __init__(self, last: int = 0) -> None:
        """The process ends at this step; with none it is counted to its end."""
        self.steps, self._last = 0, last

    def begin(self) -> None:
        keys.store = WatchedKeys(self)
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            connection.connection.set_trace_callback(self.step)
        sys.monitoring.use_tool_id(TOOL, "steps of erasing")
        for event in CALLS_AND_RETURNS:
            sys.monitoring.register_callback(TOOL, event, self._function)
        sys.monitoring.set_events(TOOL, sum(CALLS_AND_RETURNS))

    def step(self, *_said: object) -> None:
        self.steps += 1
        if self.steps == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def _function(self, code: CodeType, *_said: object) -> object:
        if code.co_filename not in WATCHED:
            return sys.monitoring.DISABLE
        self.step()
        return None


class WatchedKeys(KeysInFile):
    """The house's own file of keys."""

    def __init__(self, watch: Watch) -> None:
        super().__init__(settings.OPENCHAIR.key_store, settings.OPENCHAIR.house_key)
        self._watch = watch

    def _connect(self) -> sqlite3.Connection:
        made = super()._connect()
        made.set_trace_callback(self._watch.step)
        return made
