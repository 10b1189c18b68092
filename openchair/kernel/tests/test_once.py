"""A form is answered once, however often it is sent."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import RequestFactory

from openchair.kernel.models import Draft, OnceOnly
from openchair.kernel.once import forget_old, new_token
from openchair.kernel.refusal import Refusal
from openchair.kernel.tests.views import ask, refuse, say

pytestmark = pytest.mark.usefixtures("in_memory")


def post(user: Any, token: str, cookie: str = "") -> Any:
    request = RequestFactory().post("/", {"once": token})
    request.user = user
    request.COOKIES["form"] = cookie
    return request


def said(writer: Any) -> int:
    return Draft.objects.for_viewer(writer).count()


def test_the_first_time_it_happens(writer: Any) -> None:
    response = say(post(writer, new_token()))
    assert response.status_code == 302
    assert said(writer) == 1


def test_the_second_time_leads_to_the_first_answer(writer: Any) -> None:
    token = new_token()
    first = say(post(writer, token))
    for form in (token, token.upper(), f"{{{token}}}"):
        again = say(post(writer, form))
        assert (again.status_code, again["Location"]) == (303, first["Location"])
    assert said(writer) == 1


def test_another_form_is_another_act(writer: Any) -> None:
    assert say(post(writer, new_token()))["Location"] != say(post(writer, new_token()))["Location"]
    assert said(writer) == 2


def test_a_token_belongs_to_its_author(writer: Any, django_user_model: Any) -> None:
    token, other = new_token(), django_user_model.objects.create()
    say(post(writer, token))
    say(post(other, token))
    assert (said(writer), said(other)) == (1, 1)


@pytest.mark.parametrize("status", [200, 204, 304, 422, 500])
def test_what_is_no_redirect_undoes_and_may_be_sent_again(writer: Any, status: int) -> None:
    token = new_token()
    assert say(post(writer, token), status).status_code == status
    assert said(writer) == 0
    assert say(post(writer, token)).status_code == 302
    assert said(writer) == 1


def test_an_exception_undoes_and_may_be_sent_again(writer: Any) -> None:
    token = new_token()
    with pytest.raises(Refusal, match="Not now"):
        refuse(post(writer, token))
    assert said(writer) == 0
    assert say(post(writer, token)).status_code == 302


@pytest.mark.parametrize("token", ["", "x", "1" * 31, "\x00", "' OR 1=1", "0" * 5000])
def test_a_form_without_a_proper_token_is_refused(writer: Any, token: str) -> None:
    with pytest.raises(Refusal) as raised:
        say(post(writer, token))
    assert raised.value.status == 400
    assert "send them again" in raised.value.sentence
    assert said(writer) == 0


def test_reading_the_page_asks_for_no_token(writer: Any) -> None:
    request: Any = RequestFactory().get("/")
    request.user = writer
    assert say(request).status_code == 302
    assert OnceOnly.objects.for_viewer(writer).count() == 0


def test_visitors_are_told_apart_by_their_browser(db: None) -> None:
    happened: list[Any] = []
    token = new_token()
    for cookie in ("one", "one", "other"):
        assert ask(post(AnonymousUser(), token, cookie), happened)["Location"] == "/thanks/"
    assert len(happened) == 2


def test_answers_are_for_their_author_only(writer: Any, django_user_model: Any) -> None:
    say(post(writer, new_token()))
    assert OnceOnly.objects.for_viewer(writer).count() == 1
    for other in (django_user_model.objects.create(), AnonymousUser()):
        assert OnceOnly.objects.for_viewer(other).count() == 0


def test_answers_are_forgotten_after_thirty_days(writer: Any) -> None:
    say(post(writer, new_token()))
    answered = OnceOnly.objects.for_viewer(writer)
    made_at = answered.get().made_at
    forget_old(made_at + timedelta(days=29))
    assert answered.exists()
    forget_old(made_at + timedelta(days=31))
    assert not answered.exists()


@pytest.mark.django_db(transaction=True)
def test_two_posts_at_the_same_instant_are_one_act(writer: Any) -> None:
    at_once = Barrier(4)

    def send(token: str) -> str:
        try:
            at_once.wait()
            return say(post(writer, token))["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as senders:
        for _ in range(5):
            assert len(set(senders.map(send, [new_token()] * 4))) == 1
    assert said(writer) == 5
