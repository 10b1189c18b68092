"""One mark carried from one form into another must not swallow what the other asks for."""

from typing import Any

import pytest
from django.test import RequestFactory

from openchair.kernel.models import Draft
from openchair.kernel.once import new_token
from openchair.kernel.tests.views import say

pytestmark = pytest.mark.usefixtures("in_memory")


def post(user: Any, path: str, token: str) -> Any:
    request = RequestFactory().post(path, {"once": token})
    request.user = user
    return say(request)


def test_a_mark_answers_for_one_address_only(writer: Any) -> None:
    token = new_token()
    assert post(writer, "/words/", token).status_code == 302
    assert post(writer, "/words/taking-back/", token).status_code == 302
    assert post(writer, "/words/", token).status_code == 303
    assert Draft.objects.for_viewer(writer).count() == 2
