"""A letter seats whoever says yes to it, and leads those who sit there already to their own seat."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from openchair.circles.actions import accept, close_doors, leave
from openchair.circles.actions.inviting import LASTS
from openchair.circles.models import INSIDE
from openchair.kernel.sealed import KeysInMemory, keys
from openchair.testing.scenes import NOON, Scene, lay_the_scene


@contextmanager
def a_scene() -> Iterator[Scene]:
    before, keys.store = keys.store, KeysInMemory()
    yield lay_the_scene(NOON)
    keys.store = before


def a_letter(scene: Scene) -> str:
    """From Ama, to the Tuesday table."""
    return scene.letter_of("Ama", "Tuesday").token


@pytest.mark.django_db
def test_whoever_sits_elsewhere_gets_a_seat_here_too() -> None:
    with a_scene() as scene:
        seat = accept(scene.people["Ines"], a_letter(scene), at=NOON)
        assert (seat.circle_id, seat.account_id) == (
            scene.tables["Tuesday"].pk,
            scene.people["Ines"].pk,
        )


@pytest.mark.django_db
def test_whoever_left_sits_again() -> None:
    with a_scene() as scene:
        seat = accept(scene.people["Sam"], a_letter(scene), at=NOON)
        assert (seat.account_id, seat.state in INSIDE) == (scene.people["Sam"].pk, True)


@pytest.mark.django_db
def test_whoever_sits_here_keeps_their_seat() -> None:
    with a_scene() as scene:
        mine = scene.seat("Bert", "Tuesday")
        assert accept(scene.people["Bert"], a_letter(scene), at=NOON + 2 * LASTS).pk == mine.pk
        assert scene.seat("Bert", "Tuesday").is_resting


@pytest.mark.django_db
def test_a_door_closes_on_its_day_and_not_before() -> None:
    with a_scene() as scene:
        els = scene.people["Els"]
        left = leave(els, scene.seat("Els", "Tuesday"), at=NOON)
        assert left.door_open_until is not None
        close_doors(left.door_open_until - LASTS / 1000)
        assert scene.seat("Els", "Tuesday").state == "left"
        close_doors(left.door_open_until)
        assert scene.seat("Els", "Tuesday").state == "gone"
        assert scene.seat("Ama", "Tuesday").is_inside
