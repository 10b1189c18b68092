"""What the server writes down when something fails: never anyone's words (docs/decisions/0015)."""

import logging
import traceback
from types import TracebackType

type Raised = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class Wordless(logging.Formatter):
    """Of an error only its kind and place: its message could carry what someone wrote."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatException(self, ei: Raised) -> str:
        kind, _error, trace = ei
        frames = [
            frame for frame in traceback.extract_tb(trace) if not frame.filename.startswith("<")
        ]
        places = [f"{frame.filename}:{frame.lineno}" for frame in reversed(frames[-3:])]
        return f"{kind.__name__ if kind else 'error'} at {' < '.join(places)}"
