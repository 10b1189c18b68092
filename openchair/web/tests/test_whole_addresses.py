"""What someone passes on leads to this house, whatever the browser said the house is called."""

from pathlib import Path

import pytest

import openchair
from openchair.testing.scenes import Scene
from tests.guest import Guest


@pytest.mark.django_db
def test_a_letter_to_pass_on_has_the_public_address(scene: Scene, settings) -> None:
    guest = Guest(scene.people["Ama"])
    page = f"/tables/{scene.tables['Alone'].pk}/"
    answer = guest.client.get(page, headers={"host": "127.0.0.1:4711"})
    assert f"{settings.OPENCHAIR.public_address}/i/" in answer.text
    assert "4711" not in answer.text


def test_no_page_asks_the_browser_where_it_is() -> None:
    pages = Path(openchair.__file__).parent.rglob("*.html")
    asking = [page.name for page in pages if "build_absolute_uri" in page.read_text()]
    assert asking == []
