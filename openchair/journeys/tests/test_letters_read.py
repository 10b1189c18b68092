"""What whoever holds a letter reads before a yes: the letter, then what the table really agreed."""

import pytest

from openchair.circles.kinds import brought_by
from openchair.circles.models import Circle, Invitation, InvitationState, OpenChair
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

VISITOR_FIRST = "You come as a visitor first."
FOUR = {"name": "Wim", "adult": "yes", "agreement": "yes"}


@pytest.fixture
def letter(scene: Scene) -> Invitation:
    return scene.letter_of("Lin", "Tuesday", words="Come down for soup.")


def change(scene: Scene, table: str, **fields: object) -> None:
    with acting_for_the_house("tests"):
        circle = Circle.objects.get(pk=scene.tables[table].pk)
        for name, value in fields.items():
            setattr(circle, name, value)
        circle.save()


def state_of(letter: Invitation) -> str:
    with acting_for_the_house("tests"):
        return str(Invitation.objects.get(pk=letter.pk).state)


def test_the_table_s_own_agreement_is_read_before_a_yes(scene: Scene, letter: Invitation) -> None:
    change(
        scene, "Tuesday", agreement="We begin with tea.\n\nNobody explains.", agreement_version=1
    )
    page = Guest().get(f"/i/{letter.token}/arriving/").text
    for line in ("We begin with tea.", "Nobody explains."):
        assert f"<li>{line}</li>" in page
    assert "What is said here stays here." not in page


def test_the_letter_alone_tells_nothing_of_the_table(scene: Scene, letter: Invitation) -> None:
    page = Guest().get(f"/i/{letter.token}/").text
    for words in ("Tuesday", VISITOR_FIRST, str(brought_by("grief").arrival), "Els"):
        assert words not in page


def test_where_a_table_gathers_it_begins_as_a_visit(scene: Scene, letter: Invitation) -> None:
    page = Guest().get(f"/i/{letter.token}/arriving/").text
    for words in (VISITOR_FIRST, "Come and visit", str(brought_by("grief").arrival)):
        assert words in page
    assert "Els" not in page


def test_where_a_table_has_just_begun_one_sits_down(scene: Scene) -> None:
    page = Guest().get(f"/i/{scene.letter_of('Lin', 'Stairwell').token}/arriving/").text
    assert VISITOR_FIRST not in page
    assert "Sit down" in page


def test_i_have_it_is_said_by_its_reader_and_read_by_its_writer(
    scene: Scene, letter: Invitation
) -> None:
    jonas, link = Guest(), f"/i/{letter.token}/"
    assert state_of(letter) == InvitationState.READY
    form = jonas.form(link, f"{link}have-it/")
    assert [jonas.send(form).status_code for _press in range(2)] == [302, 303]
    assert state_of(letter) == InvitationState.SEEN
    assert "Lin reads that you have this letter." in jonas.get(link).text
    assert (
        "They said that they have it."
        in Guest(scene.people["Lin"]).get(f"/letters/{letter.pk}/").text
    )
    assert jonas.fill(f"{link}arriving/", **FOUR).status_code == 302


def test_i_have_it_said_of_a_closed_letter_leads_to_the_closed_page(scene: Scene) -> None:
    visitor = Guest()
    once = visitor.form(f"/i/{scene.letter_of('Lin', 'Tuesday').token}/arriving/").fields["once"]
    answer = visitor.post("/i/nobody-wrote-this/have-it/", once=once)
    assert answer["Location"] == "/i/nobody-wrote-this/"
    assert visitor.get(answer["Location"]).status_code == 404


def test_who_comes_when_the_last_chair_was_just_taken_reads_that(
    scene: Scene, letter: Invitation
) -> None:
    form = Guest().form(f"/i/{letter.token}/arriving/")
    with acting_for_the_house("tests"):
        OpenChair.objects.filter(circle=scene.tables["Tuesday"].pk).delete()
    change(scene, "Tuesday", seats_most=7)
    jonas = Guest()
    answer = jonas.send(form, **FOUR)
    assert answer.status_code == 409
    assert "Someone sat down a moment before you" in answer.text
    assert "Wim" in answer.text
    assert not jonas.is_signed_in
    assert jonas.get(f"/i/{letter.token}/").status_code == 200
