"""AS-13: silence is cared for. Distress reaches whoever may be asked at once; all else someone in time."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine

from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.presence import unanswered
from openchair.presence.models import Waiting
from openchair.sharing import actions
from openchair.sharing.models import Share
from openchair.testing.scenes import Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest

AFTERNOON = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
"""16:00 in the zone of the house."""
MORNING = datetime(2026, 3, 4, 8, 0, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WAITS = "Someone’s words are waiting."
WORDS = "I do not know how to go on with this."
WRITER, FIRST, SECOND, KEEPERS = "Ama", "Els", "Lin", ("Chiara", "Dev")
"""In the scenario: Omar, Lin and Joe, and Dev who looks after the table."""
TRUTH = "Nobody has been able to answer yet. That is not about your words."
EVERYBODY = ("Ama", "Bert", "Chiara", "Dev", "Els", "Lin", "Noor")


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def says_when(scene: Scene, name: str, when: str = "both", how: str = "together") -> None:
    Guest(scene.people[name]).fill("/mine/company/", when=when, how=how)


def say(scene: Scene, kind: str, at: datetime, **more: str) -> Share:
    with time_machine.travel(at, tick=False):
        said = Guest(scene.people[WRITER]).fill(table(scene), words=WORDS, kind=kind, **more)
    assert said.status_code == 302
    pk = said["Location"].rpartition("#said-")[2]
    return Share.objects.for_viewer(scene.people[WRITER]).get(pk=pk)


def today(scene: Scene, name: str, at: datetime) -> str:
    with time_machine.travel(at, tick=False):
        return str(Guest(scene.people[name]).get("/today/").text)


def page(scene: Scene, name: str, at: datetime) -> str:
    with time_machine.travel(at, tick=False):
        return str(Guest(scene.people[name]).get(table(scene)).text)


def who_is_asked(scene: Scene, at: datetime) -> set[str]:
    return {name for name in EVERYBODY if WAITS in today(scene, name, at)}


def by_the_clock(since: datetime, until: datetime) -> None:
    at = since
    while at <= until:
        unanswered.go_on(at)
        at += 10 * MINUTE


def pass_on(scene: Scene, name: str, at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        guest = Guest(scene.people[name])
        there = guest.get("/today/").text.partition('href="/waiting/')[2].partition('"')[0]
        assert guest.press(f"/waiting/{there}", f"/waiting/{there}passing/").status_code == 302


def what_happened(scene: Scene, at: datetime) -> str:
    """By the link that stands under the words."""
    with time_machine.travel(at, tick=False):
        guest = Guest(scene.people[WRITER])
        there = guest.get(table(scene)).text.partition('href="/waited/')[2].partition('"')[0]
        return str(guest.get(f"/waited/{there}").text)


@pytest.fixture
def willing(scene: Scene) -> Scene:
    for name in (FIRST, SECOND):
        says_when(scene, name)
    with acting_for_the_house("tests"):
        Letter.objects.all().delete()
    return scene


def test_as_13_distress_is_told_at_once_without_words_or_name(willing: Scene) -> None:
    scene = willing
    say(scene, "need-help", AFTERNOON)
    assert who_is_asked(scene, AFTERNOON) == {FIRST, SECOND}
    for name in (FIRST, SECOND):
        told = today(scene, name, AFTERNOON)
        assert WORDS not in told
        assert WRITER not in told.partition(WAITS)[2].partition("</article>")[0]
    with acting_for_the_house("tests"):
        letters = list(Letter.objects.filter(to__isnull=False).values_list("kind", "due_at"))
    assert [(kind, due == AFTERNOON) for kind, due in letters] == [("company call", True)] * 2


def test_as_13_after_half_an_hour_the_writer_reads_who_was_asked(willing: Scene) -> None:
    scene = willing
    say(scene, "need-help", AFTERNOON)
    unanswered.go_on(AFTERNOON + 29 * MINUTE)
    assert "have been asked" not in today(scene, WRITER, AFTERNOON + 29 * MINUTE)
    unanswered.go_on(AFTERNOON + 30 * MINUTE)
    later = AFTERNOON + 31 * MINUTE
    assert f"{FIRST} and {SECOND} have been asked." in today(scene, WRITER, later)
    there = what_happened(scene, later)
    assert f"{FIRST} and {SECOND} have been asked." in there
    assert "Night line" in there or 'href="tel:' in there
    assert "Nobody has answered this yet." in page(scene, WRITER, later)


def test_as_13_a_doubt_reaches_one_then_a_keeper_then_the_truth(willing: Scene) -> None:
    scene = willing
    say(scene, "doubt", MORNING)
    by_the_clock(MORNING, MORNING + 350 * MINUTE)
    assert who_is_asked(scene, MORNING + 350 * MINUTE) == set()
    by_the_clock(MORNING + 6 * HOUR, MORNING + 6 * HOUR)
    asked = MORNING + 6 * HOUR + MINUTE
    (first,) = who_is_asked(scene, asked)
    assert first in (FIRST, SECOND)
    pass_on(scene, first, asked + MINUTE)
    (keeper,) = who_is_asked(scene, asked + 2 * MINUTE)
    assert keeper in KEEPERS
    pass_on(scene, keeper, asked + 3 * MINUTE)
    (other,) = who_is_asked(scene, asked + 4 * MINUTE)
    assert other in KEEPERS
    pass_on(scene, other, asked + 5 * MINUTE)
    assert who_is_asked(scene, asked + 6 * MINUTE) == set()
    assert TRUTH not in today(scene, WRITER, asked + 6 * MINUTE)
    next_evening = MORNING + timedelta(days=1, hours=10)
    by_the_clock(asked + 10 * MINUTE, next_evening)
    assert TRUTH in what_happened(scene, next_evening)
    assert "Ask for company" in what_happened(scene, next_evening)


def test_as_13_nobody_else_reads_that_nobody_answered(willing: Scene) -> None:
    """The others' pages are the same as under words that were answered at once, but for the time."""
    scene = willing
    say(scene, "need-help", AFTERNOON)
    unanswered.go_on(AFTERNOON + 30 * MINUTE)
    later = AFTERNOON + 40 * MINUTE
    for name in EVERYBODY:
        if name != WRITER:
            assert "Nobody has answered" not in page(scene, name, later)
            assert "have been asked" not in page(scene, name, later)
    for name in ("Bert", "Chiara", "Dev", "Noor"):
        assert WAITS not in today(scene, name, later)


