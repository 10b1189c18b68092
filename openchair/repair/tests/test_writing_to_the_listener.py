"""A letter to the independent listener: who may read it, and what may be done with it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.delivery.models import Letter
from openchair.house import actions as house
from openchair.house.models import Duty, Role
from openchair.kernel.drafts import kept_by
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Erasure
from openchair.kernel.sealed import finish_destroying, keys
from openchair.people import actions as people
from openchair.repair import queries
from openchair.repair.models import Passage, Report, ReportState
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

PAGE = "/listener/"
WORDS = "He waits for me on the stairs."
MOST_READS = 20


def letter_of(scene: Scene, name: str = "Mara", **said: str) -> tuple[Guest, str]:
    writer = Guest(scene.people[name])
    answer = writer.fill(PAGE, **{"words": WORDS} | said)
    assert answer.status_code == 302, answer.text
    return writer, str(answer["Location"])


def the_report(scene: Scene, name: str = "Mara") -> Report:
    actor = scene.people[name]
    return Report.objects.for_viewer(actor).get(writer=actor)


def test_the_page_says_who_reads_it(scene: Scene) -> None:
    page = Guest(scene.people["Mara"]).get(PAGE).text
    assert "Write to Harriet" in page
    assert "Send it to Harriet" in page
    assert "There is nobody in this house" not in page


def test_harriet_reads_it_with_the_name_and_whom_it_is_about(scene: Scene) -> None:
    _mara, page = letter_of(scene, about=str(scene.people["Lin"].pk))
    harriet = Guest(scene.people["Harriet"])
    assert "Mara" in harriet.get("/listener/letters/").text
    read = harriet.get(heard(page)).text
    assert WORDS in read
    assert "They say that it is about Lin" in read


@pytest.mark.parametrize("name", ["Ralf", "Chiara", "Tom", "Lin", "Omar"])
def test_nobody_else_finds_it(scene: Scene, name: str) -> None:
    _mara, page = letter_of(scene)
    other = Guest(scene.people[name])
    assert other.get(page).status_code == 404
    assert other.get(heard(page)).status_code == 404
    assert other.get("/listener/letters/").status_code == 404


def test_a_letter_pressed_twice_is_one(scene: Scene) -> None:
    mara = Guest(scene.people["Mara"])
    form = mara.form(PAGE)
    assert [mara.send(form, words=WORDS).status_code for _press in range(2)] == [302, 303]
    assert queries.letters_by(scene.people["Mara"]) == [the_report(scene)]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"words": " "}, "There are no words in the box yet."),
        ({"about": "nobody"}, "Look at who it is about"),
        ({"about": "11111111-2222-4333-8444-555555555555"}, "Choose someone from the list"),
        ({"about_words": "x" * 90}, "Look at who it is about"),
    ],
)
def test_what_is_missing_is_said_and_the_words_are_kept(
    scene: Scene, said: dict[str, str], sentence: str
) -> None:
    answer = Guest(scene.people["Mara"]).fill(PAGE, **{"words": WORDS} | said)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert said.get("words", WORDS) in answer.text
    assert "Send it to Harriet" in answer.text
    assert queries.letters_by(scene.people["Mara"]) == []


def test_unsent_words_are_kept_and_go_when_they_are_sent(scene: Scene) -> None:
    mara = Guest(scene.people["Mara"])
    place = mara.form(PAGE).fields["place"]
    mara.post("/drafts/", place=place, words="He waits")
    assert "He waits</textarea>" in mara.get(PAGE).text
    letter_of(scene)
    assert kept_by(scene.people["Mara"]) == {}


def test_each_hears_of_the_other_without_a_name(scene: Scene) -> None:
    mara, page = letter_of(scene)
    harriet = Guest(scene.people["Harriet"])
    assert "Someone wrote to you, because you listen here." in harriet.get("/today/").text
    harriet.fill(heard(page), words="I am here.")
    assert "There is an answer to your letter." in mara.get("/today/").text
    assert "I am here." in mara.get(page).text
    with acting_for_the_house("looking at letters"):
        about = set(Passage.objects.values_list("pk", flat=True))
        kinds = set(Letter.objects.filter(about__in=about).values_list("kind", flat=True))
    assert kinds == {"something"}


def test_they_talk_to_and_fro(scene: Scene) -> None:
    mara, page = letter_of(scene)
    harriet = Guest(scene.people["Harriet"])
    assert "who may not see it today" in mara.get(page).text
    harriet.get(heard(page))
    assert "who may not see it today" in mara.get(page).text  # opening it tells nothing
    harriet.press(heard(page), heard(page) + "read/")
    assert "Harriet has read it." in mara.get(page).text
    harriet.fill(heard(page), words="What would help?")
    assert "Harriet answered you." in mara.get(page).text
    mara.fill(page, words="That he goes home first.")
    assert "That he goes home first." in harriet.get(heard(page)).text
    harriet.press(heard(page), heard(page) + "close/")
    assert "Harriet closed this letter." in mara.get(page).text


def test_saying_that_it_was_read_changes_nothing_after_an_answer(scene: Scene) -> None:
    _mara, page = letter_of(scene)
    harriet = Guest(scene.people["Harriet"])
    form = harriet.form(heard(page), heard(page) + "read/")
    harriet.fill(heard(page), words="What would help?")
    assert harriet.send(form).status_code == 302
    assert the_report(scene).state == ReportState.ANSWERED


@pytest.mark.parametrize("whose", ["writer", "listener"])
def test_words_for_an_ended_letter_are_given_back(scene: Scene, whose: str) -> None:
    mara, page = letter_of(scene)
    writers = {"writer": (mara, page), "listener": (Guest(scene.people["Harriet"]), heard(page))}
    guest, place = writers[whose]
    form = guest.form(place)
    assert mara.press(page, f"{page}down/").status_code == 302
    answer = guest.send(form, words="One thing more.")
    assert answer.status_code == 422
    assert "This letter has ended" in answer.text
    assert "One thing more.</textarea>" in answer.text


def test_setting_down_twice_is_once_and_both_still_read(scene: Scene) -> None:
    mara, page = letter_of(scene)
    form = mara.form(page, f"{page}down/")
    assert [mara.send(form).status_code for _press in range(2)] == [302, 303]
    again = mara.post(form.action, once="7c1b8a7e-0000-4000-8000-000000000000")
    assert again.status_code == 302
    assert the_report(scene).state == ReportState.SET_DOWN
    assert "You set this letter down." in mara.get(page).text
    assert WORDS in Guest(scene.people["Harriet"]).get(heard(page)).text


def test_a_letter_that_was_set_down_is_told_no_more(scene: Scene) -> None:
    mara, page = letter_of(scene)
    mara.press(page, f"{page}down/")
    assert "Someone wrote to you" not in Guest(scene.people["Harriet"]).get("/today/").text


def test_a_closed_letter_is_not_set_down(scene: Scene) -> None:
    mara, page = letter_of(scene)
    form = mara.form(page, f"{page}down/")
    harriet = Guest(scene.people["Harriet"])
    close = harriet.form(heard(page), heard(page) + "close/")
    assert [harriet.send(close).status_code for _press in range(2)] == [302, 303]
    assert mara.send(form).status_code == 409
    closing = {"once": "7c1b8a7e-0000-4000-8000-000000000000"}
    assert harriet.post(close.action, **closing).status_code == 302
    assert the_report(scene).state == ReportState.CLOSED


def test_erasing_takes_ones_own_words_and_leaves_the_listener_s(scene: Scene) -> None:
    mara, page = letter_of(scene)
    harriet = Guest(scene.people["Harriet"])
    harriet.fill(heard(page), words="What would help?")
    assert mara.press(page, f"{page}erasing/").status_code == 302
    assert mara.get(page).status_code == 404
    left = harriet.get(heard(page)).text
    assert "What would help?" in left
    assert WORDS not in left
    assert "Mara" not in left
    assert "nobody would read an answer" in left


def test_an_unanswered_letter_is_erased_whole(scene: Scene) -> None:
    mara, page = letter_of(scene)
    mara.press(page, f"{page}erasing/")
    assert Guest(scene.people["Harriet"]).get(heard(page)).status_code == 404


def test_an_erased_letter_is_remembered_as_erased(scene: Scene) -> None:
    mara, page = letter_of(scene)
    letter = the_report(scene)
    mara.press(page, f"{page}erasing/")
    assert Erasure.objects.filter(label="repair.Report", row=str(letter.pk)).exists()


def test_a_listener_kept_apart_meanwhile_reads_nothing_more(scene: Scene) -> None:
    mara, page = letter_of(scene)
    harriet = Guest(scene.people["Harriet"])
    harriet.fill(heard(page), words="What would help?")
    people.block(scene.people["Mara"], scene.people["Harriet"], at=NOON)
    assert harriet.get(heard(page)).status_code == 404
    seen = mara.get(page).text
    assert "Nobody but you reads this now." in seen
    assert "What would help?" not in seen
    assert WORDS in seen
    answer = mara.post(page, once="7c1b8a7e-0000-4000-8000-000000000000", words="More")
    assert answer.status_code == 422
    assert "You can write a new one." in answer.text


def test_a_listener_who_puts_the_duty_down_reads_nothing_more(scene: Scene) -> None:
    mara, page = letter_of(scene)
    with acting_for_the_house("laying a scene"):
        Role.objects.filter(duty=Duty.EAR).delete()
    assert Guest(scene.people["Harriet"]).get(heard(page)).status_code == 404
    assert "Nobody but you reads this now." in mara.get(page).text


def test_erased_words_go_with_their_keys(scene: Scene) -> None:
    finish_destroying()
    before = set(vars(keys.store)["_keys"])
    mara, page = letter_of(scene, about_words="Tom")
    assert set(vars(keys.store)["_keys"]) > before
    mara.press(page, f"{page}erasing/")
    finish_destroying()
    assert set(vars(keys.store)["_keys"]) == before


def test_two_listeners_are_named_and_one_is_chosen(scene: Scene) -> None:
    omar = scene.people["Omar"]
    house.give_duty(omar, Duty.EAR, since=NOON.date())
    mara = Guest(scene.people["Mara"])
    assert "Write to someone independent" in mara.get(PAGE).text
    answer = mara.fill(PAGE, words=WORDS, reader=str(omar.pk))
    assert "Your letter to Omar" in mara.get(answer["Location"]).text
    assert Guest(scene.people["Harriet"]).get(heard(answer["Location"])).status_code == 404
    assert Guest(omar).get(heard(answer["Location"])).status_code == 200


def test_a_listener_writes_to_the_other_one(scene: Scene) -> None:
    harriet, omar = scene.people["Harriet"], scene.people["Omar"]
    house.give_duty(omar, Duty.EAR, since=NOON.date())
    assert [one.account for one in queries.listeners_for(harriet, at=NOON)] == [omar]


def test_the_paths_to_the_listener_are_there_for_who_is_signed_in(scene: Scene) -> None:
    link = re.compile(r'href="/listener/"')
    for name, table in (("Ines", "Pair"), ("Ama", "Tuesday"), ("Mara", "Stairwell")):
        guest = Guest(scene.people[name])
        for page in (f"/tables/{scene.tables[table].pk}/", "/now/"):
            assert link.search(guest.get(page).text), page
    assert not link.search(Guest().get("/now/").text)


def test_the_sheet_of_paper_is_for_everybody(scene: Scene) -> None:
    page = Guest().get("/listener/paper/")
    assert page.status_code == 200
    assert "What happened, in the order I remember it" in page.text
    assert not re.search(r"<form|<textarea", page.text)


def test_a_letter_costs_as_much_however_long_the_talk_is(scene: Scene) -> None:
    mara, page = letter_of(scene)
    harriet = Guest(scene.people["Harriet"])
    counts = []
    for _turn in range(2):
        harriet.fill(heard(page), words="What would help?")
        mara.fill(page, words="That he goes home first.")
        counts.append((reads(mara, page), reads(harriet, heard(page)), reads(mara, PAGE)))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= MOST_READS


def reads(guest: Guest, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert guest.get(page).status_code == 200
    return len(asked)


def heard(page: str) -> str:
    """The same letter, as the listener opens it."""
    return page.replace("/listener/", "/listener/letters/")
