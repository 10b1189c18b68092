"""Another site sends its visitors' browsers here with a form of its own; or with one that never ends."""

import asyncio
from typing import Any

import pytest
from django.conf import settings

from openchair.asgi import MOST_BYTES, at_most, unread
from openchair.kernel import drafts
from openchair.testing.scenes import Scene
from tests.guest import Guest

THEIRS = "Call this number at once and read them your code."
ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "null"},
]
OURS: list[dict[str, str]] = [
    {},
    {"Sec-Fetch-Site": "same-origin"},
    {"Origin": "http://testserver", "Host": "testserver"},
]


def send(scene: Scene, headers: dict[str, str]) -> tuple[Any, str]:
    """Ama's browser, signed in, sends a form without this house's mark; what she then has begun."""
    ama = scene.people["Ama"]
    place = f"table:{scene.tables['Tuesday'].pk}"
    said = {"words": THEIRS, "place": place}
    path = f"/tables/{scene.tables['Tuesday'].pk}/"
    answer = Guest(ama, csrf=True).client.post(path, said, headers=headers)
    assert answer.status_code == 403
    return answer, drafts.read(ama, place)


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_no_page_of_ours_shows_what_another_site_wrote(
    scene: Scene, headers: dict[str, str]
) -> None:
    answer, kept = send(scene, headers)
    assert THEIRS not in answer.text
    assert kept == ""


@pytest.mark.parametrize("headers", OURS)
def test_a_page_of_ours_grown_old_still_gives_the_words_back(
    scene: Scene, headers: dict[str, str]
) -> None:
    answer, kept = send(scene, headers)
    assert THEIRS in answer.text
    assert kept == THEIRS


async def taken(most: int, pieces: int) -> int:
    """How many bytes come through before the line is cut, of a form of 1 MB pieces without an end."""

    async def receive() -> Any:
        return {"type": "http.request", "body": b"x" * 1_000_000, "more_body": True}

    read, through = at_most(most, receive), 0
    for _piece in range(pieces):
        message = await read()
        if message["type"] == "http.disconnect":
            break
        through += len(message["body"])
    return through


def test_a_form_without_an_end_is_let_go() -> None:
    assert asyncio.run(taken(MOST_BYTES, 100)) <= MOST_BYTES
    assert asyncio.run(taken(MOST_BYTES, 4)) == 4_000_000


def test_a_form_that_says_it_is_too_long_is_not_read() -> None:
    sent = [{"type": "http.request", "body": b"x", "more_body": True}] * 3
    messages = iter([*sent, {"type": "http.disconnect"}])

    async def receive() -> Any:
        return next(messages)

    async def read() -> list[Any]:
        take = unread(receive)
        return [await take(), await take()]

    assert asyncio.run(read()) == [{"type": "http.request"}, {"type": "http.disconnect"}]


def test_words_on_their_way_touch_no_disk() -> None:
    assert settings.FILE_UPLOAD_MAX_MEMORY_SIZE >= MOST_BYTES
