"""The real server, with a watch on its worker: `python -m bench.export.watched`.

For each appointment of the clock the longest turn, and within it the longest transaction; written to
`watched.json` in the house's folder once in a while.
"""

import json
import sys
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import django

SAVED_EVERY = 0.5  # seconds


class Watch:
    """Seconds by the wall, and seconds of processor time of the worker's thread."""

    def __init__(self) -> None:
        self.longest: dict[str, dict[str, float]] = {}
        self._doing, self._saved = "", 0.0
        self._began = self._used = 0.0

    def turn(self, name: str, do: Callable[[datetime], object]) -> Callable[[datetime], object]:
        def watched(at: datetime) -> object:
            self._doing, began, used = name, time.monotonic(), time.thread_time()
            try:
                return do(at)
            finally:
                self._note("turn", time.monotonic() - began)
                self._note("processor", time.thread_time() - used)
                self._doing = ""
                self._save()

        return watched

    def begin(self) -> None:
        if self._is_watched():
            self._began, self._used = time.monotonic(), time.thread_time()

    def commit(self) -> None:
        if self._is_watched():
            self._note("transaction", time.monotonic() - self._began)
            self._note("its processor", time.thread_time() - self._used)

    def _is_watched(self) -> bool:
        return bool(self._doing) and threading.current_thread().name == "worker"

    def _note(self, what: str, seconds: float) -> None:
        seen = self.longest.setdefault(self._doing, {})
        seen[what] = max(seen.get(what, 0.0), seconds)

    def _save(self) -> None:
        from django.conf import settings

        if time.monotonic() > self._saved + SAVED_EVERY:
            self._saved = time.monotonic()
            (settings.OPENCHAIR.home / "watched.json").write_text(json.dumps(self.longest))


def watch_transactions(watch: Watch, wrapper: Any) -> None:
    """From the outermost beginning until it is on the disk."""
    begin, commit = wrapper.set_autocommit, wrapper._commit

    def beginning(self: Any, autocommit: bool, *args: Any, **kwargs: Any) -> Any:
        if not autocommit:
            watch.begin()
        return begin(self, autocommit, *args, **kwargs)

    def committing(self: Any) -> Any:
        done = commit(self)
        watch.commit()
        return done

    wrapper.set_autocommit, wrapper._commit = beginning, committing


@contextmanager
def watching() -> Any:
    django.setup()
    from dataclasses import replace

    from django.db.backends.base.base import BaseDatabaseWrapper

    from openchair import clock

    watch = Watch()
    watch_transactions(watch, BaseDatabaseWrapper)
    for name, one in clock.APPOINTMENTS.items():
        clock.APPOINTMENTS[name] = replace(one, do=watch.turn(name, one.do))
    yield


if __name__ == "__main__":
    from openchair.cli.__main__ import main

    with watching():
        sys.exit(main(["run"]))
