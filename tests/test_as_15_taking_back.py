"""AS-15: Bert shared at night and regrets it. At seven he takes it back."""

from datetime import timedelta

import pytest

from openchair.kernel import sealed
from openchair.sharing import actions
from openchair.sharing.models import Answer, Audience, Share, ShareKind
from openchair.testing.scenes import Scene
from tests.guest import Guest

WORDS = "I drank again, and I told nobody."
HONEST = "Someone may have read them before."


@pytest.fixture
def said(scene: Scene) -> Share:
    """At two at night, answered by Els at three."""
    bert, els = scene.people["Bert"], scene.people["Els"]
    night = scene.at - timedelta(hours=10)
    share = actions.say(
        bert,
        scene.seat("Bert", "Tuesday"),
        words=WORDS,
        kind=ShareKind.JUST_WORDS,
        need=None,
        audience=Audience.CIRCLE,
        at=night,
    )
    read = Share.objects.for_viewer(els).get(pk=share.pk)
    actions.answer(els, read, words="I am glad you said it.", at=night + timedelta(hours=1))
    actions.witness(els, read, at=night + timedelta(hours=1))
    return share


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def take_back(scene: Scene, share: Share) -> None:
    answer = Guest(scene.people["Bert"]).press(table(scene), f"/words/{share.pk}/taking-back/")
    assert answer.status_code == 302


def test_as_15_everyone_reads_words_taken_back(scene: Scene, said: Share) -> None:
    take_back(scene, said)
    for name in ("Ama", "Bert", "Chiara", "Dev", "Els", "Lin", "Noor"):
        page = Guest(scene.people[name]).get(table(scene)).text
        assert WORDS not in page
        assert "Words taken back." in page


def test_as_15_answers_close(scene: Scene, said: Share) -> None:
    lin = Guest(scene.people["Lin"])
    form = lin.form(table(scene), f"/words/{said.pk}/answers/")
    take_back(scene, said)
    answer = lin.send(form, words="You are not alone with it.")
    assert answer.status_code == 409
    assert "These words were taken back, so answers have closed." in answer.text
    assert "You are not alone with it." in answer.text
    assert f"/words/{said.pk}/" not in lin.get(table(scene)).text
    assert "I am glad you said it." not in lin.get(table(scene)).text


def test_as_15_els_keeps_her_own_answer(scene: Scene, said: Share) -> None:
    els = scene.people["Els"]
    take_back(scene, said)
    mine = Answer.objects.for_viewer(els).filter(author=els, share=said.pk)
    assert [row.words for row in mine] == ["I am glad you said it."]


def test_as_15_bert_is_told_the_truth_and_no_list(scene: Scene, said: Share) -> None:
    take_back(scene, said)
    page = Guest(scene.people["Bert"]).get(table(scene)).text
    assert HONEST in page
    assert "Els sees you." not in page
    assert (
        HONEST not in Guest(scene.people["Els"]).get(table(scene)).text.split(str(said.pk))[1][:900]
    )


def test_as_15_the_words_are_gone_with_their_key(scene: Scene, said: Share) -> None:
    take_back(scene, said)
    bert = scene.people["Bert"]
    assert Share.objects.for_viewer(bert).get(pk=said.pk).words == ""
    sealed.finish_destroying()


def test_as_15_taking_back_twice_is_once(scene: Scene, said: Share) -> None:
    bert = Guest(scene.people["Bert"])
    form = bert.form(table(scene), f"/words/{said.pk}/taking-back/")
    assert [bert.send(form).status_code for _press in range(2)] == [302, 303]
    assert bert.post(form.action, once="7c1b8a7e-0000-4000-8000-000000000000").status_code == 302


def test_as_15_nobody_else_takes_them_back(scene: Scene, said: Share) -> None:
    form = Guest(scene.people["Bert"]).form(table(scene), f"/words/{said.pk}/taking-back/")
    answer = Guest(scene.people["Els"]).send(form)
    assert answer.status_code == 409
    assert "Only the one who said these words can take them back." in answer.text
    assert Guest(scene.people["Omar"]).send(form).status_code == 404
    assert WORDS in Guest(scene.people["Els"]).get(table(scene)).text


def test_as_15_a_letter_about_them_is_told_no_more(scene: Scene, said: Share) -> None:
    bert = Guest(scene.people["Bert"])
    take_back(scene, said)
    assert "Els answered your words." not in bert.get("/today/").text
