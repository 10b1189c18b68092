"""AS-36: someone a letter was written about asks to be forgotten; and someone who wrote one that is needed."""

import re
from datetime import timedelta

import pytest

from openchair.journeys import keeping
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.repair import actions, policy, queries
from openchair.repair import keeping as repair
from openchair.repair.models import Report
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

WORDS = "He said what he would do to me."
ANSWER = "I believe you that you are afraid."


@pytest.fixture
def page(scene: Scene) -> str:
    """Mara wrote to Harriet about Tom, who threatened her, before she kept him apart."""
    mara = scene.people["Mara"]
    written = actions.write(
        mara,
        words=WORDS,
        reader=scene.people["Harriet"].pk,
        about=None,
        about_words="Tom",
        has_read=False,
        at=NOON,
    )
    with acting_for_the_house("laying a scene"):
        Report.objects.filter(pk=written.pk).update(about=scene.people["Tom"])
    Guest(scene.people["Harriet"]).fill(f"/listener/letters/{written.pk}/", words=ANSWER)
    return f"/listener/{written.pk}/"


def keep(scene: Scene, page: str, needed: str) -> int:
    harriet = Guest(scene.people["Harriet"])
    status: int = harriet.fill(heard(page), heard(page) + "safety/", needed=needed).status_code
    return status


def test_as_36_tom_s_words_go_and_the_letter_stays(scene: Scene, page: str) -> None:
    tom = scene.people["Tom"]
    assert queries.a_letter_is_kept(tom)
    keeping.forget(tom)
    assert not Account.objects.filter(email="tom@example.org").exists()
    read = Guest(scene.people["Harriet"]).get(heard(page)).text
    assert WORDS in read
    assert "They say that it is about Tom" in read
    assert WORDS in Guest(scene.people["Mara"]).get(page).text


def test_as_36_nobody_else_reads_it_then(scene: Scene, page: str) -> None:
    keeping.forget(scene.people["Tom"])
    for name in ("Ralf", "Chiara", "Lin"):
        assert Guest(scene.people[name]).get(page).status_code == 404


def test_as_36_what_tom_reads_is_the_same_whether_or_not_a_letter_is_there(scene: Scene) -> None:
    """The ground is said in general words, and to everybody."""
    assert not queries.a_letter_is_kept(scene.people["Tom"])
    assert "for as long as somebody’s safety needs them" in policy.ground()
    assert "Tom" not in repr(repair.export(scene.people["Tom"]))


def test_as_36_a_letter_about_one_is_not_in_one_s_export(scene: Scene, page: str) -> None:
    held = repr(keeping.export(scene.people["Tom"]))
    assert WORDS not in held
    assert ANSWER not in held


def test_as_36_the_writer_s_own_words_go_when_nobody_needs_them(scene: Scene, page: str) -> None:
    mara = scene.people["Mara"]
    assert not queries.a_letter_is_kept(mara)
    keeping.forget(mara)
    left = Guest(scene.people["Harriet"]).get(heard(page)).text
    assert WORDS not in left
    assert not re.search(r"Mara|Tom", left)
    assert ANSWER in left


def test_as_36_a_needed_letter_is_kept_and_its_writer_is_told_why(scene: Scene, page: str) -> None:
    mara = scene.people["Mara"]
    assert keep(scene, page, "half") == 302
    assert queries.a_letter_is_kept(mara)
    guest = Guest(mara)
    assert policy.ground() in guest.get(page).text
    once = guest.form(page).fields["once"]
    answer = guest.post(f"{page}erasing/", once=once)
    assert answer.status_code == 409
    assert policy.ground() in answer.text
    keeping.forget(mara)
    read = Guest(scene.people["Harriet"]).get(heard(page)).text
    assert WORDS in read
    assert "A letter from Mara" in read
    assert "nobody would read an answer" in read


def test_as_36_keeping_twice_is_once_and_can_be_taken_back(scene: Scene, page: str) -> None:
    assert [keep(scene, page, "half"), keep(scene, page, "half")] == [302, 302]
    assert keep(scene, page, "") == 302
    assert not queries.a_letter_is_kept(scene.people["Mara"])
    assert keep(scene, page, "for ever") == 302
    assert not queries.a_letter_is_kept(scene.people["Mara"])


def test_as_36_no_longer_than_twelve_months_after_its_end(scene: Scene, page: str) -> None:
    harriet = scene.people["Harriet"]
    report = Report.objects.for_viewer(actor := harriet).get()
    actions.close(actor, report, at=NOON)
    late = NOON + timedelta(days=100)
    assert policy.why_not_keep(report, late.date() + timedelta(days=250), at=late) is None
    sentence = policy.why_not_keep(report, late.date() + timedelta(days=300), at=late)
    assert "twelve months after it ends" in str(sentence)
    repair.forget_old(NOON + timedelta(days=364))
    assert Report.objects.for_viewer(actor).exists()
    repair.forget_old(NOON + timedelta(days=366))
    assert not Report.objects.for_viewer(actor).exists()


def test_as_36_keeping_too_long_is_refused_with_the_reason(scene: Scene, page: str) -> None:
    harriet = scene.people["Harriet"]
    report = Report.objects.for_viewer(actor := harriet).get()
    actions.close(actor, report, at=NOON - timedelta(days=30))
    form = Guest(harriet).form(heard(page), heard(page) + "safety/")
    answer = Guest(harriet).send(form, needed="year")
    assert answer.status_code == 409
    assert "twelve months after it ends" in answer.text


def test_as_36_the_listener_is_asked_again_once_and_silence_ends_it(
    scene: Scene, page: str
) -> None:
    harriet = Guest(scene.people["Harriet"])
    question = "still needed?"
    keep(scene, page, "month")
    actions.ask_again(NOON + timedelta(days=10))
    assert question not in harriet.get("/today/").text
    for days in (17, 18):
        actions.ask_again(NOON + timedelta(days=days))
    assert harriet.get("/today/").text.count(question) == 1
    assert question not in harriet.get("/today/").text
    keeping.forget(scene.people["Mara"])
    repair.forget_old(NOON + timedelta(days=30))
    assert harriet.get(heard(page)).status_code == 200
    repair.forget_old(NOON + timedelta(days=31))
    assert harriet.get(heard(page)).status_code == 404


def test_as_36_a_letter_that_is_no_longer_needed_stays_its_writer_s(
    scene: Scene, page: str
) -> None:
    keep(scene, page, "month")
    repair.forget_old(NOON + timedelta(days=31))
    assert not queries.a_letter_is_kept(scene.people["Mara"])
    assert WORDS in Guest(scene.people["Mara"]).get(page).text


def test_as_36_a_listener_who_is_forgotten_takes_their_own_words(scene: Scene, page: str) -> None:
    keeping.forget(scene.people["Harriet"])
    left = Guest(scene.people["Mara"]).get(page).text
    assert WORDS in left
    assert ANSWER not in left
    assert "Nobody but you reads this now." in left


def heard(page: str) -> str:
    """The same letter, as the listener opens it."""
    return page.replace("/listener/", "/listener/letters/")
