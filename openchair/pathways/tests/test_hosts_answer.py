"""Whoever greets people reads a letter, answers it once, or puts it away."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from openchair.delivery import outbox
from openchair.delivery.models import Kind, Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.pathways.actions import forget_old_letters
from openchair.pathways.models import HostLetter, LetterState
from openchair.pathways.tests.at_the_door import (
    ANSWER,
    LINE,
    host_page,
    mails,
    only_letter,
    place,
    reply,
)
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

DAY = timedelta(days=1)


def test_a_line_goes_to_the_host_and_the_answer_comes_to_a_private_page(scene: Scene) -> None:
    noor = Guest(csrf=True)
    private = place(noor, name="Noor")
    assert "No answer yet." in noor.get(private).text
    chiara = Guest(scene.people["Chiara"])
    assert LINE in chiara.get(host_page()).text
    assert only_letter().state == LetterState.READ
    assert "No answer yet." in noor.get(private).text  # and not that it was read: never.md N-10
    assert reply(scene).status_code == 302
    page = noor.get(private).text
    assert ANSWER in page
    assert "Dear Noor," in page
    assert mails() == []


def test_the_host_is_told_without_a_word_of_it(scene: Scene) -> None:
    place(Guest(), name="Noor")
    chiara, ralf = Guest(scene.people["Chiara"]), Guest(scene.people["Ralf"])
    with acting_for_the_house("tests"):
        told = Letter.objects.filter(about=only_letter().pk)
        assert [(letter.to, letter.kind) for letter in told] == [
            (scene.people["Chiara"], Kind.SOMETHING)
        ]
    for _look in range(2):  # a letter that waits stands there until it is answered
        page = chiara.get("/today/").text
        assert 'href="/house/letters/' in page
        assert LINE not in page
        assert "Noor" not in page.split('class="house-nav')[0]
    assert 'href="/house/letters/' not in ralf.get("/today/").text
    reply(scene)
    assert "A letter waits at the door" not in chiara.get("/today/").text


def test_word_goes_to_the_address_and_says_nothing(
    scene: Scene, settings: Any, mailoutbox: Any
) -> None:
    private = place(Guest(), name="Noor", email="noor@example.net")
    reply(scene)
    (letter,) = mails()
    assert (letter.to_id, letter.address, letter.about) == (None, "", only_letter().pk)
    from_now = NOON + timedelta(minutes=1)
    settings.OPENCHAIR = _with_mail(settings.OPENCHAIR)
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    outbox.send_due(from_now)
    (mail,) = [one for one in mailoutbox if "noor@example.net" in one.to]
    assert private in mail.body
    assert "An answer is waiting for you at Elm House." in mail.body
    assert ANSWER not in mail.body
    assert "Noor" not in f"{mail.subject}{mail.body}"


def _with_mail(config: Any) -> Any:
    return type(config)(**{**vars(config), "mail_host": "mail.example", "demo": False})


def test_nothing_is_sent_about_a_letter_that_was_taken_back(
    scene: Scene, settings: Any, mailoutbox: Any
) -> None:
    noor = Guest()
    private = place(noor, email="noor@example.net")
    reply(scene)
    noor.post(f"{private}back/")
    settings.OPENCHAIR = _with_mail(settings.OPENCHAIR)
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    outbox.send_due(NOON + timedelta(minutes=1))
    assert [one for one in mailoutbox if "noor@example.net" in one.to] == []


def test_a_table_with_a_card_can_be_told_of(scene: Scene) -> None:
    noor = Guest()
    private = place(noor)
    form = Guest(scene.people["Chiara"]).get(host_page()).text
    (first, *_rest) = re.findall(r'name="tables" value="([0-9a-f-]+)"', form)
    reply(scene, tables=[first])
    assert "Tables the host tells you of" in noor.get(private).text


def test_a_hostile_letter_is_put_away_for_everybody(scene: Scene) -> None:
    noor = Guest()
    private = place(noor, name="Noor", email="noor@example.net")
    chiara = Guest(scene.people["Chiara"])
    page = host_page()
    assert chiara.press(page, f"{page}away/").status_code == 302
    letter = only_letter()
    assert (letter.words, letter.name, letter.address) == ("", "", "")
    assert letter.state == LetterState.CLOSED
    assert "This letter has been closed" in noor.get(private).text
    assert chiara.get(page).status_code == 404
    assert LINE not in chiara.get("/house/letters/").text


@pytest.mark.parametrize("name", ["Ama", "Ralf", "Harriet", "Omar"])
def test_for_everybody_but_the_host_there_are_no_letters(scene: Scene, name: str) -> None:
    place(Guest())
    guest = Guest(scene.people[name])
    once = str(uuid4())
    assert guest.get("/house/letters/").status_code == 404
    assert guest.get(host_page()).status_code == 404
    assert guest.post(host_page(), words=ANSWER, once=once).status_code == 404
    assert guest.post(f"{host_page()}away/", once=once).status_code == 404
    assert only_letter().state == LetterState.WRITTEN


def test_an_answer_is_given_once(scene: Scene) -> None:
    place(Guest())
    chiara = Guest(scene.people["Chiara"])
    form = chiara.form(host_page())
    assert reply(scene).status_code == 302
    again = chiara.client.post(form.action, {"words": "Something else", "once": str(uuid4())})
    assert again.status_code == 409
    assert "This letter has an answer already." in again.text
    assert "Something else" in again.text
    assert only_letter().answer == ANSWER


def test_answering_twice_with_one_form_answers_once(scene: Scene) -> None:
    place(Guest(), email="noor@example.net")
    chiara = Guest(scene.people["Chiara"])
    form = chiara.form(host_page())
    for _press in range(2):
        chiara.send(form, words=ANSWER)
    assert len(mails()) == 1


def test_an_answer_without_words_is_asked_for_again(scene: Scene) -> None:
    place(Guest())
    answer = reply(scene, words=" ")
    assert answer.status_code == 422
    assert "Write a line, so that there is an answer." in answer.text
    assert only_letter().state == LetterState.READ


def test_an_answer_stays_thirty_days_and_then_the_row_is_gone_too(scene: Scene) -> None:
    private = place(Guest())
    with time_machine.travel(NOON + 20 * DAY):
        reply(scene)
    with time_machine.travel(NOON + 49 * DAY):
        assert ANSWER in Guest().get(private).text
        forget_old_letters(NOON + 49 * DAY)
        only_letter()
    forget_old_letters(NOON + 50 * DAY + timedelta(minutes=1))
    with acting_for_the_house("tests"):
        assert not HostLetter.objects.exists()
