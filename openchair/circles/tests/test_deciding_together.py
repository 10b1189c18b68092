"""What all decide together, as pages: asked, answered, and never said whose word it was."""

import uuid
from datetime import timedelta

import pytest
import time_machine

from openchair.circles import actions
from openchair.circles.models import (
    Circle,
    CircleState,
    QuestionKind,
    QuestionState,
    Seat,
    SeatState,
    TableQuestion,
)
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)
OTHERS = ("Ama", "Chiara", "Dev", "Lin")
ASKED = {"agreement": "Shall this be what we agree?", "rest": "rest for a while?"}


@pytest.fixture(autouse=True)
def now(scene: Scene) -> object:
    with time_machine.travel(scene.at, tick=False) as clock:
        yield clock


def path(scene: Scene, rest: str = "", name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/{rest}"


def ask(scene: Scene, kind: str, **said: str) -> str:
    answer = Guest(scene.people["Els"]).fill(path(scene, f"together/{kind}/"), **said)
    assert answer.status_code == 302
    return str(answer["Location"])


def answer(scene: Scene, who: str, question: str, word: str) -> None:
    assert Guest(scene.people[who]).fill(question, answer=word).status_code == 302


def as_it_is(scene: Scene) -> Circle:
    with acting_for_the_house("tests"):
        return Circle.objects.get(pk=scene.tables["Tuesday"].pk)


def test_lines_to_start_from_stand_there_and_hold_once_all_said_yes(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    offered = els.form(path(scene, "together/agreement/")).fields["words"]
    assert "No loss here is larger or smaller than another." in offered
    question = ask(scene, "agreement", words="We knock.\nWe pass.")
    assert "You have said yes." in els.get(question).text
    ama = Guest(scene.people["Ama"])
    assert "Everyone at Tuesday table is asked something" in ama.get("/today/").text
    assert ASKED["agreement"] in ama.get(path(scene)).text
    for name in OTHERS:
        answer(scene, name, question, "yes")
    assert "We knock." in ama.get(path(scene, "agreement/")).text
    assert ASKED["agreement"] not in ama.get(path(scene)).text
    assert "Everyone said yes." in ama.get(question).text
    assert "We knock." in els.form(path(scene, "together/agreement/")).fields["words"]


def test_whoever_rested_meanwhile_is_offered_the_yes(scene: Scene) -> None:
    question = ask(scene, "agreement", words="We knock.")
    for name in OTHERS:
        answer(scene, name, question, "yes")
    bert = Guest(scene.people["Bert"])
    page = bert.get(path(scene, "agreement/")).text
    assert "you have not said yes to them" in page
    form = bert.form(path(scene, "agreement/"), path(scene, "agreement/yes/"))
    assert [bert.send(form).status_code for _press in range(2)] == [302, 303]
    assert "You said yes to these lines" in bert.get(path(scene, "agreement/")).text


def test_whoever_comes_later_reads_the_table_s_own_lines_and_says_yes_to_them(scene: Scene) -> None:
    question = ask(scene, "agreement", words="We knock.")
    for name in OTHERS:
        answer(scene, name, question, "yes")
    letter = f"/i/{scene.letter_of('Lin', 'Tuesday').token}/arriving/"
    omar = Guest(scene.people["Omar"])
    assert "We knock." in omar.get(letter).text
    omar.press(letter, "")
    page = omar.get(path(scene, "agreement/")).text
    assert "We knock." in page
    assert "You said yes to these lines" in page


def test_whoever_was_away_keeps_their_yes_and_is_offered_the_new_lines(scene: Scene) -> None:
    question = ask(scene, "agreement", words="We knock.")
    for name in OTHERS:
        answer(scene, name, question, "yes")
    sam = Guest(scene.people["Sam"])
    sam.post(path(scene, "return/"), once=str(uuid.uuid4()))
    page = sam.get(path(scene, "agreement/")).text
    assert "We knock." in page
    assert "you have not said yes to them" in page


def test_one_not_now_ends_it_and_nobody_reads_whose(scene: Scene) -> None:
    question = ask(scene, "rest")
    answer(scene, "Dev", question, "not-now")
    pages = [Guest(scene.people[name]).get(question).text for name in ("Els", "Ama", "Dev")]
    for page in pages:
        assert "It is not said whose word it was" in page
        assert "Dev" not in page
    ours = Guest(scene.people["Els"]).get(path(scene, "ours/")).text
    assert "It was asked, and it is not now: Shall the whole table rest" in ours
    ask(scene, "rest")
    ours = Guest(scene.people["Els"]).get(path(scene, "ours/")).text
    assert "It was asked, and it is not now" not in ours
    assert as_it_is(scene).state == CircleState.GATHERING


def test_an_answer_is_one_of_two_and_twice_is_once(scene: Scene) -> None:
    question = ask(scene, "rest")
    ama = Guest(scene.people["Ama"])
    assert ama.fill(question).status_code == 422
    form = ama.form(question)
    assert [ama.send(form, answer="yes").status_code for _press in range(2)] == [302, 303]
    answer(scene, "Dev", question, "not-now")
    late = ama.send(form, once=ama.form(path(scene, "rest/")).fields["once"], answer="yes")
    assert late.status_code == 409
    assert "This is no longer being asked." in late.text


def test_a_table_rests_and_anyone_wakes_it(scene: Scene) -> None:
    question = ask(scene, "rest")
    for name in OTHERS:
        answer(scene, name, question, "yes")
    ama, noor = Guest(scene.people["Ama"]), Guest(scene.people["Noor"])
    assert "The whole table is resting." in ama.get(path(scene)).text
    assert "Wake the table" not in noor.get(path(scene)).text
    form = ama.form(path(scene), path(scene, "awake/"))
    assert [ama.send(form).status_code for _press in range(2)] == [302, 303]
    assert "The whole table is resting." not in ama.get(path(scene)).text


def test_an_end_is_told_before_the_yes_and_on_the_table(scene: Scene) -> None:
    question = ask(scene, "close", days="7", words_stay="30", words="Mind the step.")
    ama = Guest(scene.people["Ama"])
    page = ama.get(question).text
    assert "Tuesday 10 March" in page
    assert "Mind the step." in page
    assert "stays our own" in page
    for name in OTHERS:
        answer(scene, name, question, "yes")
    assert "This table comes to its end on Tuesday 10 March." in ama.get(path(scene)).text
    called_off = ama.form(path(scene), path(scene, "awake/"))
    actions.end_tables(scene.at + 7 * DAY)
    page = ama.get(path(scene)).text
    assert "This table has come to its end." in page
    assert "Say it" not in page
    assert ama.send(called_off).status_code == 409


def test_an_end_is_called_off_until_its_day(scene: Scene) -> None:
    question = ask(scene, "close", days="7", words_stay="30")
    for name in OTHERS:
        answer(scene, name, question, "yes")
    ama = Guest(scene.people["Ama"])
    assert ama.press(path(scene), path(scene, "awake/")).status_code == 302
    assert as_it_is(scene).closes_at is None


def test_a_day_is_chosen_for_an_end(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    assert els.fill(path(scene, "together/close/"), days="400").status_code == 422


@pytest.mark.parametrize(
    ("who", "kind", "name", "why"),
    [
        ("Noor", "close", "Tuesday", "You are visiting"),
        ("Tom", "rest", "Stairwell", "once it has begun"),
    ],
)
def test_whoever_cannot_ask_reads_why(
    scene: Scene, who: str, kind: str, name: str, why: str
) -> None:
    page = Guest(scene.people[who]).get(path(scene, f"together/{kind}/", name)).text
    assert why in page
    assert "Ask everyone" not in page


def test_what_cannot_be_asked_is_not_there(scene: Scene) -> None:
    assert Guest(scene.people["Ama"]).get(path(scene, "together/dancing/")).status_code == 404


def test_a_question_is_nobody_else_s(scene: Scene) -> None:
    question = ask(scene, "rest")
    for name in ("Omar", "Noor", "Tom"):
        assert Guest(scene.people[name]).get(question).status_code == 404


def test_while_an_end_comes_nothing_else_is_asked(scene: Scene) -> None:
    resting, ending = ask(scene, "rest"), ask(scene, "close", days="7", words_stay="7")
    for name in OTHERS:
        answer(scene, name, ending, "yes")
    ama = Guest(scene.people["Ama"])
    assert "This is no longer being asked." in ama.get(resting).text
    assert "rest for a while?" not in ama.get(path(scene)).text
    assert "is asked something" not in ama.get("/today/").text


def test_whoever_rests_or_leaves_holds_nobody_up(scene: Scene) -> None:
    question = ask(scene, "rest")
    for name in OTHERS[:-1]:
        answer(scene, name, question, "yes")
    actions.look_at_questions(scene.at)
    assert as_it_is(scene).state == CircleState.GATHERING
    actions.rest(scene.people["Lin"], scene.seat("Lin", "Tuesday"), word="")
    actions.look_at_questions(scene.at)
    assert as_it_is(scene).state == CircleState.RESTING


def test_the_clock_asks_nothing_of_a_table_that_ends(scene: Scene) -> None:
    ask(scene, "rest")
    with acting_for_the_house("tests"):
        Circle.objects.filter(pk=scene.tables["Tuesday"].pk).update(state=CircleState.CLOSING)
        Seat.objects.filter(circle=scene.tables["Tuesday"].pk).update(state=SeatState.RESTING)
    actions.look_at_questions(scene.at)
    asked = TableQuestion.objects.for_viewer(scene.people["Els"]).get(kind=QuestionKind.REST)
    assert asked.state == QuestionState.ASKING


def test_i_see_it_differently_opens_a_talk(scene: Scene) -> None:
    page = Guest(scene.people["Ama"]).get(path(scene, "agreement/")).text
    assert "I see it differently" in page
    assert f'href="{path(scene)}#say"' in page
    assert f'href="{path(scene, "together/agreement/")}"' in page
