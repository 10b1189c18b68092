"""Worry about someone: once, taken back, with the words, and what stands between people."""

import re
from datetime import timedelta

import pytest

from openchair.circles.models import Distance, Seat, SeatState
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.presence import worrying
from openchair.presence.models import Worry
from openchair.sharing import actions as sharing
from openchair.sharing import erasing
from openchair.sharing.models import Share
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest
from tests.worried import (
    BEN,
    JOE,
    SAM,
    WAITS,
    answers,
    form,
    is_worried,
    once,
    page,
    said_in_the_night,
    table,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def night(scene: Scene) -> Share:
    return said_in_the_night(scene)


def test_without_a_third_person_the_writer_is_asked_what_they_would_like(
    scene: Scene, night: Share
) -> None:
    row = is_worried(scene, night, also="")
    asked = page(scene, SAM, f"/worries/{row.pk}/")
    assert "Would you like that?" in asked
    assert "look in" not in asked
    answers(scene, row, "yes")
    assert "Ama said yes." in page(scene, JOE, form(night))


def test_it_is_said_once_and_answered_once(scene: Scene, night: Share) -> None:
    row = is_worried(scene, night)
    with acting_for_the_house("tests"):
        letters = Letter.objects.filter(about=row.pk)
        assert letters.count() == 1
        worrying.worry(scene.people[JOE], night, also=None, at=NOON)
        assert letters.count() == 1
    answers(scene, row, "yes")
    again = Guest(scene.people[SAM]).post(f"/worries/{row.pk}/answer/", answer="yes", once=once())
    changed = Guest(scene.people[SAM]).post(f"/worries/{row.pk}/answer/", answer="no", once=once())
    assert (again.status_code, changed.status_code) == (302, 409)
    assert "You have answered this." in changed.text
    with acting_for_the_house("tests"):
        assert letters.count() == 3


def test_only_the_writer_answers(scene: Scene, night: Share) -> None:
    row = is_worried(scene, night)
    joe = Guest(scene.people[JOE])
    refused = joe.post(f"/worries/{row.pk}/answer/", answer="yes", once=once())
    assert refused.status_code == 409
    assert "Only the one whose words these are answers this." in refused.text
    assert joe.get(f"/worries/{row.pk}/")["Location"] == form(night)
    assert (
        Guest(scene.people[SAM]).post(f"/worries/{row.pk}/answer/", answer="perhaps", once=once())[
            "Location"
        ]
        == f"/worries/{row.pk}/"
    )
    assert WAITS in table(scene, SAM)


def test_taken_back_it_is_gone_and_saying_it_again_calls_nobody_again(
    scene: Scene, night: Share
) -> None:
    row, joe = is_worried(scene, night), Guest(scene.people[JOE])
    assert joe.press(form(night), f"{form(night)}back/").status_code == 302
    assert Guest(scene.people[SAM]).get(f"/worries/{row.pk}/").status_code == 404
    assert WAITS not in page(scene, SAM, "/today/")
    assert is_worried(scene, night).pk == row.pk
    assert WAITS in table(scene, SAM)
    with acting_for_the_house("tests"):
        assert Letter.objects.filter(about=row.pk).count() == 1
    answers(scene, row, "no")
    joe.press(form(night), f"{form(night)}back/")
    refused = joe.post(form(night), once=once())
    assert "You were answered about this." in refused.text


def test_with_the_words_it_is_gone_for_all_and_soon_from_the_house(
    scene: Scene, night: Share
) -> None:
    row = is_worried(scene, night)
    answers(scene, row, "yes")
    sharing.take_back(scene.people[SAM], night, at=NOON)
    for who in (SAM, JOE, BEN):
        assert not Worry.objects.for_viewer(scene.people[who]).exists()
    assert "These words were taken back" in page(scene, JOE, form(night))
    worrying.forget_old(NOON)
    with acting_for_the_house("tests"):
        assert not Worry.objects.exists()


def test_with_erased_words_it_is_gone_too(scene: Scene, night: Share) -> None:
    is_worried(scene, night)
    erasing.erase_words(scene.people[SAM], night, at=NOON)
    for who in (SAM, JOE):
        assert not Worry.objects.for_viewer(scene.people[who]).exists()
    worrying.forget_old(NOON)
    with acting_for_the_house("tests"):
        assert not Worry.objects.exists()


def test_after_thirty_days_nothing_is_left(scene: Scene, night: Share) -> None:
    is_worried(scene, night)
    for days, left in ((30, True), (31, False)):
        worrying.forget_old(NOON + timedelta(days=days))
        with acting_for_the_house("tests"):
            assert Worry.objects.exists() == left


@pytest.mark.parametrize(("by", "of"), [(SAM, JOE), (JOE, SAM)])
def test_a_blocked_pair_never_reaches_each_other(
    scene: Scene, night: Share, by: str, of: str
) -> None:
    row = is_worried(scene, night)
    people.block(scene.people[by], scene.people[of], at=NOON)
    assert Guest(scene.people[JOE]).get(form(night)).status_code == 404
    assert Guest(scene.people[SAM]).get(f"/worries/{row.pk}/").status_code == 404
    assert not Worry.objects.for_viewer(scene.people[JOE]).exists()


def keeps_distance(scene: Scene, by: str, of: str) -> None:
    table, at = scene.tables["Tuesday"].pk, NOON
    with acting_for_the_house("tests"):
        Distance.objects.create(circle_id=table, by=scene.people[by], of=scene.people[of], since=at)


def something_between(scene: Scene, what: str) -> None:
    kind, by, of = what.split()
    if kind == "block":
        people.block(scene.people[by], scene.people[of], at=NOON)
    elif kind == "distance":
        keeps_distance(scene, by, of)
    else:
        with acting_for_the_house("tests"):
            seat = Seat.objects.filter(account=scene.people[by], circle=scene.tables["Tuesday"].pk)
            seat.update(state=SeatState.PAUSED)


@pytest.mark.parametrize(
    "what",
    [
        f"block {SAM} {BEN}",
        f"block {BEN} {SAM}",
        f"distance {SAM} {BEN}",
        f"distance {BEN} {SAM}",
        f"distance {BEN} {JOE}",
        f"paused {BEN} -",
    ],
)
def test_who_is_kept_from_one_of_them_is_not_asked_and_joe_cannot_tell(
    scene: Scene, night: Share, what: str
) -> None:
    before = page_without_tokens(scene, night)
    something_between(scene, what)
    assert page_without_tokens(scene, night) == before
    row = is_worried(scene, night)
    assert "Lin" not in page(scene, SAM, f"/worries/{row.pk}/")
    answers(scene, row, "yes")
    assert not Worry.objects.for_viewer(scene.people[BEN]).exists()
    said = page(scene, JOE, form(night))
    assert "Ama said yes." in said
    with acting_for_the_house("tests"):
        assert not Letter.objects.filter(to=scene.people[BEN]).exists()


def page_without_tokens(scene: Scene, share: Share) -> str:
    return re.sub(
        r'name="(once|csrfmiddlewaretoken)" value="[^"]*"', "", page(scene, JOE, form(share))
    )


def test_joe_is_offered_nobody_whom_he_keeps_apart_or_at_a_distance_nor_who_rests_or_visits(
    scene: Scene, night: Share
) -> None:
    people.block(scene.people[JOE], scene.people["Dev"], at=NOON)
    keeps_distance(scene, JOE, BEN)
    offered = page(scene, JOE, form(night))
    assert f'value="{scene.people["Chiara"].pk}"' in offered
    for name in (SAM, JOE, "Dev", BEN, "Bert", "Noor"):
        assert f'value="{scene.people[name].pk}"' not in offered
    assert is_worried(scene, night, also=BEN).also_id is None  # as from an old page


def test_whoever_keeps_distance_finds_it_folded_and_hears_nothing(
    scene: Scene, night: Share
) -> None:
    keeps_distance(scene, SAM, JOE)
    is_worried(scene, night)
    assert WAITS not in page(scene, SAM, "/today/")
    folded = table(scene, SAM)
    assert WAITS not in folded
    assert "Something from Els" in folded


def test_under_distress_it_stands_plainly_and_elsewhere_behind_more(
    scene: Scene, night: Share
) -> None:
    text, words = table(scene, JOE), scene.words["joy"].pk
    under = text[text.index(f'id="said-{night.pk}"') :].split("</article>")[0]
    assert f'href="{form(night)}"' in under
    assert 'href="/staying/"' in under
    assert ">More<" not in under
    other = text[text.index(f'id="said-{words}"') :].split("</article>")[0]
    assert other.index(">More<") < other.index(f"/words/{words}/worried/")
    assert f'href="{form(night)}"' not in table(scene, SAM)
    rain = scene.words["rain"].pk  # she only needed to say it
    assert f"/words/{rain}/worried/" not in text


def test_why_not(scene: Scene, night: Share) -> None:
    assert "These are your own words." in page(scene, SAM, form(night))
    away = scene.words["earlier"]
    assert "does not sit here now" in page(scene, JOE, form(away))
    assert Guest(scene.people["Omar"]).get(form(night)).status_code == 404
    with acting_for_the_house("tests"):
        Seat.objects.filter(pk=scene.seat(JOE, "Tuesday").pk).update(state=SeatState.PAUSED)
    assert "paused for now" in page(scene, JOE, form(night))
    assert Guest(scene.people[JOE]).post(form(night), once=once()).status_code == 409


def test_of_words_without_a_name_nobody_learns_whose_they_are(scene: Scene, night: Share) -> None:
    with acting_for_the_house("tests"):
        Share.objects.filter(pk=night.pk).update(nameless=True)
    refused = page(scene, JOE, form(night))
    assert "does not sit here now" in refused
    assert "Ama" not in refused
    assert f'href="{form(night)}"' not in table(scene, JOE)
