"""The door of the web server: pages, and the worker that lives in the same process.

`uvicorn openchair.asgi:application` starts both, with the server's lifespan; at its end the worker
finishes the letter in hand. A server that knows no lifespan serves pages and sends no letters.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openchair.settings")
pages = get_asgi_application()

MOST_BYTES = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
"""Of one request."""

type Receive = Callable[[], Awaitable[Any]]
type Send = Callable[[Mapping[str, Any]], Awaitable[None]]


async def application(scope: dict[str, Any], receive: Receive, send: Send) -> None:
    if scope["type"] == "lifespan":
        await _live(receive, send)
    else:
        said = int(dict(scope["headers"]).get(b"content-length", 0))
        take = unread(receive) if said > MOST_BYTES else at_most(MOST_BYTES, receive)
        await pages(scope, take, send)


def unread(receive: Receive) -> Receive:
    """A form that says itself that it is too long: the page that tells so needs none of it."""
    told = False

    async def taking() -> Any:
        nonlocal told
        if not told:
            told = True
            return {"type": "http.request"}
        while (message := await receive())["type"] == "http.request":
            continue
        return message

    return taking


def at_most(most: int, receive: Receive) -> Receive:
    """A form without an end is let go: it would fill the disk before any page could say no."""
    taken = 0

    async def taking() -> Any:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        return message if taken <= most else {"type": "http.disconnect"}

    return taking


async def _live(receive: Receive, send: Send) -> None:
    """By name: the rooms can be imported only once Django has been set up, just above."""
    await receive()
    try:
        worker = await asyncio.to_thread(import_string("openchair.clock.start"))
    except Exception as error:
        await send({"type": "lifespan.startup.failed", "message": f"No letter can leave: {error}"})
        raise
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await asyncio.to_thread(worker.stop)
    await send({"type": "lifespan.shutdown.complete"})
