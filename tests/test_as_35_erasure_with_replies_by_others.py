"""AS-35: Ama said something for a year; Lin and Els answered it, and Lin retells some of it."""

from datetime import timedelta

import pytest

from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.journeys import erasing
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing import actions
from openchair.sharing.erasing import keep_unanswered
from openchair.sharing.models import Answer, Retelling, RetellingState, Share
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

AMA_S = "He left on a Thursday, and the kettle was still warm."
LIN_S = "I am thinking of you tonight."
TOLD = "Ama's kettle was still warm when he left. I thought of my mother."
PASSAGE = "Ama's kettle was still warm when he left."
HOUR = timedelta(hours=1)


@pytest.fixture
def said(scene: Scene) -> Share:
    """Ama's words with an answer by Lin; and what Lin tells of it at the same table."""
    scene.say("kettle of Ama", "Ama", "Tuesday", AMA_S, ago=5 * HOUR)
    lin = scene.people["Lin"]
    read = Share.objects.for_viewer(lin).get(pk=scene.words["kettle of Ama"].pk)
    actions.answer(lin, read, words=LIN_S, at=NOON - 4 * HOUR)
    scene.say("told", "Lin", "Tuesday", TOLD, ago=3 * HOUR)
    return read


def be_forgotten(scene: Scene, name: str) -> None:
    assert Guest(scene.people[name]).fill("/mine/words/everything/").status_code == 302
    erasing.go_on(NOON + HOUR)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def answer_of(scene: Scene, name: str, words: str) -> Answer:
    mine = Answer.objects.for_viewer(viewer := scene.people[name]).filter(author=viewer)
    return next(row for row in mine if row.words == words)


def point(scene: Scene, name: str) -> Retelling:
    """Look for the passage, and ask its writer to take it out."""
    guest = Guest(scene.people[name])
    found = guest.fill("/mine/words/passages/", words=PASSAGE)
    assert TOLD.partition(". ")[2] in found.text
    action = f"/words/{scene.words['told'].pk}/passage/"
    once = guest.form("/mine/words/passages/").fields["once"]
    assert action in found.text
    assert guest.post(action, once=once, words=PASSAGE).status_code == 302
    return Retelling.objects.for_viewer(scene.people[name]).get()


def test_as_35_name_and_words_go_and_the_thread_closes(scene: Scene, said: Share) -> None:
    be_forgotten(scene, "Ama")
    for name in ("Lin", "Dev", "Els"):
        page = Guest(scene.people[name]).get(table(scene)).text
        assert AMA_S not in page
        assert LIN_S not in page
        assert "Words taken back." in page
        assert "Someone who sat here" in page
    assert not Account.objects.filter(pk=scene.people["Ama"].pk).exists()


def test_as_35_lin_is_asked_once_in_private(scene: Scene, said: Share) -> None:
    be_forgotten(scene, "Ama")
    lin = Guest(scene.people["Lin"])
    assert "You are asked what shall become of an answer of yours." in lin.get("/today/").text
    assert LIN_S in lin.get("/mine/words/private/").text
    assert LIN_S not in Guest(scene.people["Dev"]).get("/mine/words/private/").text


def test_as_35_lin_keeps_her_answer_for_herself(scene: Scene, said: Share) -> None:
    be_forgotten(scene, "Ama")
    answer = answer_of(scene, "Lin", LIN_S)
    lin, action = Guest(scene.people["Lin"]), f"/answers/{answer.pk}/keeping/"
    form = lin.form("/mine/words/private/", action)
    assert [lin.send(form)["Location"] for _twice in range(2)] == ["/mine/words/private/"] * 2
    page = lin.get("/mine/words/private/").text
    assert LIN_S in page
    assert action not in page
    once = lin.form("/mine/").fields["once"]
    for name in ("Dev", "Ines"):
        other = Guest(scene.people[name])
        assert other.post(action, once=once).status_code == 404


def test_as_35_lin_removes_her_answer_too(scene: Scene, said: Share) -> None:
    be_forgotten(scene, "Ama")
    answer = answer_of(scene, "Lin", LIN_S)
    lin = Guest(scene.people["Lin"])
    assert lin.fill(f"/answers/{answer.pk}/erasing/").status_code == 302
    assert LIN_S not in lin.get("/mine/words/private/").text
    with acting_for_the_house("tests"):
        assert not Answer.objects.filter(pk=answer.pk).exists()


