from collections.abc import Iterator

import pytest

from tests.first_morning import an_empty_house


@pytest.fixture
def address(db: None) -> Iterator[str]:
    """An empty house, and the path of its set-up address."""
    with an_empty_house() as path:
        yield path
