"""What someone has begun to write waits for them."""

import uuid
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.cache import SessionStore
from django.test import RequestFactory

from openchair.kernel.drafts import discard, hold, keep, kept_by, read, take_up
from openchair.kernel.models import Draft
from openchair.kernel.tests.conftest import NOW
from openchair.kernel.text import WORDS_LIMIT

pytestmark = pytest.mark.usefixtures("in_memory")

PLACE = f"circle:{uuid.uuid4()}"


@pytest.fixture
def request_of_nobody() -> Any:
    request = RequestFactory().get("/")
    request.session = SessionStore()
    return request


def test_a_draft_waits_where_it_was_begun(writer: Any) -> None:
    keep(writer, PLACE, "I have not", NOW)
    assert read(writer, PLACE) == "I have not"
    assert read(writer, "elsewhere") == ""


def test_the_newest_words_are_kept(writer: Any) -> None:
    keep(writer, PLACE, "I have not", NOW)
    keep(writer, PLACE, "I have not slept", NOW)
    assert read(writer, PLACE) == "I have not slept"
    assert Draft.objects.for_viewer(writer).count() == 1


@pytest.mark.parametrize("blank", ["", " \n", "\u200b"])
def test_a_blank_discards(writer: Any, blank: str) -> None:
    keep(writer, PLACE, "I have not", NOW)
    keep(writer, PLACE, blank, NOW)
    assert read(writer, PLACE) == ""
    assert not Draft.objects.for_viewer(writer).exists()


def test_discarding_twice_is_once(writer: Any) -> None:
    keep(writer, PLACE, "I have not", NOW)
    discard(writer, PLACE)
    discard(writer, PLACE)
    assert read(writer, PLACE) == ""


def test_drafts_are_for_their_writer_only(writer: Any, django_user_model: Any) -> None:
    keep(writer, PLACE, "I have not", NOW)
    other = django_user_model.objects.create()
    assert read(other, PLACE) == ""
    assert read(AnonymousUser(), PLACE) == ""
    discard(other, PLACE)
    assert read(writer, PLACE) == "I have not"


def test_words_beyond_all_measure_are_cut(writer: Any) -> None:
    keep(writer, PLACE, "x" * (WORDS_LIMIT + 1), NOW)
    assert len(read(writer, PLACE)) == WORDS_LIMIT


def test_held_words_become_drafts_after_sign_in(writer: Any, request_of_nobody: Any) -> None:
    hold(request_of_nobody, PLACE, "typed at", by="me")
    hold(request_of_nobody, PLACE, "typed at night", by="me")
    assert take_up(request_of_nobody, writer, NOW, by="me") == [PLACE]
    assert read(writer, PLACE) == "typed at night"
    assert take_up(request_of_nobody, writer, NOW, by="me") == []


def test_held_words_stand_under_an_older_draft(writer: Any, request_of_nobody: Any) -> None:
    keep(writer, PLACE, "older", NOW)
    hold(request_of_nobody, PLACE, "newer", by="me")
    take_up(request_of_nobody, writer, NOW, by="me")
    assert read(writer, PLACE) == "older\n\nnewer"


def test_held_words_that_hold_the_older_draft_replace_it(
    writer: Any, request_of_nobody: Any
) -> None:
    keep(writer, PLACE, "I have", NOW)
    hold(request_of_nobody, PLACE, "I have not slept", by="me")
    take_up(request_of_nobody, writer, NOW, by="me")
    assert read(writer, PLACE) == "I have not slept"


def test_words_for_five_places_are_held(writer: Any, request_of_nobody: Any) -> None:
    for number in range(7):
        hold(request_of_nobody, f"place {number}", f"words {number}", by="me")
    assert take_up(request_of_nobody, writer, NOW, by="me") == [f"place {n}" for n in range(2, 7)]


def test_all_that_a_person_has_begun_can_be_shown_to_them(
    writer: Any, django_user_model: Any
) -> None:
    keep(writer, PLACE, "I have not", NOW)
    keep(writer, "elsewhere", "Thank you", NOW)
    assert kept_by(writer) == {PLACE: "I have not", "elsewhere": "Thank you"}
    assert kept_by(django_user_model.objects.create()) == {}
