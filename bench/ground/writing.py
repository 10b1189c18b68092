"""Someone who sits at a table and says things there, as their browser would send them."""

import gzip
import re
import uuid
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.ground.house import Answer, Caller, look

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Writer:
    port: int
    path: str
    cookies: str
    _token: str = field(default="", init=False)

    def open_the_page(self) -> None:
        """Takes the form from the page, with the cookie that belongs to it."""
        page = look(self.port, self.path, self.cookies)
        found = TOKEN.search(as_read(page))
        assert found, f"no form on the page: {page.status}"
        self.cookies = "; ".join(filter(None, [self.cookies, _cookie(page)]))
        self._token = found[1].decode()
        self.caller = Caller(self.port, self.cookies)

    def say(self, words: str, once: str) -> Answer:
        return self.send(self.path, once, words=words, kind="", need="", audience="circle")

    def send(self, path: str, once: str = "", **fields: str) -> Answer:
        """A form, with a once-only id of its own unless one is given. Raises what a lost connection
        raises."""
        hidden = {"csrfmiddlewaretoken": self._token, "once": once or str(uuid.uuid4())}
        return self.caller.post(path, urlencode(hidden | fields).encode())


def as_read(answer: Answer) -> bytes:
    packed = answer.headers.get("content-encoding") == "gzip"
    return gzip.decompress(answer.body) if packed else answer.body


def _cookie(page: Answer) -> str:
    return page.headers["set-cookie"].partition(";")[0]
