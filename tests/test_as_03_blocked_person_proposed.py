"""AS-03: whom someone keeps away is named by a friend, who reads what they read of a full table."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction

from openchair.circles import actions
from openchair.circles.models import Circle, HostCall, TurnedAway
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest
from tests.naming import answers, due, letter_of, names, reads, row_of, settled, table

QUARTER = timedelta(minutes=15)
NOT_POSSIBLE = "This chair cannot be offered to this person now."
DRAWN = re.compile(r'(?s)<head>.*?</head>|value="[^"]*"|/(?:namings|letters)/[^"]*')

type Before = Callable[[Scene], None]


def tom_left(scene: Scene) -> None:
    """The block stays; nobody at the stairwell but Mara knows of it."""
    tom = Guest(scene.people["Tom"])
    assert tom.fill(f"{table(scene, 'Stairwell')}leaving/", words_go="stay").status_code == 302


def without_a_block(scene: Scene) -> None:
    tom_left(scene)
    mara = Guest(scene.people["Mara"])
    page = f"/mine/apart/{scene.people['Tom'].pk}/end/"
    assert mara.press("/mine/apart/", page).status_code == 302


def on_her_list(scene: Scene) -> None:
    """Somebody without an account."""
    without_a_block(scene)
    actions.never_seat_with(
        scene.people["Mara"], name="Karl", address="karl@example.org", at=scene.at
    )


def fill_up(scene: Scene) -> None:
    with acting_for_the_house("tests"):
        Circle.objects.filter(pk=scene.tables["Stairwell"].pk).update(seats_most=3)


def told(
    scene: Scene, before: Before, called: str, *, email: str = "", full: bool = False
) -> list[str]:
    """Everything Lin reads of it once there is an answer; then it never was."""
    with transaction.atomic():
        before(scene)
        naming = names(scene, "Lin", called, "Stairwell", email=email)
        asking = Guest(scene.people["Lin"]).get(naming).text
        answers(scene, naming, "Mara", "Kim")
        if full:
            fill_up(scene)
        assert timedelta(minutes=5) <= due(naming) - scene.at <= QUARTER + timedelta(minutes=1)
        at = settled(naming)
        letter = f"/letters/{letter_of(naming).pk}/"
        pages = [reads(scene, "Lin", page, at).text for page in ("/today/", naming, letter)]
        transaction.set_rollback(True)
    return [DRAWN.sub("", page.replace(called, "N")) for page in (asking, *pages)]


@pytest.mark.parametrize(
    ("before", "called", "email"),
    [
        (tom_left, "Tom", ""),
        (tom_left, "A friend", "tom@example.org"),
        (on_her_list, "Karl", ""),
        (on_her_list, "A friend", "Karl@example.org"),
    ],
)
def test_as_03_it_reads_as_it_does_of_a_full_table(
    scene: Scene, before: Before, called: str, email: str
) -> None:
    kept_away = told(scene, before, called, email=email)
    full_table = told(scene, without_a_block, "Jonas", email="jonas@example.org", full=True)
    assert kept_away == full_table
    _asking, today, naming, letter = kept_away
    assert "There is an answer about N." in today
    assert NOT_POSSIBLE in naming
    assert NOT_POSSIBLE in letter
    assert "Mara" not in naming + letter


def test_as_03_for_anybody_else_the_letter_is_ready(scene: Scene) -> None:
    _asking, _today, naming, _letter = told(scene, tom_left, "Jonas", email="jonas@example.org")
    assert "Your letter is ready." in naming


def test_as_03_tom_gets_nothing_and_no_row_tells_of_him(scene: Scene) -> None:
    tom_left(scene)
    naming = names(scene, "Lin", "Tom", "Stairwell", email="tom@example.org")
    answers(scene, naming, "Mara", "Kim")
    at = settled(naming)
    assert "Jonas" not in reads(scene, "Tom", "/today/", at).text
    with acting_for_the_house("tests"):
        about = Letter.objects.filter(about=row_of(naming).pk)
        assert set(about.values_list("to", flat=True)) == {
            scene.people[who].pk for who in ("Lin", "Mara", "Kim")
        }
        assert not TurnedAway.objects.exists()
        assert not HostCall.objects.exists()
    assert Guest().get(f"/i/{letter_of(naming).token}/").status_code == 404


def test_as_03_the_others_read_nothing_more_of_it(scene: Scene) -> None:
    tom_left(scene)
    naming = names(scene, "Lin", "Tom", "Stairwell")
    answers(scene, naming, "Mara", "Kim")
    at = settled(naming)
    for who in ("Mara", "Kim"):
        assert reads(scene, who, naming, at).status_code == 404
        assert "You are asked in private" not in reads(scene, who, "/today/", at).text
