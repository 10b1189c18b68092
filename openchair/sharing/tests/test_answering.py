"""What may be pressed and written under someone's words, and what its writer does with it."""

import pytest

from openchair.circles.models import Circle, CircleKind
from openchair.kernel.guard import acting_for_the_house
from openchair.sharing import actions
from openchair.sharing.models import (
    Answer,
    AnswerKind,
    Audience,
    Need,
    Offer,
    OfferReply,
    Share,
    ShareKind,
    ShortAnswer,
)
from openchair.sharing.what_is_open import open_under
from openchair.testing.scenes import Scene
from tests.guest import Guest

IDEA = "You could try a parenting course"


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def page(scene: Scene, name: str) -> str:
    return str(Guest(scene.people[name]).get(table(scene)).text)


def send(scene: Scene, name: str, path: str, **said: str) -> int:
    guest = Guest(scene.people[name])
    once = guest.form(table(scene)).fields["once"]
    return int(guest.post(path, once=once, **said).status_code)


def offered(scene: Scene) -> Offer:
    towel = scene.words["towel"]
    send(scene, "Els", f"/words/{towel.pk}/answers/", words=IDEA, kind="idea")
    return Offer.objects.for_viewer(scene.people["Dev"]).get(share=towel.pk)


TABLE = {  # spec/model.md, Response: short answers; at once; behind a yes
    (Need.NOTHING, ""): ("see", "", ""),
    (Need.READ, ""): ("see", "words", "question idea"),
    (Need.COMPANY, "not-okay"): ("see staying", "words", "question idea"),
    (Need.ME_TOO, ""): ("see me-too staying", "words me-too", "question idea"),
    (Need.QUESTIONS, "question"): ("see staying", "words question", "idea"),
    (Need.IDEAS, ""): ("see staying", "words question idea", ""),
    (Need.THINK, "doubt"): ("see staying", "words question idea", ""),
    (Need.GLAD, "joy"): ("see glad", "words question", "idea"),
    (Need.READ, "ordinary"): ("see glad", "words question", "idea"),
    (Need.HOLD, ""): ("see holding", "words", "question idea"),
    (Need.NOTHING, "laugh"): ("see", "", ""),
}


@pytest.mark.parametrize(("asked", "answers"), TABLE.items())
def test_what_is_open_is_the_table_of_the_spec(
    asked: tuple[Need, str], answers: tuple[str, str, str]
) -> None:
    there = open_under(Share(need=asked[0], kind=asked[1]))
    shown = [
        " ".join(kind.value or "words" for kind in kinds)
        for kinds in (there.short, there.at_once, there.behind)
    ]
    assert tuple(shown) == answers


def test_every_need_and_every_kind_opens_something() -> None:
    for need in Need:
        for kind in ShareKind:
            assert ShortAnswer.SEE in open_under(Share(need=need, kind=kind)).short


def test_a_short_answer_stands_by_name_for_the_writer_alone(scene: Scene) -> None:
    towel = scene.words["towel"]
    assert send(scene, "Ama", f"/words/{towel.pk}/seen/", short="staying") == 302
    assert "I’m staying" in page(scene, "Dev")
    assert "You said “I’m staying”. Dev can read it." in page(scene, "Ama")
    for other in ("Els", "Bert"):
        guest = Guest(scene.people[other]).get(table(scene)).text
        assert '<b>Ama</b> <span class="words">I’m staying' not in guest


def test_another_short_answer_takes_the_place_of_the_first(scene: Scene) -> None:
    towel, ama = scene.words["towel"], scene.people["Ama"]
    actions.witness(ama, towel, at=scene.at)
    for _twice in range(2):
        row = actions.witness(ama, towel, short=ShortAnswer.STAYING, at=scene.at)
    with acting_for_the_house("comparing rows"):
        assert [row.short] == list(
            towel.witnesses.filter(account=ama).values_list("short", flat=True)
        )


def test_a_short_answer_that_is_not_open_is_refused(scene: Scene) -> None:
    rain, joy = scene.words["rain"], scene.words["joy"]
    assert send(scene, "Bert", f"/words/{rain.pk}/seen/", short="staying") == 409
    assert send(scene, "Bert", f"/words/{joy.pk}/seen/", short="holding") == 409
    assert send(scene, "Bert", f"/words/{rain.pk}/seen/", short="nonsense") == 302  # I see you


def test_no_idea_shows_before_the_writer_says_yes(scene: Scene) -> None:
    """I-7, on every page and in the letter."""
    offer = offered(scene)
    for name in ("Dev", "Ama", "Bert", "Chiara"):
        assert IDEA not in page(scene, name)
        assert IDEA not in Guest(scene.people[name]).get("/today/").text
    assert "Els has an idea, if you ever want one." in page(scene, "Dev")
    assert "has an idea" not in page(scene, "Ama") + page(scene, "Els")
    assert IDEA in page(scene, "Els")
    with acting_for_the_house("comparing rows"):
        assert Answer.objects.get(pk=offer.answer_id).held