@pytest.mark.parametrize("answered", ["words", "seen", "taken back", "closed"])
def test_as_13_once_somebody_answered_nothing_waits(willing: Scene, answered: str) -> None:
    scene = willing
    share = say(scene, "need-help", AFTERNOON)
    els, ama, at = scene.people["Els"], scene.people["Ama"], AFTERNOON + MINUTE
    doing: dict[str, Any] = {
        "words": lambda: actions.answer(els, as_read_by(els, share), words="I am here.", at=at),
        "seen": lambda: actions.witness(els, as_read_by(els, share), at=at),
        "taken back": lambda: actions.take_back(ama, as_read_by(ama, share), at=at),
        "closed": lambda: actions.close_answers(ama, as_read_by(ama, share), closed=True, at=at),
    }
    doing[answered]()
    assert who_is_asked(scene, at + MINUTE) == set()
    unanswered.go_on(AFTERNOON + 30 * MINUTE)
    assert "have been asked" not in today(scene, WRITER, AFTERNOON + 31 * MINUTE)
    unanswered.forget_answered(AFTERNOON + 31 * MINUTE)
    with acting_for_the_house("tests"):
        assert not Waiting.objects.exists()


def test_as_09_where_nothing_would_help_the_rule_does_not_run(willing: Scene) -> None:
    scene = willing
    say(scene, "not-okay", AFTERNOON, need="nothing")
    by_the_clock(AFTERNOON, AFTERNOON + 2 * HOUR)
    assert who_is_asked(scene, AFTERNOON + 2 * HOUR) == set()
    assert "have been asked" not in today(scene, WRITER, AFTERNOON + 2 * HOUR)


def test_words_to_one_person_wait_for_that_person_alone(willing: Scene) -> None:
    scene = willing
    say(scene, "not-okay", AFTERNOON, audience="chosen", readers=str(scene.people[SECOND].pk))
    assert who_is_asked(scene, AFTERNOON) == {SECOND}


def test_the_truth_where_nobody_may_be_asked(scene: Scene) -> None:
    say(scene, "not-okay", AFTERNOON)
    unanswered.go_on(AFTERNOON + 30 * MINUTE)
    said = "Nobody at this table has said that they may be asked at this hour."
    assert said in what_happened(scene, AFTERNOON + 31 * MINUTE)


def test_at_night_those_alone_who_said_yes_to_nights(scene: Scene) -> None:
    says_when(scene, FIRST, "day")
    says_when(scene, SECOND, "night")
    night = datetime(2026, 3, 5, 2, 7, tzinfo=UTC)
    say(scene, "not-okay", night)
    assert who_is_asked(scene, night) == {SECOND}


def test_one_by_one_the_next_is_asked_when_one_cannot(scene: Scene) -> None:
    for name in (FIRST, SECOND):
        says_when(scene, name, "day", "alone")
    say(scene, "not-okay", AFTERNOON)
    (first,) = who_is_asked(scene, AFTERNOON)
    pass_on(scene, first, AFTERNOON + MINUTE)
    (second,) = who_is_asked(scene, AFTERNOON + 2 * MINUTE)
    assert {first, second} == {FIRST, SECOND}


def test_one_by_one_the_next_is_asked_after_five_minutes_too(scene: Scene) -> None:
    for name in (FIRST, SECOND):
        says_when(scene, name, "day", "alone")
    say(scene, "not-okay", AFTERNOON)
    unanswered.go_on(AFTERNOON + 4 * MINUTE)
    assert len(who_is_asked(scene, AFTERNOON + 4 * MINUTE)) == 1
    unanswered.go_on(AFTERNOON + 5 * MINUTE)
    assert who_is_asked(scene, AFTERNOON + 5 * MINUTE) == {FIRST, SECOND}