def test_as_35_silence_keeps_it_after_two_weeks(scene: Scene, said: Share) -> None:
    be_forgotten(scene, "Ama")
    asked = answer_of(scene, "Lin", LIN_S).asked_at
    assert asked
    keep_unanswered(asked + timedelta(days=13))
    assert answer_of(scene, "Lin", LIN_S).kept_at is None
    keep_unanswered(asked + timedelta(days=14))
    assert answer_of(scene, "Lin", LIN_S).kept_at is not None
    page = Guest(scene.people["Lin"]).get("/mine/words/private/").text
    assert LIN_S in page
    assert "What shall become of this answer?" not in page


def test_as_35_a_retelling_is_shown_to_lin_only_if_ama_points_at_it(
    scene: Scene, said: Share
) -> None:
    assert "passage in your words" not in Guest(scene.people["Lin"]).get("/today/").text
    be_forgotten(scene, "Ama")
    assert "passage in your words" not in Guest(scene.people["Lin"]).get("/today/").text
    assert TOLD.split(".")[1] in Guest(scene.people["Dev"]).get(table(scene)).text


def test_as_35_lin_takes_the_passage_out_and_the_rest_stays(scene: Scene, said: Share) -> None:
    row = point(scene, "Ama")
    lin, page = Guest(scene.people["Lin"]), f"/mine/words/passages/{row.pk}/"
    assert "You are asked about a passage in your words." in lin.get("/today/").text
    shown = lin.get(page).text
    assert "kettle was still warm" in shown
    assert "They ask that it go." in shown
    form = lin.form(page)
    first, second = (lin.send(form, passage="take-out") for _twice in range(2))
    assert first["Location"] == second["Location"]
    read = Guest(scene.people["Dev"]).get(table(scene)).text
    assert PASSAGE not in read
    assert "[…] I thought of my mother." in read
    assert "It was taken out." in Guest(scene.people["Ama"]).get("/mine/words/passages/").text


def test_as_35_lin_s_no_goes_to_the_listener_who_decides(scene: Scene, said: Share) -> None:
    row = point(scene, "Ama")
    page = f"/mine/words/passages/{row.pk}/"
    harriet = Guest(scene.people["Harriet"])
    assert harriet.get(page).status_code == 404
    Guest(scene.people["Lin"]).fill(page, passage="keep")
    assert [one.pk for one in holders(Duty.EAR)] == [scene.people["Harriet"].pk]
    assert "You are asked to decide about a passage" in harriet.get("/today/").text
    shown = harriet.get(page).text
    assert "kettle was still warm" in shown
    assert "Lin" not in shown
    for name in ("Ama", "Dev", "Ralf"):
        assert Guest(scene.people[name]).get(page).status_code == 404
    harriet.fill(page, passage="take-out")
    assert PASSAGE not in Guest(scene.people["Dev"]).get(table(scene)).text
    assert harriet.get(page).status_code == 404


def test_as_35_what_is_not_there_or_asked_before_is_refused(scene: Scene, said: Share) -> None:
    point(scene, "Ama")
    ama, action = Guest(scene.people["Ama"]), f"/words/{scene.words['told'].pk}/passage/"
    for words, why in (
        ("I never wrote this", "These words do not stand there any more."),
        ("I thought of my mother.", "You have asked about these words before."),
        (" ", "Write the passage as it stands there."),
    ):
        once = ama.form("/mine/words/passages/").fields["once"]
        answer = ama.post(action, once=once, words=words)
        assert (answer.status_code, why in answer.text) == (409, True)


def test_as_35_an_outsider_points_at_nothing(scene: Scene, said: Share) -> None:
    ines = Guest(scene.people["Ines"])
    assert PASSAGE not in ines.fill("/mine/words/passages/", words="kettle").text
    once = ines.form("/mine/words/passages/").fields["once"]
    for action in (
        f"/words/{scene.words['told'].pk}/passage/",
        f"/answers/{answer_of(scene, 'Lin', LIN_S).pk}/passage/",
    ):
        assert ines.post(action, once=once, words="kettle").status_code == 404


def test_as_35_the_passage_stays_with_lin_when_ama_is_forgotten(scene: Scene, said: Share) -> None:
    row = point(scene, "Ama")
    be_forgotten(scene, "Ama")
    Guest(scene.people["Lin"]).fill(f"/mine/words/passages/{row.pk}/", passage="take-out")
    with acting_for_the_house("tests"):
        assert Retelling.objects.get(pk=row.pk).state == RetellingState.TAKEN_OUT
