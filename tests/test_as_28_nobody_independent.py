"""AS-28: the only listener is the one it is about, or there is none."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache

from openchair.circles import actions as circles
from openchair.house import actions as house
from openchair.house.models import Duty, HelpLine, Role
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.repair import keeping
from openchair.repair.models import Report, ReportState
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

PAGE = "/listener/"
TRUTH = "There is nobody in this house who is independent enough for this."
WHO_COULD = "Whoever runs this house could read what is written here."
WORDS = "He reads over my shoulder."


def one_person_house(scene: Scene) -> None:
    """Ralf runs the machine, greets people and listens; nobody else does any of it."""
    ralf = scene.people["Ralf"]
    with acting_for_the_house("laying a scene"):
        Role.objects.all().delete()
    for duty in (Duty.STEWARD, Duty.HOST, Duty.EAR):
        house.give_duty(ralf, duty, since=NOON.date())
    house.found(listener="Ralf")
    cache.clear()


def has_a_box(page: Any) -> bool:
    return "<textarea" in page.text


def test_as_28_the_truth_stands_before_the_first_letter_is_typed(scene: Scene) -> None:
    one_person_house(scene)
    page = Guest(scene.people["Ines"]).get(PAGE)
    assert TRUTH in page.text
    assert WHO_COULD in page.text
    assert not has_a_box(page)
    assert "Send it" not in page.text


def test_as_28_people_outside_a_sheet_of_paper_and_the_way_on_are_there(scene: Scene) -> None:
    one_person_house(scene)
    page = Guest(scene.people["Ines"]).get(PAGE).text
    for line in HelpLine.objects.all():
        assert line.call in page
    assert 'href="tel:112"' in page
    assert 'href="/listener/paper/"' in page
    assert 'href="/meetings/"' in page


def test_as_28_the_box_is_there_after_she_has_read_this(scene: Scene) -> None:
    one_person_house(scene)
    ines = Guest(scene.people["Ines"])
    link = re.search(r'href="(/listener/\?[^"#]*)#write"', ines.get(PAGE).text)
    assert link
    page = ines.get(link[1])
    assert has_a_box(page)
    assert TRUTH in page.text
    answer = ines.fill(link[1], PAGE, words=WORDS)
    kept = ines.get(answer["Location"]).text
    assert WORDS in kept
    assert "No page shows this to anyone but you, and nobody was told." in kept


def test_as_28_a_form_that_did_not_pass_this_page_keeps_the_words_and_says_it(
    scene: Scene,
) -> None:
    one_person_house(scene)
    ines = Guest(scene.people["Ines"])
    once = ines.form("/tables/start/").fields["once"]
    answer = ines.post(PAGE, once=once, words=WORDS)
    assert answer.status_code == 422
    assert "Please read this page first." in answer.text
    assert TRUTH in answer.text
    assert WORDS in answer.text
    assert not Report.objects.for_viewer(actor := scene.people["Ines"]).filter(writer=actor)


def test_as_28_nobody_is_told_and_nobody_but_her_opens_it(scene: Scene) -> None:
    one_person_house(scene)
    ines, ralf = Guest(scene.people["Ines"]), Guest(scene.people["Ralf"])
    before = ralf.get("/today/").text
    answer = ines.fill(f"{PAGE}?read=1", PAGE, words=WORDS)
    assert without_marks(ralf.get("/today/").text) == without_marks(before)
    assert "No letter waits for you." in ralf.get("/listener/letters/").text
    assert ralf.get(answer["Location"]).status_code == 404
    assert ralf.get(heard(answer["Location"])).status_code == 404


def test_as_28_it_is_hers_to_take_along_and_to_erase(scene: Scene) -> None:
    one_person_house(scene)
    actor = scene.people["Ines"]
    ines = Guest(actor)
    page = ines.fill(f"{PAGE}?read=1", PAGE, words=WORDS)["Location"]
    assert WORDS in str(keeping.export(actor))
    ines.fill(page, words="And again on Friday.")
    assert ines.press(page, f"{page}erasing/").status_code == 302
    assert keeping.export(actor) == {"letters_to_the_listener": [], "written_in_letters": []}


def test_as_28_a_letter_about_the_only_listener(scene: Scene) -> None:
    mara = Guest(scene.people["Mara"])
    assert "/listener/?alone=1" in mara.get(PAGE).text
    page = mara.get(f"{PAGE}?alone=1")
    assert TRUTH in page.text
    assert not has_a_box(page)
    assert TRUTH in mara.get(f"{PAGE}?alone=1&read=1").text
    answer = mara.fill(f"{PAGE}?alone=1&read=1", PAGE, words=WORDS)
    assert "You said that it is about Harriet." in mara.get(answer["Location"]).text
    harriet = Guest(scene.people["Harriet"])
    assert harriet.get(heard(answer["Location"])).status_code == 404


@pytest.mark.parametrize("said", ["Harriet", "It was HARRIET who said it"])
def test_as_28_a_letter_never_goes_to_the_one_it_is_about(scene: Scene, said: str) -> None:
    mara = Guest(scene.people["Mara"])
    answer = mara.fill(PAGE, words=WORDS, about_words=said)
    assert answer.status_code == 422
    assert "A letter does not go to the one it is about." in answer.text
    assert TRUTH in answer.text
    assert WORDS in answer.text
    assert said in answer.text
    assert "Someone wrote to you" not in Guest(scene.people["Harriet"]).get("/today/").text


def test_as_28_a_second_listener_can_take_a_letter_about_the_first(scene: Scene) -> None:
    house.give_duty(scene.people["Omar"], Duty.EAR, since=NOON.date())
    mara = Guest(scene.people["Mara"])
    answer = mara.fill(
        PAGE, words=WORDS, reader=str(scene.people["Harriet"].pk), about_words="Harriet"
    )
    assert answer.status_code == 422
    assert TRUTH not in answer.text
    said = {"reader": str(scene.people["Omar"].pk), "about_words": "Harriet", "words": WORDS}
    assert mara.fill(PAGE, **said).status_code == 302


def looks_after_the_table(scene: Scene) -> None:
    harriet, table = scene.people["Harriet"], scene.tables["Stairwell"]
    circles.take_seat(harriet, table.pk, at=NOON)
    circles.look_after(harriet, table, at=NOON - timedelta(days=1))


def is_kept_apart(scene: Scene) -> None:
    people.block(scene.people["Mara"], scene.people["Harriet"], at=NOON)


def keeps_her_apart(scene: Scene) -> None:
    people.block(scene.people["Harriet"], scene.people["Mara"], at=NOON)


def greets_people(scene: Scene) -> None:
    house.give_duty(scene.people["Harriet"], Duty.HOST, since=NOON.date())


def runs_the_machine(scene: Scene) -> None:
    house.give_duty(scene.people["Harriet"], Duty.STEWARD, since=NOON.date())


@pytest.mark.parametrize(
    "tie", [looks_after_the_table, is_kept_apart, keeps_her_apart, greets_people, runs_the_machine]
)
def test_as_28_a_listener_who_is_tied_is_not_independent(scene: Scene, tie: Any) -> None:
    mara = Guest(scene.people["Mara"])
    form = mara.form(PAGE)
    tie(scene)
    assert TRUTH in mara.get(PAGE).text
    answer = mara.send(form, words=WORDS)
    assert answer.status_code == 422
    assert "cannot take this letter now" in answer.text
    assert TRUTH in answer.text
    assert WORDS in answer.text


def test_as_28_looking_after_another_table_is_no_tie(scene: Scene) -> None:
    looks_after_the_table(scene)
    assert "Write to Harriet" in Guest(scene.people["Ines"]).get(PAGE).text


def test_as_28_what_was_kept_for_her_alone_is_no_letter_to_set_down(scene: Scene) -> None:
    one_person_house(scene)
    actor = scene.people["Ines"]
    ines = Guest(actor)
    page = ines.fill(f"{PAGE}?read=1", PAGE, words=WORDS)["Location"]
    once = ines.form("/tables/start/").fields["once"]
    assert ines.post(f"{page}down/", once=once).status_code == 409
    assert Report.objects.for_viewer(actor).get(writer=actor).state == ReportState.KEPT


def without_marks(page: str) -> str:
    return re.sub(r'value="[^"]*"', "", page)


def heard(page: str) -> str:
    """The same letter, as the listener opens it."""
    return page.replace("/listener/", "/listener/letters/")
