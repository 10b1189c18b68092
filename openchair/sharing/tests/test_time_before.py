"""What one may read of the time before one came: nothing, unless all of the table opened it (5.2)."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from openchair.circles import actions as circles
from openchair.circles.models import QuestionKind, QuestionState, SeatState
from openchair.kernel.refusal import Refusal
from openchair.sharing.actions import answer, change
from openchair.sharing.models import Answer, Audience, Need
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)


def open_it(scene: Scene, *, ago: timedelta, no: str = "") -> str:
    """Els asks; everyone who does not rest answers."""
    els, at = scene.people["Els"], scene.at - ago
    seat = scene.seat("Els", "Tuesday")
    question = circles.ask_together(els, seat, kind=QuestionKind.BEFORE, at=at)
    for name in ("Ama", "Chiara", "Dev", "Lin"):
        if question.state == QuestionState.ASKING:
            question = circles.answer_together(scene.people[name], question, yes=name != no, at=at)
    return question.state


@pytest.fixture
def told(scene: Scene) -> Scene:
    """Words before and after the table opens itself, ten days ago; Kim sits down today."""
    scene.say("older", "Ama", "Tuesday", "Older than that.", ago=12 * DAY)
    scene.say("since", "Ama", "Tuesday", "Said since then.", ago=4 * DAY)
    scene.say("mine", "Ama", "Tuesday", "For me.", ago=4 * DAY, audience=Audience.ONLY_ME)
    return scene


def reads(scene: Scene, name: str) -> set[str]:
    page, today = f"/tables/{scene.tables['Tuesday'].pk}/days/", timezone.localdate(scene.at)
    days = [str(Guest(scene.people[name]).get(f"{page}{today - n * DAY}/").text) for n in (12, 4)]
    said = {"older": "Older than that.", "since": "Said since then.", "mine": "For me."}
    return {key for key, words in said.items() if any(words in day for day in days)}


def test_at_first_one_reads_from_one_s_arrival_on(told: Scene) -> None:
    told.sit("Tuesday", "Kim", 0)
    assert reads(told, "Kim") == set()


def test_after_everyone_s_yes_whoever_comes_later_reads_what_was_said_since(told: Scene) -> None:
    assert open_it(told, ago=10 * DAY) == QuestionState.YES
    told.sit("Tuesday", "Kim", 0)
    assert reads(told, "Kim") == {"since"}
    assert reads(told, "Lin") == {"older", "since"}


def test_one_not_now_and_it_stays_as_it_was(told: Scene) -> None:
    assert open_it(told, ago=10 * DAY, no="Dev") == QuestionState.NOT_NOW
    told.sit("Tuesday", "Kim", 0)
    assert reads(told, "Kim") == set()


def test_whoever_only_visits_reads_from_the_visit_on(told: Scene) -> None:
    open_it(told, ago=10 * DAY)
    told.sit("Tuesday", "Kim", 0, SeatState.VISITING)
    assert reads(told, "Kim") == set()


def test_a_visitor_who_rests_reads_no_more_than_one_who_does_not(told: Scene) -> None:
    open_it(told, ago=10 * DAY)
    told.sit("Tuesday", "Kim", 0, SeatState.VISITING)
    circles.rest(told.people["Kim"], told.seat("Kim", "Tuesday"), word="")
    assert reads(told, "Kim") == set()


def test_what_was_answered_is_read_on_where_the_words_go_to_fewer(told: Scene) -> None:
    """Kim came later and reads it all. That the words are for them by name then takes nothing away."""
    open_it(told, ago=10 * DAY)
    dev = told.people["Dev"]
    answer(dev, told.words["since"], words="Under it.", at=told.at - 2 * DAY)
    told.sit("Tuesday", "Kim", 0)
    kim = told.people["Kim"]
    narrow(told, "since", to={kim.pk}, at=told.at)
    assert Answer.objects.for_viewer(kim).filter(share=told.words["since"].pk).exists()


def narrow(scene: Scene, key: str, *, to: set[UUID], at: datetime) -> None:
    share, ama = scene.words[key], scene.people["Ama"]
    said: dict[str, Any] = {"words": share.words, "warning": "", "need": Need.READ}
    said |= {"audience": Audience.CHOSEN, "readers": to, "at": at}
    change(ama, scene.seat("Ama", "Tuesday"), share, **said)


def test_anyone_ends_it_with_one_press(told: Scene) -> None:
    open_it(told, ago=10 * DAY)
    told.sit("Tuesday", "Kim", 0)
    page = f"/tables/{told.tables['Tuesday'].pk}/ours/"
    lin = Guest(told.people["Lin"])
    assert "reads what was said to the table since" in lin.get(page).text
    lin.press(page, page.replace("ours", "from-arrival"))
    assert reads(told, "Kim") == set()
    assert "Each of us reads what was said since we came." in lin.get(page).text
    with pytest.raises(Refusal, match="visiting"):
        circles.read_from_arrival(told.people["Noor"], told.seat("Noor", "Tuesday"), at=told.at)


def test_the_box_says_so(told: Scene) -> None:
    page, sentence = f"/tables/{told.tables['Tuesday'].pk}/", "Whoever comes later may read it too."
    assert sentence not in Guest(told.people["Lin"]).get(page).text
    open_it(told, ago=10 * DAY)
    assert sentence in Guest(told.people["Lin"]).get(page).text


def test_it_is_not_asked_twice(told: Scene) -> None:
    open_it(told, ago=10 * DAY)
    with pytest.raises(Refusal, match="reads it already"):
        open_it(told, ago=DAY)
