"""Four people who go on posting whatever happens, as a browser's reader would: send it again."""

import http.client
import re
import threading
import time
import uuid
from dataclasses import dataclass, field

from bench.ground.house import Answer
from bench.ground.writing import Writer

SAID = re.compile(r"#said-([0-9a-f-]{36})$")


class Refused(Exception):
    """The house answered a good form with something other than a yes."""


@dataclass
class Poster:
    """One person at their table. `acknowledged` maps the words of each post to the share's id."""

    writer: Writer
    acknowledged: dict[str, str] = field(default_factory=dict)
    sent_again: int = 0
    troubles: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        self.writer.open_the_page()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def finish(self) -> None:
        """Returns when the post in hand is acknowledged."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            words = f"canary {uuid.uuid4()}"
            try:
                self.acknowledged[words] = self._until_acknowledged(words, str(uuid.uuid4()))
            except Refused as refused:
                self.troubles.append(str(refused))

    def _until_acknowledged(self, words: str, once: str) -> str:
        """The same form with the same once-only id, until the house has said yes."""
        while True:
            try:
                return _share_said_in(self.writer.say(words, once))
            except (OSError, http.client.HTTPException):
                self.sent_again += 1
                time.sleep(0.05)


def _share_said_in(answer: Answer) -> str:
    found = SAID.search(answer.headers.get("location", ""))
    if answer.status not in (302, 303) or not found:
        raise Refused(f"{answer.status} {answer.headers.get('location', '')}")
    return found[1]
