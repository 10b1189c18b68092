"""Someone has the house keep more than anybody writes."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model

from openchair.kernel.drafts import MOST_KEPT, keep, kept_by, read
from openchair.kernel.tests.conftest import NOW

pytestmark = pytest.mark.usefixtures("in_memory")


def test_beyond_a_hundred_places_the_oldest_gives_way(writer: Any) -> None:
    other = get_user_model().objects.create(email="other@example.org")
    keep(other, "elsewhere", "someone else's words", NOW)
    for number in range(MOST_KEPT + 3):
        keep(writer, f"place {number}", f"words {number}", NOW + timedelta(seconds=number))
    assert len(kept_by(writer)) == MOST_KEPT
    assert read(writer, "place 2") == ""
    assert read(writer, "place 3") == "words 3"
    assert read(writer, f"place {MOST_KEPT + 2}") == f"words {MOST_KEPT + 2}"
    assert read(other, "elsewhere") == "someone else's words"
