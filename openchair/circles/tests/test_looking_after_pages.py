"""Looking after a table, as pages: taken on, asked, handed over, put down; and the talks of hosts."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.dateformat import format as date_format

from openchair.circles import actions
from openchair.circles.models import (
    CallKind,
    Circle,
    HostCall,
    KeeperState,
    KeeperTerm,
    Naming,
    QuestionKind,
)
from openchair.circles.policy import why_not_look_after
from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def now(scene: Scene) -> object:
    with time_machine.travel(scene.at, tick=False) as clock:
        yield clock


def path(scene: Scene, rest: str = "", name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/looking-after/{rest}"


def ask(scene: Scene, who: str, other: str, **more: str) -> None:
    guest = Guest(scene.people[who])
    whom = str(scene.people[other].pk)
    answer = guest.fill(path(scene), path(scene, "ask/"), whom=whom, **more)
    assert answer.status_code == 302
    assert "Nobody else knows of it" in guest.get(answer["Location"]).text


def term_of(scene: Scene, name: str) -> KeeperTerm:
    account = scene.people[name]
    return KeeperTerm.objects.for_viewer(account).filter(account=account).latest("began_at")


def test_everyone_there_reads_who_does_and_until_when(scene: Scene) -> None:
    page = Guest(scene.people["Noor"]).get(path(scene)).text
    until = date_format(term_of(scene, "Chiara").ends_at, "l j F")
    assert f"Chiara looks after this table, until {until}." in page
    assert "You are visiting this table." in page
    assert "Ask someone" not in page


def test_someone_says_that_they_would(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form(path(scene), path(scene, "me/"))
    assert [ama.send(form).status_code for _press in range(2)] == [302, 303]
    assert "You look after this table, until" in ama.get(path(scene)).text


def test_one_is_asked_and_nobody_else_knows(scene: Scene) -> None:
    ask(scene, "Dev", "Els")
    els = Guest(scene.people["Els"])
    assert "You are asked whether you would look after Tuesday table." in els.get("/today/").text
    term = f"/terms/{term_of(scene, 'Els').pk}/"
    assert "Would you look after “Tuesday table”?" in els.get(term).text
    for name in ("Ama", "Dev", "Omar"):
        assert Guest(scene.people[name]).get(term).status_code == 404
    assert "Els is asked" not in Guest(scene.people["Ama"]).get(path(scene)).text
    assert els.fill(term).status_code == 422
    assert els.fill(term, answer="yes").status_code == 302
    assert "You look after this table" in els.get(path(scene)).text
    assert els.get(term)["Location"] == path(scene)


def test_rather_not_is_as_good_an_answer(scene: Scene) -> None:
    ask(scene, "Dev", "Els")
    els, term = Guest(scene.people["Els"]), f"/terms/{term_of(scene, 'Els').pk}/"
    assert els.fill(term, answer="not-now").status_code == 302
    assert els.get(term).status_code == 404
    assert "asked whether" not in els.get("/today/").text


def test_it_goes_over_with_their_yes(scene: Scene) -> None:
    ask(scene, "Dev", "Els", handing_over="yes")
    assert term_of(scene, "Dev").state == KeeperState.HANDING_OVER
    mine = Guest(scene.people["Dev"]).get(path(scene)).text
    assert "It goes over as soon as the person you asked says yes." in mine
    Guest(scene.people["Els"]).fill(f"/terms/{term_of(scene, 'Els').pk}/", answer="yes")
    page = Guest(scene.people["Ama"]).get(path(scene)).text
    assert "Els looks after this table" in page
    assert "Dev is resting from keeping." in page


def test_nobody_is_asked_from_under_a_blanket_or_on_a_visit(scene: Scene) -> None:
    page = Guest(scene.people["Dev"]).get(path(scene)).text
    for name in ("Bert", "Noor", "Chiara"):
        assert f'value="{scene.people[name].pk}"' not in page
    answer = Guest(scene.people["Dev"]).fill(path(scene), path(scene, "ask/"))
    assert answer.status_code == 422
    assert "Choose one of these." in answer.text


def test_it_is_put_down_in_one_press(scene: Scene) -> None:
    chiara = Guest(scene.people["Chiara"])
    form = chiara.form(path(scene), path(scene, "down/"))
    assert [chiara.send(form).status_code for _press in range(2)] == [302, 303]
    page = chiara.get(path(scene)).text
    assert "Nothing here is yours to look after." in page
    assert f'href="/tables/{scene.tables["Tuesday"].pk}/rest/"' in page
    table = Guest(scene.people["Ama"]).get(f"/tables/{scene.tables['Tuesday'].pk}/").text
    assert "Chiara is resting from keeping." in table
    assert "It would be good if two people looked after it." in table
    actions.look_after(scene.people["Chiara"], scene.tables["Tuesday"], at=scene.at)
    assert "Chiara is resting from keeping." not in Guest(scene.people["Ama"]).get(path(scene)).text


def test_after_a_month_it_is_no_longer_said(scene: Scene) -> None:
    actions.put_down(scene.people["Chiara"], scene.tables["Tuesday"], at=scene.at - 31 * DAY)
    assert "resting from keeping" not in Guest(scene.people["Ama"]).get(path(scene)).text


def test_with_six_both_helps_are_there(scene: Scene) -> None:
    actions.put_down(scene.people["Chiara"], scene.tables["Tuesday"], at=scene.at)
    page = Guest(scene.people["Ama"]).get(path(scene)).text
    assert "two people who look after it are wanted" in page
    assert "Lines of our own" in page
    with acting_for_the_house("tests"):
        Circle.objects.filter(pk=scene.tables["Tuesday"].pk).update(agreement_version=1)
    assert "Lines of our own" not in Guest(scene.people["Ama"]).get(path(scene)).text


def test_the_desk_says_what_needs_someone_and_never_more_than_five_things(scene: Scene) -> None:
    els, at = scene.people["Els"], scene.at
    actions.sit_down(scene.people["Noor"], scene.seat("Noor", "Tuesday"), at=at)
    question = actions.ask_together(
        els, scene.seat("Els", "Tuesday"), kind=QuestionKind.REST, at=at
    )
    with acting_for_the_house("tests"):
        for name in ("Bert", "Lin", "Ama"):
            Naming.objects.create(
                circle=scene.tables["Tuesday"],
                by=scene.people[name],
                name=f"Jonas {name}",
                name_mark=name,
                asked_at=at - 3 * DAY,
                ask_around_at=at - DAY,
            )
        KeeperTerm.objects.filter(account=scene.people["Dev"]).update(ends_at=at + 3 * DAY)
        Circle.objects.filter(pk=scene.tables["Tuesday"].pk).update(state="closing")
    page = Guest(scene.people["Dev"]).get(path(scene)).text
    assert "Noor is new here." in page
    assert f'href="/questions/{question.pk}/"' not in page  # an end comes: nothing else is asked
    assert "Not everyone has answered about Jonas Bert yet. You may ask around." in page
    assert "This table comes to its end soon." in page
    assert "Your time of looking after this table ends soon" not in page  # the sixth


def test_a_question_waits_on_the_desk_until_it_is_answered(scene: Scene) -> None:
    question = actions.ask_together(
        scene.people["Els"], scene.seat("Els", "Tuesday"), kind=QuestionKind.REST, at=scene.at
    )
    dev, href = Guest(scene.people["Dev"]), f'href="/questions/{question.pk}/"'
    with acting_for_the_house("tests"):
        KeeperTerm.objects.filter(account=scene.people["Dev"]).update(ends_at=scene.at + 3 * DAY)
    page = dev.get(path(scene)).text
    assert href in page
    assert "Your time of looking after this table ends soon" in page
    actions.answer_together(scene.people["Dev"], question, yes=True, at=scene.at)
    assert href not in dev.get(path(scene)).text


def test_two_people_look_after_each_other(scene: Scene) -> None:
    why = why_not_look_after(scene.seat("Ines", "Pair"), [], DAY, scene.at)
    assert why == "This is a table for two. You look after each other."


def test_whoever_greets_people_reads_a_name_and_no_table(scene: Scene) -> None:
    house.give_duty(scene.people["Omar"], Duty.HOST, since=scene.at.date())
    actions.put_down(scene.people["Chiara"], scene.tables["Tuesday"], at=scene.at)
    omar = Guest(scene.people["Omar"])
    assert "Chiara would be helped by a talk with you" in omar.get("/today/").text
    assert 'href="/house/talks/"' in omar.get("/house/").text
    page = omar.get("/house/talks/").text
    assert "Chiara" in page
    assert "Tuesday" not in page
    call = HostCall.objects.for_viewer(scene.people["Omar"]).get()
    assert call.kind == CallKind.PUT_DOWN
    form = omar.form("/house/talks/", f"/house/talks/{call.pk}/done/")
    assert [omar.send(form).status_code for _press in range(2)] == [302, 303]
    assert "Nobody waits for a talk." in omar.get("/house/talks/").text
    assert "helped by a talk" not in omar.get("/today/").text
    assert Guest(scene.people["Ama"]).get("/house/talks/").status_code == 404


def test_whoever_it_is_about_reads_nothing_of_it(scene: Scene) -> None:
    actions.put_down(scene.people["Chiara"], scene.tables["Tuesday"], at=scene.at)
    page = Guest(scene.people["Chiara"]).get("/house/talks/").text
    assert "Nobody waits for a talk." in page
