import re
from collections.abc import Callable
from uuid import UUID

import html5lib
import pytest
from django.test import RequestFactory

from openchair.web.jinja import once_field
from openchair.web.tests.scenes import PAGES

Draw = Callable[..., str]
VALUE = re.compile(r'value="([^"]+)"')


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("rtl", [False, True])
def test_every_page_is_valid_html(draw: Draw, name: str, rtl: bool) -> None:
    html5lib.HTMLParser(strict=True).parse(draw(name, rtl=rtl))


def test_each_form_of_a_page_is_marked_with_a_number_of_its_own() -> None:
    pages = [RequestFactory().get("/"), RequestFactory().get("/")]
    marks = [[str(once_field(page)) for _form in range(3)] for page in pages]
    assert len({mark for page in marks for mark in page}) == 6
    assert all(UUID(VALUE.findall(mark)[0]) for page in marks for mark in page)


def test_a_form_without_a_request_is_marked_too() -> None:
    assert once_field() != once_field()
