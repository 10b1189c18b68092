"""The pages where room is made: chairs, someone named, those who are asked."""

from datetime import timedelta

import pytest

from openchair.circles.models import Naming, NamingAnswer, StandingAnswer
from openchair.testing.scenes import Scene
from tests.guest import Guest
from tests.naming import LETTER, LINE, answers, names, reads, row_of, settled, table

NAME = {"name": "Jonas", "line": LINE, "words": LETTER, "email": ""}
ASK_AROUND = "Not everyone has answered yet; you may ask around."
OUTSIDERS = ("Omar", "Kim", "Ralf")


def test_make_room_is_reached_from_the_table(scene: Scene) -> None:
    page = Guest(scene.people["Lin"]).get(table(scene)).text
    assert f'href="{table(scene)}room/"' in page
    room = Guest(scene.people["Lin"]).get(f"{table(scene)}room/").text
    assert "for anyone who needs it" in room
    assert f'href="{table(scene)}name/"' in room
    assert f'href="{table(scene)}chairs/"' in room


def test_a_visitor_reads_why_not_in_place_of_a_button(scene: Scene) -> None:
    noor = Guest(scene.people["Noor"])
    assert f'href="{table(scene)}room/"' not in noor.get(table(scene)).text
    room = noor.get(f"{table(scene)}room/").text
    assert "You are visiting this table." in room
    assert f'href="{table(scene)}name/"' not in room
    assert "Take it in" not in room
    for page in ("name/", "ahead/"):
        assert "You are visiting this table." in noor.get(f"{table(scene)}{page}").text


@pytest.mark.parametrize("page", ["room/", "name/", "ahead/"])
def test_outside_the_table_nothing_is_there(scene: Scene, page: str) -> None:
    never = Guest(scene.people["Omar"]).get("/tables/11111111-2222-4333-8444-555555555555/room/")
    for who in OUTSIDERS:
        answer = Guest(scene.people[who]).get(f"{table(scene)}{page}")
        assert (answer.status_code, never.status_code) == (404, 404)


def test_what_was_typed_stands_there_when_something_is_missing(scene: Scene) -> None:
    answer = Guest(scene.people["Ama"]).fill(
        f"{table(scene)}name/", name="", line="He plays the tuba", words="", email="no address"
    )
    assert answer.status_code == 422
    assert "He plays the tuba" in answer.text
    assert "no address" in answer.text
    for sentence in ("Write their name, as you call them.", "Write them a letter."):
        assert sentence in answer.text
    assert "does not look like an address" in answer.text
    assert not Naming.objects.for_viewer(scene.people["Ama"]).exists()


