"""Signing in by a code, out again, and in the middle of writing."""

from datetime import timedelta

import pytest
import time_machine

from openchair.delivery.models import Kind, Letter
from openchair.kernel import drafts
from openchair.people.models import Account
from openchair.testing.scenes import Scene
from tests.guest import Guest

WORDS = "I was in the middle of a sentence, and then"
WRONG = "That is not the code in the letter"
TRIES = 5
ENDED = "That code can no longer be used."


def code_for(account: Account) -> str:
    """What stands in the newest letter to them."""
    letters = Letter.objects.for_viewer(account).filter(kind=Kind.SIGN_IN_CODE)
    letter = letters.order_by("-written_at", "-due_at").first()
    assert letter
    return letter.secret


def test_an_empty_address_is_said_in_our_words(scene: Scene) -> None:
    refused = Guest().post("/sign-in/", email="")
    assert "Write an address, like name@example.org." in refused.content.decode()


def open_letter(scene: Scene) -> str:
    assert scene.letter
    return scene.letter.token


def ask(guest: Guest, account: Account, query: str = "") -> str:
    """Ask for a code; the page that takes it."""
    answer = guest.fill(f"/sign-in/{query}", "/sign-in/", email=account.email or "")
    assert answer.status_code == 302
    return str(answer["Location"])


def sign_in(guest: Guest, account: Account, query: str = "") -> str:
    page = ask(guest, account, query)
    answer = guest.fill(page, code=code_for(account))
    assert answer.status_code == 302
    return str(answer["Location"])


def test_a_code_by_letter_lets_in(scene: Scene) -> None:
    ama, guest = scene.people["Ama"], Guest(csrf=True)
    assert sign_in(guest, ama) == "/today/"
    assert guest.get("/today/").status_code == 200


def test_one_is_led_to_where_one_wanted_to_go(scene: Scene) -> None:
    ama, guest = scene.people["Ama"], Guest(csrf=True)
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    asked = guest.get(table)
    assert asked["Location"] == f"/sign-in/?next={table.replace('/', '%2F')}"
    assert sign_in(guest, ama, f"?next={table}") == table


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "//example.org/",
        "/\\example.org/",
        "javascript:alert(1)",
        "https:example.org",
        "\thttps://example.org",
    ],
)
def test_nobody_is_led_out_of_the_house(scene: Scene, elsewhere: str) -> None:
    ama, guest = scene.people["Ama"], Guest()
    form = guest.form("/sign-in/")
    answer = guest.send(form, email=ama.email or "", next=elsewhere)
    page = guest.form(answer["Location"])
    answer = guest.send(page, code=code_for(ama), next=elsewhere)
    assert answer["Location"] == "/today/"


def test_an_address_nobody_has_reads_the_same(scene: Scene) -> None:
    known, unknown = Guest(), Guest()
    page = ask(known, scene.people["Ama"])
    answer = unknown.fill("/sign-in/", email="nobody@example.org")
    assert answer["Location"] == page
    assert "If this address belongs to someone here" in unknown.get(page).text


@pytest.mark.parametrize("typed", ["", "nobody", "a@b", "Ω@example", "x" * 400 + "@example.org"])
def test_what_is_no_address_is_asked_again(scene: Scene, typed: str) -> None:
    answer = Guest().fill("/sign-in/", email=typed)
    assert answer.status_code == 200
    assert "field-error" in answer.text
    assert typed in answer.text


@pytest.mark.parametrize("typed", ["000000", "пароль", "١٢٣٤", "\x00", "x" * 5000, "' OR 1=1 --"])
def test_a_wrong_code_is_said_and_may_be_tried_again(scene: Scene, typed: str) -> None:
    ama, guest = scene.people["Ama"], Guest()
    page = ask(guest, ama)
    answer = guest.fill(page, code=typed)
    assert answer.status_code == 200
    assert WRONG in answer.text
    assert guest.fill(page, code=code_for(ama)).status_code == 302


def test_too_many_wrong_codes_end_it_with_a_sentence(scene: Scene) -> None:
    ama, guest = scene.people["Ama"], Guest()
    page = ask(guest, ama)
    form = guest.form(page)
    answer = None
    for _try in range(TRIES):
        answer = guest.send(form, code="wrong")
    assert answer is not None
    assert answer.status_code == 302
    assert ENDED in guest.get(answer["Location"]).text
    late = guest.send(form, code=code_for(ama))
    assert ENDED in guest.get(late["Location"]).text
    assert not guest.is_signed_in


def test_a_code_runs_out(scene: Scene) -> None:
    ama, guest = scene.people["Ama"], Guest()
    form = guest.form(ask(guest, ama))
    with time_machine.travel(scene.at + timedelta(minutes=16)):
        answer = guest.send(form, code=code_for(ama))
        assert ENDED in guest.get(answer["Location"]).text
    assert not guest.is_signed_in


def test_a_code_lets_in_once_and_only_the_browser_that_asked(scene: Scene) -> None:
    ama, guest, other = scene.people["Ama"], Guest(), Guest()
    form = guest.form(ask(guest, ama))
    code = code_for(ama)
    assert other.send(form, code=code)["Location"] == "/sign-in/?ended=1"
    assert guest.send(form, code=code).status_code == 302
    guest.post("/sign-out/")
    assert guest.send(form, code=code)["Location"] == "/sign-in/?ended=1"
    assert not guest.is_signed_in


