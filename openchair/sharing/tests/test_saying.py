"""Saying something, seeing each other, answering, taking back; and what each page asks of the database."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.circles.models import SeatState
from openchair.kernel.drafts import keep
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.sharing import actions, keeping, policy
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind, Witness
from openchair.testing.scenes import Scene
from tests.guest import Guest

MINUTE = timedelta(minutes=1)
PAGE, POST, POST_AND_LETTER = 18, 18, 19


def table(scene: Scene, name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/"


def read(scene: Scene, name: str, key: str) -> Share:
    return Share.objects.for_viewer(scene.people[name]).get(pk=scene.words[key].pk)


def queries(guest: Guest, page: str) -> int:
    guest.get(page)
    with CaptureQueriesContext(connection) as asked:
        assert guest.get(page).status_code == 200
    return len(asked)


def say(scene: Scene, name: str, words: str, **more: Any) -> Share:
    said: dict[str, Any] = {"kind": ShareKind.JUST_WORDS, "need": None, "audience": Audience.CIRCLE}
    return actions.say(
        scene.people[name], scene.seat(name, "Tuesday"), words=words, at=scene.at, **(said | more)
    )


def test_a_table_page_asks_the_same_of_two_words_and_of_forty(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    before = queries(ama, table(scene))
    for number in range(40):
        share = say(scene, "Dev", f"line {number}")
        actions.answer(
            scene.people["Els"],
            Share.objects.for_viewer(scene.people["Els"]).get(pk=share.pk),
            words="yes",
            at=scene.at,
        )
    assert queries(ama, table(scene)) == before
    assert before <= PAGE


def test_a_table_page_asks_no_more_for_many_seats_than_for_few(scene: Scene) -> None:
    few = queries(Guest(scene.people["Mara"]), table(scene, "Stairwell"))
    many = queries(Guest(scene.people["Ama"]), table(scene))
    two = queries(Guest(scene.people["Ines"]), table(scene, "Pair"))
    assert few == many <= PAGE
    assert two <= many


def test_today_asks_the_same_of_one_line_and_of_eight(scene: Scene) -> None:
    dev, asked = Guest(scene.people["Dev"]), list[int]()
    for lines in (1, 8):
        dev.get("/today/")
        for _line in range(lines):
            els, share = scene.people["Els"], say(scene, "Dev", "Well.")
            actions.witness(els, Share.objects.for_viewer(els).get(pk=share.pk), at=scene.at)
        with CaptureQueriesContext(connection) as queries_now:
            assert "Els answered your words." in dev.get("/today/").text
        asked.append(len(queries_now))
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    ("who", "where", "most"), [("Ama", "Tuesday", POST), ("Ines", "Pair", POST_AND_LETTER)]
)
def test_saying_something_asks_little(scene: Scene, who: str, where: str, most: int) -> None:
    """At a table for two, a letter to the other one is written too."""
    guest = Guest(scene.people[who])
    form = guest.form(table(scene, where))
    with CaptureQueriesContext(connection) as asked:
        assert guest.send(form, words="Good evening.").status_code == 302
    assert len(asked) <= most


def test_what_is_said_stands_at_the_table_once(scene: Scene) -> None:
    ama, els = Guest(scene.people["Ama"]), Guest(scene.people["Els"])
    form = ama.form(table(scene))
    answers = [ama.send(form, words="The heating is on.") for _press in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert els.get(table(scene)).text.count("The heating is on.") == 1


def test_only_me_is_only_me(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    ama.fill(table(scene), words="For nobody yet.", audience="only-me")
    assert "For nobody yet." in ama.get(table(scene)).text
    assert "For nobody yet." not in Guest(scene.people["Els"]).get(table(scene)).text
    assert ama.form(table(scene)).fields["audience"] == "only-me"


@pytest.mark.parametrize(
    ("kind", "need"),
    [("", "read"), ("not-okay", "company"), ("sit-with-me", "company"), ("ordinary", "read")],
)
def test_an_opening_sets_what_would_help(scene: Scene, kind: str, need: str) -> None:
    assert say(scene, "Ama", "Well.", kind=ShareKind(kind)).need == need
    assert say(scene, "Ama", "Well.", kind=ShareKind(kind), need=Need.IDEAS).need == Need.IDEAS


def test_empty_words_are_asked_again(scene: Scene) -> None:
    answer = Guest(scene.people["Ama"]).fill(table(scene), words="  ")
    assert answer.status_code == 422
    assert "There are no words in the box yet. One is enough." in answer.text


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (SeatState.PAUSED, "Saying something is paused for you for now."),
        (SeatState.LEFT, "You are not at this table now."),
    ],
)
def test_who_is_paused_or_gone_is_told_so(scene: Scene, state: SeatState, sentence: str) -> None:
    seat = scene.seat("Els", "Tuesday")
    seat.state = state
    assert (policy.why_not_say(seat, "words") or "").startswith(sentence)
    assert (policy.why_not_say(None, "words") or "").startswith("You are not at this table now.")


def test_who_is_paused_answers_nothing_either(scene: Scene) -> None:
    els, seat = scene.people["Els"], scene.seat("Els", "Tuesday")
    seat.state = SeatState.PAUSED
    seat.save()
    guest = Guest(els)
    answer = guest.fill(table(scene), words="But I want to say")
    assert answer.status_code == 422
    assert "Saying something is paused for you for now." in answer.text
    form = guest.form(table(scene), f"/words/{scene.words['towel'].pk}/answers/")
    answer = guest.send(form, words="I hear you")
    assert answer.status_code == 409
    assert "I hear you" in answer.text


def test_the_reasons_under_words(scene: Scene) -> None:
    ama, els = scene.people["Ama"], scene.people["Els"]
    rain, towel, regret = (read(scene, "Ama", key) for key in ("rain", "towel", "regret"))
    seat = scene.seat("Ama", "Tuesday")
    assert policy.why_not_witness(ama, rain, seat) == "These are your own words."
    assert policy.why_not_witness(ama, regret, seat) == "These words were taken back."
    assert policy.why_not_witness(ama, towel, seat) is None
    assert policy.why_not_answer(ama, towel) is None
    assert (policy.why_not_answer(els, rain) or "").startswith("What would help here is nothing")
    assert (policy.why_not_answer(ama, regret) or "").startswith("These words were taken back")
    assert policy.why_not_take_back(ama, ama.pk) is None
    assert policy.why_not_take_back(ama, els.pk)
    assert "longer than fits" in (policy.why_not_words("x" * 20_001) or "")


def test_seeing_is_done_once_and_can_be_taken_back(scene: Scene) -> None:
    lin, towel = Guest(scene.people["Lin"]), scene.words["towel"]
    form = lin.form(table(scene), f"/words/{towel.pk}/seen/")
    assert [lin.send(form).status_code for _press in range(2)] == [302, 303]
    actions.witness(scene.people["Lin"], read(scene, "Lin", "towel"), at=scene.at)
    mine = Witness.objects.for_viewer(scene.people["Lin"]).filter(account=scene.people["Lin"])
    assert mine.count() == 1
    assert lin.press(table(scene), f"/words/{towel.pk}/unseen/").status_code == 302
    assert mine.count() == 0


def test_an_answer_is_read_and_can_be_taken_back(scene: Scene) -> None:
    lin, towel = Guest(scene.people["Lin"]), scene.words["towel"]
    form = lin.form(table(scene), f"/words/{towel.pk}/answers/")
    assert [lin.send(form, words="Soup?").status_code for _press in range(2)] == [302, 303]
    dev = Guest(scene.people["Dev"])
    assert dev.get(table(scene)).text.count("Soup?") == 1
    row = Answer.objects.for_viewer(scene.people["Lin"]).get(author=scene.people["Lin"])
    back = lin.form(table(scene), f"/answers/{row.pk}/taking-back/")
    assert [lin.send(back).status_code for _press in range(2)] == [302, 303]
    assert "Soup?" not in dev.get(table(scene)).text
    other = Guest(scene.people["Omar"]).send(back)
    assert other.status_code == 404


@pytest.mark.parametrize("path", ["", "seen/", "unseen/", "answers/", "taking-back/"])
def test_to_an_outsider_no_words_are_there(scene: Scene, path: str) -> None:
    omar = Guest(scene.people["Omar"])
    once = omar.form("/tables/start/").fields["once"]
    page = f"/words/{scene.words['towel'].pk}/{path}"
    answer = omar.post(page, once=once, words="me") if path else omar.get(page)
    assert answer.status_code == 404


def test_who_was_kept_apart_has_neither_name_nor_words(scene: Scene) -> None:
    page = Guest(scene.people["Mara"]).get(table(scene, "Stairwell")).text
    assert "Tom" not in page
    assert "ladder is back" not in page


def test_words_begun_under_words_stand_there_again(scene: Scene) -> None:
    lin, towel = scene.people["Lin"], scene.words["towel"]
    keep(lin, f"share:{towel.pk}", "I began to", scene.at)
    guest = Guest(lin)
    assert guest.form(table(scene), f"/words/{towel.pk}/answers/").fields["words"] == "I began to"
    guest.fill(table(scene), f"/words/{towel.pk}/answers/", words="I began to, and ended")
    assert guest.form(table(scene), f"/words/{towel.pk}/answers/").fields["words"] == ""


def test_the_drawer_leads_back_day_by_day(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    found = ama.get(f"{table(scene)}before/{scene.at.date()}/")
    page = found
    for _day in range(3):
        if page.status_code == 302:
            page = ama.get(page["Location"])
    assert page.status_code == 200
    assert "The drawer is empty" in ama.get(f"{table(scene)}before/2020-01-01/").text
    assert ama.get(f"{table(scene)}days/2027-01-01/").status_code == 404
    assert "A quiet day." in ama.get(f"{table(scene)}days/2020-01-01/").text


def test_what_one_said_is_taken_along_and_forgotten(scene: Scene) -> None:
    ama, els = scene.people["Ama"], scene.people["Els"]
    held = keeping.export(ama)
    assert [row["words"] for row in held["words"]] == ["It is raining and he would have liked it"]
    assert [row["words"] for row in held["answers"]] == ["Come and sit, I have tea."]
    assert len(keeping.export(els)["seen"]) == 1
    assert [row["table"] for row in keeping.export(ama)["answers"]] == ["Tuesday table"]
    keeping.forget(ama)
    keeping.forget(els)
    left = {name: list(rows) for name, rows in keeping.export(ama).items()}
    assert set(left) >= {"words", "answers", "seen", "retellings", "words_hidden", "words_you_hid"}
    assert not any(left.values())
    with acting_for_the_house("looking after forgetting"):
        rain = Share.objects.get(pk=scene.words["rain"].pk)
        assert (rain.author_id, rain.words, rain.is_taken_back) == (None, "", True)
    assert "Someone who sat here" in Guest(scene.people["Dev"]).get(table(scene)).text


def test_two_who_are_kept_apart_at_one_table_hear_nothing_of_each_other(scene: Scene) -> None:
    people.block(scene.people["Ines"], scene.people["Yusuf"], at=scene.at + MINUTE)
    page = Guest(scene.people["Yusuf"]).get(table(scene, "Pair")).text
    assert "Ines" not in page
    assert "The kettle" not in page