def test_naming_twice_by_one_form_is_once(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form(f"{table(scene)}name/")
    first, again = (ama.send(form, **NAME) for _press in range(2))
    assert (first.status_code, again.status_code) == (302, 303)
    assert first["Location"] == again["Location"]
    assert Naming.objects.for_viewer(scene.people["Ama"]).count() == 1


def test_one_at_a_time_and_the_sentence_stands_where_the_button_was(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form(f"{table(scene)}name/")
    names(scene, "Ama", "Jonas")
    refused = ama.send(form, **(NAME | {"name": "Wim"}))
    assert refused.status_code == 409
    assert "You named someone already." in refused.text
    assert "Wim" in refused.text
    assert "You named someone already." in ama.get(f"{table(scene)}room/").text


def test_whoever_is_asked_reads_the_name_the_line_and_who_names(scene: Scene) -> None:
    page = names(scene, "Ama", "Jonas")
    els = Guest(scene.people["Els"])
    asked = els.get(page).text
    for words in ("Ama would like to invite Jonas", LINE):
        assert words in asked
    assert LETTER not in asked
    assert els.form(page).buttons == ["yes", "no", "later"]
    assert "Ama would like to invite Jonas. You are asked in private." in els.get("/today/").text
    assert page in els.get(f"{table(scene)}room/").text


def test_an_answer_can_be_changed_and_nobody_else_reads_it(scene: Scene) -> None:
    page = names(scene, "Ama", "Jonas")
    els = Guest(scene.people["Els"])
    for said, sentence in (
        ("no", "You said: not this person."),
        ("later", "You said that you would rather wait a little."),
        ("yes", "You said yes."),
    ):
        assert els.fill(page, answer=said).status_code == 302
        assert sentence in els.get(page).text
    for who in ("Ama", "Chiara", "Dev"):
        assert "You said" not in Guest(scene.people[who]).get(page).text
        mine = NamingAnswer.objects.for_viewer(scene.people[who])
        assert not mine.exists()
    assert "You have answered." in els.get(f"{table(scene)}room/").text


def test_an_answer_that_is_none_of_the_three_is_asked_again(scene: Scene) -> None:
    page = names(scene, "Ama", "Jonas")
    answer = Guest(scene.people["Els"]).fill(page, answer="perhaps")
    assert answer.status_code == 422
    assert not NamingAnswer.objects.for_viewer(scene.people["Els"]).exists()


def test_whoever_named_does_not_answer(scene: Scene) -> None:
    page = names(scene, "Ama", "Jonas")
    els = Guest(scene.people["Els"])
    once = els.form(page).fields["once"]
    answer = Guest(scene.people["Ama"]).post(page, answer="yes", once=once)
    assert answer.status_code == 409
    assert "You named this person. The others are asked." in answer.text


@pytest.mark.parametrize("who", ["Noor", "Omar", "Sam"])
def test_who_is_not_asked_finds_nothing_there(scene: Scene, who: str) -> None:
    page = names(scene, "Ama", "Jonas")
    assert Guest(scene.people[who]).get(page).status_code == 404


def test_after_two_waking_days_one_may_ask_around_and_never_reads_whom(scene: Scene) -> None:
    page = names(scene, "Ama", "Jonas")
    answers(scene, page, "Chiara", "Dev", "Lin")
    assert ASK_AROUND not in reads(scene, "Ama", page).text
    later = reads(scene, "Ama", page, row_of(page).ask_around_at).text
    assert ASK_AROUND in later
    assert "Els" not in later
    assert "Bert" not in later


def test_taking_it_back_ends_the_asking(scene: Scene) -> None:
    page = names(scene, "Ama", "Jonas")
    els = Guest(scene.people["Els"])
    form = els.form(page)
    assert Guest(scene.people["Ama"]).press(page, f"{page}back/")["Location"] == page
    assert "You took this back." in Guest(scene.people["Ama"]).get(page).text
    assert els.send(form, answer="yes").status_code == 404
    assert els.send(form, once=form.fields["once"]).status_code == 404


def test_who_is_asked_cannot_take_it_back(scene: Scene) -> None:
    page = names(scene, "Ama", "Jonas")
    els = Guest(scene.people["Els"])
    once = els.form(page).fields["once"]
    assert els.post(f"{page}back/", once=once).status_code == 404
    assert row_of(page).state == "asking"


def test_word_left_ahead_is_kept_shown_and_changed(scene: Scene) -> None:
    els, page = Guest(scene.people["Els"]), f"{table(scene)}ahead/"
    assert els.form(page).fields["ready"] == ""
    assert els.fill(page, ready="yes", while_resting="wait").status_code == 302
    kept = els.form(page).fields
    assert (kept["ready"], kept["while_resting"]) == ("yes", "wait")
    asked = names(scene, "Ama", "Jonas")
    assert "Nothing needs pressing." in els.get(asked).text
    assert els.fill(page, ready="", while_resting="").status_code == 302
    row = StandingAnswer.objects.for_viewer(scene.people["Els"]).get()
    assert (row.ready, row.while_resting) == (False, "")


def test_word_left_ahead_that_is_not_on_the_list_changes_nothing(scene: Scene) -> None:
    answer = Guest(scene.people["Els"]).fill(f"{table(scene)}ahead/", ready="always")
    assert answer.status_code == 422
    assert not StandingAnswer.objects.for_viewer(scene.people["Els"]).exists()


def test_two_make_room_for_a_third_when_both_say_yes(scene: Scene) -> None:
    ines = Guest(scene.people["Ines"])
    room = table(scene, "Pair")
    assert "Make room for a third person" in ines.get(room).text
    assert "Set out a chair" not in ines.get(f"{room}room/").text
    assert "Ask Yusuf" in ines.get(f"{room}name/").text
    page = names(scene, "Ines", "Omar", "Pair")
    answers(scene, page, "Yusuf")
    at = settled(page)
    assert at - scene.at <= timedelta(minutes=15)
    assert "Your letter is ready." in reads(scene, "Ines", page, at).text
    assert "There is an answer about Omar." in reads(scene, "Ines", "/today/", at).text


def test_alone_at_a_table_there_is_a_letter_to_write_and_nobody_to_ask(scene: Scene) -> None:
    page = Guest(scene.people["Ama"]).get(table(scene, "Alone")).text
    assert "Make room for a third person" not in page
