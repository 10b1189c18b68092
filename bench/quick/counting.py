"""Counts the SQL of a page and of a post, and writes down what a page asks, for the floor."""

import json
import uuid
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bench.quick.world import REMEMBERED

BRACKETS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def count(
    page: str, twice: str, deep: str, post: str, cookies: str, post_cookies: str
) -> dict[str, Any]:
    """Statements of each, BEGIN and COMMIT left out; what the page of 20 shares asked, as it was.

    What the house reads once in half a minute for all pages has been read before. The keys' own file
    is not Django's, and not counted.
    """
    reader, writer = _browser(cookies, page), _browser(post_cookies, post)
    asked = _asked(lambda: reader.get(page))
    said: list[Any] = []
    posting = _asked(lambda: said.append(writer.post(post, _form())))
    assert said[0].status_code == 302, said[0].status_code
    return {
        "page": len(asked),
        "twice": len(_asked(lambda: reader.get(twice))),
        "deep": len(_asked(lambda: reader.get(deep))),
        "look": len(_asked(lambda: reader.post(f"{deep}looking/", {"words": REMEMBERED}))),
        "today": len(_asked(lambda: reader.get(reverse("today")))),
        "post": len(posting),
        "post_statements": posting,
        "page_statements": asked,
    }


def _form() -> dict[str, str]:
    words = "It is raining and he would have liked it"
    return {"once": str(uuid.uuid4()), "words": words, "kind": "", "need": "", "audience": "circle"}


def _browser(cookies: str, page: str) -> Client:
    browser = Client(SERVER_NAME="localhost")
    browser.cookies.load(cookies)
    browser.get(page)
    return browser


def _asked(act: Any) -> list[str]:
    with CaptureQueriesContext(connection) as seen:
        act()
    return [one["sql"] for one in seen if not one["sql"].upper().startswith(BRACKETS)]


def write_floor(folder: str, statements: list[str]) -> None:
    """What the floor needs to know: the database and the statements."""
    told = {"database": str(settings.DATABASES["default"]["NAME"]), "statements": statements}
    (Path(folder) / "floor.json").write_text(json.dumps(told))
