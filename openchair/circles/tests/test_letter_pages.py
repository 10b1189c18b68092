"""A letter for its writer, and the card it becomes on paper."""

import re
from datetime import timedelta

import pytest
import time_machine

from openchair.circles import actions
from openchair.circles.models import Invitation, InvitationState
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest
from tests.naming import AT_TUESDAY, LETTER, answers, letter_of, names, reads, settled

DAY = timedelta(days=1)


@pytest.fixture
def letter(scene: Scene) -> Invitation:
    return scene.letter_of("Lin", "Stairwell", words="Come down for soup.")


def page_of(letter: Invitation) -> str:
    return f"/letters/{letter.pk}/"


def test_its_writer_reads_it_as_the_other_does_and_its_address(
    scene: Scene, letter: Invitation
) -> None:
    page = Guest(scene.people["Lin"]).get(page_of(letter)).text
    for words in ("Come down for soup.", f"/i/{letter.token}/"):
        assert words in page


@pytest.mark.parametrize("who", ["Mara", "Kim", "Omar"])
@pytest.mark.parametrize("more", ["", "paper/"])
def test_nobody_else_reads_it(scene: Scene, letter: Invitation, who: str, more: str) -> None:
    guest = Guest(scene.people[who])
    assert guest.get(f"{page_of(letter)}{more}").status_code == 404


def test_it_has_no_address_until_the_others_were_asked(scene: Scene) -> None:
    naming = names(scene, "Bert", "Jonas")
    letter = letter_of(naming)
    page = Guest(scene.people["Bert"]).get(page_of(letter)).text
    assert "It waits until the others have been asked." in page
    assert LETTER in page
    assert letter.token not in page
    assert Guest(scene.people["Bert"]).get(f"{page_of(letter)}paper/").status_code == 302
    answers(scene, naming, *AT_TUESDAY)
    at = settled(naming)
    assert letter.token in reads(scene, "Bert", page_of(letter), at).text


def test_how_it_is_passed_on_is_remembered_and_paper_leads_to_the_card(
    scene: Scene, letter: Invitation
) -> None:
    lin, page = Guest(scene.people["Lin"]), page_of(letter)
    assert lin.fill(page, passed_by="message")["Location"] == page
    assert "For your own memory: in a message." in lin.get(page).text
    assert lin.fill(page, passed_by="paper")["Location"] == f"{page}paper/"
    assert lin.fill(page, passed_by="mail").status_code == 422  # the house mails it to nobody


def test_the_card_holds_the_letter_and_its_address_twice(scene: Scene, letter: Invitation) -> None:
    card = Guest(scene.people["Lin"]).get(f"{page_of(letter)}paper/").text
    assert "Come down for soup." in card
    assert f"/i/{letter.token}/" in card
    assert 'class="square-code" width="176" height="176"' in card
    assert "stairwell" not in card.lower().replace(str(letter.circle_id), "")


def test_declined_and_lapsed_read_the_same(scene: Scene) -> None:
    declined, lapsed = (scene.letter_of("Lin", "Stairwell") for _letter in range(2))
    actions.decline(declined.token, at=scene.at)
    with time_machine.travel(scene.at + 31 * DAY, tick=False):
        pages = [Guest(scene.people["Lin"]).get(page_of(one)).text for one in (declined, lapsed)]
    told = [re.sub(r'(?s)<head>.*?</head>|value="[^"]*"|/letters/[^"]*', "", one) for one in pages]
    assert told[0] == told[1]
    assert "Not now." in pages[0]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (InvitationState.SEEN, "They said that they have it."),
        (InvitationState.VISITED, "The answer was yes."),
        (InvitationState.ACCEPTED, "The answer was yes."),
        (InvitationState.WITHDRAWN, "You took this letter back."),
        (InvitationState.NOT_POSSIBLE, "This chair cannot be offered to this person now."),
    ],
)
def test_how_it_stands_is_said_in_a_sentence(
    scene: Scene, letter: Invitation, state: InvitationState, sentence: str
) -> None:
    with acting_for_the_house("tests"):
        Invitation.objects.filter(pk=letter.pk).update(state=state)
    assert sentence in Guest(scene.people["Lin"]).get(page_of(letter)).text


def test_a_letter_taken_back_opens_no_more(scene: Scene, letter: Invitation) -> None:
    lin = Guest(scene.people["Lin"])
    assert lin.press(page_of(letter), f"{page_of(letter)}withdrawal/").status_code == 302
    assert Guest().get(f"/i/{letter.token}/").status_code == 404
