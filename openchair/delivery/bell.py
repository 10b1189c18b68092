"""Wakes the worker of this process. Rung at a letter's commit, so that nobody waits for a poll."""

from threading import Event

_rung = Event()


def ring() -> None:
    _rung.set()


def wait(seconds: float) -> None:
    """Returns when the bell rings, or after `seconds`."""
    _rung.wait(seconds)
    _rung.clear()
