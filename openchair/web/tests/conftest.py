from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import override_settings
from jinja2 import FileSystemLoader

from openchair.web.jinja import environment
from openchair.web.tests.scenes import scene

WEB = Path(__file__).resolve().parent.parent
PLAIN_STATIC = {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture
def draw() -> Iterator[Callable[..., str]]:
    """Renders a page of the gallery as a view would: draw("circle.html", rtl=True)."""
    env = environment(
        loader=FileSystemLoader([WEB / "jinja2", WEB / "tests" / "gallery"]), autoescape=True
    )

    def drawn(page: str, *, rtl: bool = False, theme: str = "") -> str:
        return env.get_template(page).render(scene(rtl=rtl, theme=theme))

    with override_settings(ROOT_URLCONF="openchair.web.tests.streets", STORAGES=PLAIN_STATIC):
        yield drawn