@pytest.mark.parametrize(("reply", "opens"), [("yes", True), ("not-now", False), ("no", False)])
def test_the_one_who_offers_is_never_told_which(scene: Scene, reply: str, opens: bool) -> None:
    offer = offered(scene)
    before = page(scene, "Els")
    assert send(scene, "Dev", f"/offers/{offer.pk}/", reply=reply) == 302
    assert (IDEA in page(scene, "Dev")) == (IDEA in page(scene, "Bert")) == opens
    if not opens:
        assert without_tokens(page(scene, "Els")) == without_tokens(before)
        assert ("You said not now" in page(scene, "Dev")) == (reply == "not-now")


def without_tokens(text: str) -> list[str]:
    return [line for line in text.splitlines() if 'name="once"' not in line and "csrf" not in line]


def test_one_offer_of_each_person_waits_and_a_no_is_not_asked_again(scene: Scene) -> None:
    offer, towel = offered(scene), scene.words["towel"]
    actions.reply_to_offer(scene.people["Dev"], offer, OfferReply.NO)
    assert send(scene, "Els", f"/words/{towel.pk}/answers/", words=IDEA, kind="idea") == 409
    assert send(scene, "Els", f"/words/{towel.pk}/answers/", words="I am near.") == 302


def test_a_reply_that_is_none_changes_nothing(scene: Scene) -> None:
    offer = offered(scene)
    assert send(scene, "Dev", f"/offers/{offer.pk}/", reply="perhaps") == 302
    assert "It stays closed until you say yes." in page(scene, "Dev")
    for name in ("Els", "Ama", "Lin"):
        assert send(scene, name, f"/offers/{offer.pk}/", reply="yes") == 404


def test_an_offer_goes_with_the_words_on_either_side(scene: Scene) -> None:
    offer, dev, els = offered(scene), scene.people["Dev"], scene.people["Els"]
    row = Answer.objects.for_viewer(els).get(pk=offer.answer_id)
    actions.take_back_answer(els, row, at=scene.at)
    assert not Offer.objects.for_viewer(dev).exists()
    again = actions.answer(els, scene.words["towel"], words=IDEA, kind=AnswerKind.IDEA, at=scene.at)
    assert Offer.objects.for_viewer(dev).get().answer_id == again.pk
    share = Share.objects.for_viewer(dev).get(pk=scene.words["towel"].pk)
    actions.take_back(dev, share, at=scene.at)
    with acting_for_the_house("comparing rows"):
        assert not Offer.objects.exists()


def test_ideas_stand_at_once_where_they_are_asked_for(scene: Scene) -> None:
    dev, seat = scene.people["Dev"], scene.seat("Dev", "Tuesday")
    share = actions.say(
        dev,
        seat,
        words="Who knows a plumber?",
        kind=ShareKind.JUST_WORDS,
        need=Need.IDEAS,
        audience=Audience.CIRCLE,
        at=scene.at,
    )
    assert send(scene, "Els", f"/words/{share.pk}/answers/", words=IDEA, kind="idea") == 302
    assert IDEA in page(scene, "Bert")
    assert send(scene, "Els", f"/words/{share.pk}/answers/", words="x", kind="me-too") == 409


def test_an_answer_is_put_away_for_everyone_but_its_writer(scene: Scene) -> None:
    towel, ama = scene.words["towel"], scene.people["Ama"]
    row = actions.answer(ama, towel, words="Mine was worse.", at=scene.at)
    assert send(scene, "Els", f"/answers/{row.pk}/away/") == 409
    assert send(scene, "Ama", f"/answers/{row.pk}/away/") == 409
    assert send(scene, "Dev", f"/answers/{row.pk}/away/") == 302
    for name in ("Dev", "Els", "Bert"):
        assert "Mine was worse." not in page(scene, name)
        assert "Put away" not in page(scene, name) or name == "Dev"
    assert "Put away. Nobody else reads this now." in page(scene, "Ama")


def test_answers_close_and_open_again(scene: Scene) -> None:
    towel = scene.words["towel"]
    assert send(scene, "Ama", f"/words/{towel.pk}/closing/") == 409
    assert send(scene, "Dev", f"/words/{towel.pk}/closing/") == 302
    assert send(scene, "Ama", f"/words/{towel.pk}/answers/", words="near") == 409
    assert "Answers are closed here." in page(scene, "Ama")
    assert send(scene, "Ama", f"/words/{towel.pk}/seen/") == 302
    assert send(scene, "Dev", f"/words/{towel.pk}/closing/", answers="open") == 302
    assert send(scene, "Ama", f"/words/{towel.pk}/answers/", words="near") == 302


def test_at_a_table_of_faith_one_is_held_in_prayer(scene: Scene) -> None:
    towel = scene.words["towel"]
    with acting_for_the_house("comparing rows"):
        Share.objects.filter(pk=towel.pk).update(need=Need.HOLD)
    assert "hold me in mind" in page(scene, "Ama")
    with acting_for_the_house("comparing rows"):
        Circle.objects.filter(pk=towel.circle_id).update(kind=CircleKind.FAITH)
    assert "hold me in prayer, or in mind" in page(scene, "Ama")
    assert "Holding you" in page(scene, "Ama")
