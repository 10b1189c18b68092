"""Every error page names who answers, also in a process that has shown no page of help yet."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from django.utils import timezone

from openchair.clock import APPOINTMENTS
from openchair.house import queries
from openchair.kernel.refusal import Refusal
from openchair.testing.scenes import Scene
from openchair.web import errors
from openchair.web import help as helping
from tests.guest import Guest

NUMBER, NEUTRAL = "In danger, call 112.", "the emergency number of the place where you are"


@pytest.fixture(autouse=True)
def a_process_that_just_began() -> Iterator[None]:
    lines, houses = list(helping._last_seen), dict(queries._last_seen)
    helping._last_seen.clear()
    queries._last_seen.clear()
    cache.clear()
    yield
    helping._last_seen[:] = lines
    queries._last_seen.update(houses)


def error_pages() -> dict[str, str]:
    request = RequestFactory().get("/somewhere/")
    answers = {
        "went wrong": errors.server_error(request),
        "refused": errors.refused(request, Refusal("No.")),
        "not found": errors.page_not_found(request, Exception()),
        "old form": errors.form_was_old(request),
        "too much": errors.bad_request(request, Exception()),
    }
    return {name: answer.content.decode() for name, answer in answers.items()}


def test_what_the_clock_read_at_the_start_stands_on_each(
    scene: Scene, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    (line, *_more) = queries.help_lines(timezone.localdate())
    for name, appointment in APPOINTMENTS.items():
        if "who answers" in name:
            appointment.do(timezone.now())
    with django_assert_num_queries(0):  # type: ignore[operator]  # it has no public type
        pages = error_pages()
    for page in pages.values():
        assert NUMBER in page
        assert line.name in page


def test_before_anything_was_read_each_still_says_what_to_do(scene: Scene) -> None:
    for page in error_pages().values():
        assert NEUTRAL in page


def test_a_page_that_is_not_there_names_them_to_a_visitor(scene: Scene) -> None:
    Guest().get("/now/")
    assert NUMBER in Guest().get("/nothing/here/").text
