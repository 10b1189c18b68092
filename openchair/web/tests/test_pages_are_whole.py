from collections.abc import Callable

import html5lib
import pytest

from openchair.web.tests.scenes import PAGES

Draw = Callable[..., str]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("rtl", [False, True])
def test_every_page_is_valid_html(draw: Draw, name: str, rtl: bool) -> None:
    html5lib.HTMLParser(strict=True).parse(draw(name, rtl=rtl))
