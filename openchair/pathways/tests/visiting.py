"""Asking on the visitor's page, and reading what came back."""

import re
from urllib.parse import urlencode
from uuid import UUID

from openchair.pathways.models import Resource

FOUND = re.compile(r'href="/meetings/([0-9a-f-]{36})/')


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").split())


def ask(visitor, *parts: tuple[str, str]) -> str:
    answer = visitor.get(f"/meetings/?{urlencode(parts)}")
    assert answer.status_code == 200
    return str(answer.content, "utf-8")


def found(html: str) -> list[str]:
    return FOUND.findall(html.split('id="near"', maxsplit=1)[0])


def near(html: str) -> list[str]:
    return FOUND.findall(html.split('id="near"')[1]) if 'id="near"' in html else []


def names(steward, ids: list[str]) -> list[str]:
    actor = steward
    entries = Resource.objects.for_viewer(actor).in_bulk(map(UUID, ids))
    return [entries[UUID(key)].identity for key in ids]


QUESTIONS = [
    [("place", "Bronx"), ("day", "tuesday"), ("from", "18:00"), ("before", "21:00")],
    [("language", "es")],
    [
        ("place", "Kings County"),
        ("day", "saturday"),
        ("day", "sunday"),
        ("before", "12:00"),
        ("need", "wheelchair"),
    ],
]