def test_signing_out_ends_it_and_clears_the_browser(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    answer = guest.press("/mine/", "/sign-out/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert guest.get("/today/").status_code == 302
    assert guest.post("/sign-out/").status_code == 302


def test_leaving_in_a_hurry_ends_it(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    assert guest.get("/leave/")["Location"] == "/weather/"
    assert not guest.is_signed_in
    page = guest.get("/weather/").text
    assert "Elm House" not in page.split("</title>")[1]


def test_words_written_while_the_sign_in_ended_stand_in_the_box_again(scene: Scene) -> None:
    ama, guest = scene.people["Ama"], Guest(csrf=True)
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    sign_in(guest, ama)
    form = guest.form(table)
    guest.client.session.flush()
    answer = guest.send(form, words=WORDS)
    assert answer.status_code == 401
    assert WORDS in answer.text
    assert "Your sign-in had ended. Your words are here." in answer.text
    assert "they wait for you in the box they came from" in answer.text
    sign_in(guest, ama)
    assert guest.form(table).fields["words"] == WORDS


def test_an_answer_written_while_the_sign_in_ended_stands_under_its_words_again(
    scene: Scene,
) -> None:
    els, guest = scene.people["Els"], Guest()
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    sign_in(guest, els)
    form = guest.form(table, f"/words/{scene.words['towel'].pk}/answers/")
    guest.client.session.flush()
    assert guest.send(form, words=WORDS).status_code == 401
    sign_in(guest, els)
    assert guest.form(table, form.action).fields["words"] == WORDS


def test_a_form_without_a_box_gives_its_words_back_to_copy(scene: Scene) -> None:
    guest = Guest(scene.people["Omar"])
    form = guest.form("/tables/start/")
    guest.client.session.flush()
    answer = guest.send(form, name="Ours", sentence="Come at eight.")
    assert answer.status_code == 401
    assert "Ours" in answer.text
    assert "Come at eight." in answer.text
    assert "Copy what you wrote" in answer.text


def test_asking_for_many_codes_is_slowed_with_a_sentence(scene: Scene) -> None:
    bert, guest = scene.people["Bert"], Guest()
    for _time in range(3):
        ask(guest, bert)
    answer = guest.fill("/sign-in/", email=bert.email or "")
    assert answer.status_code == 200
    assert "A few codes are on their way already." in answer.text
    assert bert.email in answer.text


def test_a_mistyped_address_can_be_written_again(scene: Scene) -> None:
    ama, guest = scene.people["Ama"], Guest()
    page = guest.fill("/sign-in/", email="amma@example.org")["Location"]
    assert 'href="/sign-in/"' in guest.get(page).text
    assert sign_in(guest, ama) == "/today/"


def test_words_go_back_to_their_writer_and_to_nobody_else(scene: Scene) -> None:
    """Els writes, her sign-in ends, and Ama signs in with the same browser."""
    els, ama, guest = scene.people["Els"], scene.people["Ama"], Guest(csrf=True)
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    sign_in(guest, els)
    form = guest.form(table)
    guest.client.session.flush()
    assert guest.send(form, words=WORDS).status_code == 401
    sign_in(guest, ama)
    assert guest.form(table).fields["words"] == ""
    assert WORDS not in guest.get(table).text
    assert WORDS not in drafts.kept_by(ama).values()


def test_words_without_a_mark_of_their_writer_are_given_back_to_copy(scene: Scene) -> None:
    guest, table = Guest(), f"/tables/{scene.tables['Tuesday'].pk}/"
    place = f"table:{scene.tables['Tuesday'].pk}"
    answer = guest.post(table, words=WORDS, place=place)
    assert answer.status_code == 401
    assert WORDS in answer.text
    assert "Copy what you wrote" in answer.text
    sign_in(guest, scene.people["Ama"])
    assert guest.form(table).fields["words"] == ""


def test_what_leaving_quickly_cannot_do_is_said_once_after_arriving(scene: Scene) -> None:
    guest = Guest()
    letter = open_letter(scene)
    answer = guest.fill(f"/i/{letter}/arriving/", name="Wim", adult="yes", agreement="yes")
    first, second = guest.get(answer["Location"]).text, guest.get(answer["Location"]).text
    assert "cannot clear your browser’s history" in first
    assert "cannot clear your browser’s history" not in second
    assert "cannot clear your browser’s history" in guest.get("/safety/").text


def test_on_a_shared_device_arriving_asks_for_an_address_first(scene: Scene) -> None:
    letter, guest = open_letter(scene), Guest()
    said = {"name": "Wim", "adult": "yes", "agreement": "yes", "device": "shared"}
    answer = guest.fill(f"/i/{letter}/arriving/", **said)
    assert answer["Location"] == "/mine/address/"
    assert guest.get("/mine/address/").status_code == 200
    with time_machine.travel(scene.at + timedelta(minutes=16)):
        assert guest.get("/today/").status_code == 302
