"""Answers that take equally long, so that their time tells nothing.

A view says how long its answer takes at least; the outermost layer waits for that, when everything
else, saving the session too, is done.
"""

import time

from django.http import HttpRequest

MARK = "_not_before"


def at_least(request: HttpRequest, seconds: float) -> None:
    """From now; said at the beginning of a view."""
    vars(request)[MARK] = time.monotonic() + seconds


def keep(request: HttpRequest) -> None:
    time.sleep(max(0.0, vars(request).get(MARK, 0.0) - time.monotonic()))
