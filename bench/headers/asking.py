"""A TLS proxy on the same machine, in one process: it passes a request on and says that it was https."""

import asyncio
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any, cast
from urllib.parse import urlencode

from asgiref.sync import async_to_sync
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bench.headers.rules import HOST, Answer
from openchair.asgi import application
from tests.shape.access_matrix.asking import FIELDS, Asker
from tests.shape.access_matrix.cells import targets
from tests.shape.access_matrix.routes import ROUTES, Target, expected
from tests.shape.access_matrix.sight import EVERYBODY
from tests.shape.access_matrix.world import World

TOKEN = "a" * 32
HOUSE = ProxyHeadersMiddleware(cast("Any", application), trusted_hosts="127.0.0.1")


@dataclass(frozen=True)
class Asked:
    who: str
    what: str
    method: str
    path: str
    host: str = HOST
    token: str = TOKEN

    def __str__(self) -> str:
        return f"{self.what} ({self.method}, {self.who})"


class Proxy:
    """Every reply is undone, so that the next one is asked of the same house."""

    def __init__(self, world: World) -> None:
        self.world, self.asker = world, Asker(world)

    def ask(self, asked: Asked) -> Answer:
        with transaction.atomic():
            status, headers, body = self._send(asked, "https")
            plain = self._send(asked, "http")[1]
            transaction.set_rollback(True)
        cache.delete("house")
        leads_to = dict(plain).get("location", "")
        return Answer(status, tuple(headers), body, leads_to)

    def _send(self, asked: Asked, scheme: str) -> tuple[int, list[tuple[str, str]], str]:
        body = b""
        if asked.method == "POST":
            form = FIELDS | {"once": str(uuid.uuid4()), "csrfmiddlewaretoken": asked.token}
            body = urlencode(form).encode()
        return async_to_sync(_pass_on)(self._scope(asked, scheme, len(body)), body)

    def _scope(self, asked: Asked, scheme: str, length: int) -> dict[str, Any]:
        headers = {
            "host": asked.host,
            "x-forwarded-proto": scheme,
            "x-forwarded-for": "203.0.113.9",
            "origin": f"https://{HOST}",
            "cookie": self._cookies(asked.who),
            "content-type": "application/x-www-form-urlencoded",
            "content-length": str(length),
        }
        path, _mark, query = asked.path.partition("?")
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": asked.method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": ("127.0.0.1", 40000),
            "server": ("127.0.0.1", 8000),
        }

    def _cookies(self, who: str) -> str:
        jar = SimpleCookie({settings.CSRF_COOKIE_NAME: TOKEN})
        if who in self.asker.jars:
            for name, morsel in self.asker.jars[who].items():
                jar[name] = morsel.value
        return "; ".join(f"{name}={morsel.value}" for name, morsel in jar.items())


async def _pass_on(scope: dict[str, Any], body: bytes) -> tuple[int, list[tuple[str, str]], str]:
    messages: list[dict[str, Any]] = []
    sent = False

    async def receive() -> dict[str, Any]:
        nonlocal sent
        if sent:
            await asyncio.sleep(3600)
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        messages.append(dict(message))

    await HOUSE(scope, receive, send)  # type: ignore[arg-type]
    headers = [(n.decode().lower(), v.decode()) for n, v in messages[0]["headers"]]
    said = b"".join(message.get("body", b"") for message in messages[1:])
    return messages[0]["status"], headers, said.decode(errors="replace")


def all_routes(world: World, asker: Asker, *, everybody: bool) -> Iterator[Asked]:
    """Each address, as each person who may come in; or as one of them, and one who may not."""
    for name, route in ROUTES.items():
        there = [target for target in targets(world) if target.route == name]
        method = "GET" if "GET" in route.methods else "POST"
        for who in sorted(EVERYBODY):
            welcome = [t for t in there if 404 not in expected(who, t, method)]
            chosen = welcome[:1] if everybody else []
            yield from (_asked(who, target, method, asker) for target in chosen)
        if not everybody:
            yield from _one_of_each(there, method, asker)


def _one_of_each(there: list[Target], method: str, asker: Asker) -> Iterator[Asked]:
    for denied in (False, True):
        pairs = ((who, t) for t in there for who in sorted(EVERYBODY))
        found = (p for p in pairs if (404 in expected(*p, method)) == denied)
        if pair := next(found, None):
            yield _asked(*pair, method, asker)


def _asked(who: str, target: Target, method: str, asker: Asker) -> Asked:
    return Asked(who, target.route, method, asker.path(target))


def error_pages(world: World, asker: Asker) -> Iterator[Asked]:
    """What is said when something goes wrong, also before any page is looked for."""
    table = asker.path(Target("circle", "circle Tuesday"))
    yield Asked("stranger", "not found", "GET", "/nothing/here/")
    yield Asked("Ama", "not found", "GET", "/nothing/here/")
    yield Asked("Ama", "not a method", "GET", asker.path(Target("answer", "share rain")))
    yield Asked("stranger", "old form", "POST", "/sign-in/", token="b" * 32)
    yield Asked("Ama", "refused", "POST", asker.path(Target("answer", "share rain")))
    yield Asked("Vera", "words given back", "POST", table)
    yield Asked("stranger", "sign in again", "POST", table)
    yield Asked("stranger", "closed letter", "GET", "/i/nobody-ever-wrote-this/")
    yield Asked("stranger", "unknown host", "GET", "/", host="elsewhere.example")
    yield Asked("Ama", "broken", "GET", "/broken/")
    yield Asked("Ama", "no database", "GET", "/no-database/")
