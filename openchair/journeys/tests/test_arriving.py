"""From a letter in the hand to a seat at a table, once."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openchair.circles import actions as circles
from openchair.circles.models import Invitation, InvitationState, Seat
from openchair.circles.models.letter import hashed
from openchair.journeys.arriving import arrive_by_letter, four_things
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account, Block, Person
from openchair.testing.scenes import Scene
from tests.guest import Guest

FOUR = {"name": "Wim", "adult": "yes", "agreement": "yes"}
CLOSED = "This invitation is no longer open"


@pytest.fixture
def link(scene: Scene) -> str:
    assert scene.letter
    return f"/i/{scene.letter.token}/"


def test_a_letter_shows_a_name_and_a_sentence_and_nothing_of_the_table(
    scene: Scene, link: str
) -> None:
    page = Guest().get(link).text
    assert "Come and drink something warm with me." in page
    assert "Ama" in page
    assert "Two cups" not in page
    assert "<title>Elm House</title>" in page


def test_reading_a_letter_uses_nothing_up(scene: Scene, link: str) -> None:
    for _time in range(3):
        assert Guest().get(link).status_code == 200
    assert Guest().client.head(link).status_code == 200
    assert Guest().fill(f"{link}arriving/", **FOUR).status_code == 302


def test_four_things_and_one_sits_at_the_table(scene: Scene, link: str) -> None:
    wim = Guest(csrf=True)
    answer = wim.fill(f"{link}arriving/", **FOUR, night_from="22:30", night_until="07:15")
    page = wim.get(answer["Location"])
    assert page.status_code == 200
    assert "Two cups" in page.text
    wim_account = Account.objects.get(pk=wim.client.session["_auth_user_id"])
    person = Person.objects.for_viewer(wim_account).get(account=wim_account)
    assert (person.name, f"{person.night_from:%H:%M}") == ("Wim", "22:30")
    assert (person.language, person.zone) == ("en", "Europe/Brussels")
    assert "Wim said yes, and sits at your table." in Guest(scene.people["Ama"]).get("/today/").text


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("name", "Please write the name you would like to be called."),
        ("adult", "This house is for people who are 18 or older"),
        ("agreement", "The table asks for a yes to these lines."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_half_done(
    scene: Scene, link: str, missing: str, sentence: str
) -> None:
    before = Account.objects.count()
    said = {name: value for name, value in FOUR.items() if name != missing}
    answer = Guest().fill(f"{link}arriving/", **said)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "name" not in said or 'value="Wim"' in answer.text
    assert Account.objects.count() == before


@pytest.mark.parametrize("hour", ["25:00", "evening", ""])
def test_an_hour_that_is_none_is_asked_again(scene: Scene, link: str, hour: str) -> None:
    answer = Guest().fill(f"{link}arriving/", **FOUR, night_from=hour)
    assert answer.status_code == 422
    assert "Write the hour like 21:00." in answer.text


def closed_letters(scene: Scene) -> dict[str, str]:
    """Every way in which a letter can be closed."""
    made = {"forged": "nobody-wrote-this", "odd": "%00%E2%80%AE..", "long": "a" * 2000}
    circles.decline(letter(scene).token, at=scene.at)
    made["declined"] = letter(scene).token
    withdrawn = another(scene)
    made["withdrawn"] = circles.withdraw(scene.people["Ama"], withdrawn).token
    made["used"] = another(scene).token
    circles.accept(scene.people["Omar"], made["used"], at=scene.at)
    return made


def letter(scene: Scene) -> Invitation:
    assert scene.letter
    return scene.letter


def another(scene: Scene) -> Invitation:
    table = scene.seat("Ama", "Alone").circle
    return circles.invite(scene.people["Ama"], table, invitee="", words="Come.", at=scene.at)


def test_every_closed_letter_reads_the_same_byte_for_byte(scene: Scene) -> None:
    pages = {how: Guest().get(f"/i/{token}/") for how, token in closed_letters(scene).items()}
    assert {page.status_code for page in pages.values()} == {404}
    assert len({page.content for page in pages.values()}) == 1
    assert CLOSED in pages["used"].text


def test_a_letter_that_lapsed_reads_the_same(scene: Scene, link: str) -> None:
    with time_machine.travel(scene.at + timedelta(days=30)):
        lapsed, forged = Guest().get(link), Guest().get("/i/forged/")
    assert lapsed.content == forged.content


@pytest.mark.parametrize("path", ["arriving/", "not-now/"])
def test_a_closed_letter_can_be_answered_in_no_way(scene: Scene, path: str) -> None:
    for token in closed_letters(scene).values():
        guest = Guest()
        once = guest.form("/sign-in/").fields["once"]
        answer = guest.post(f"/i/{token}/{path}", once=once, **FOUR)
        assert answer.status_code == (404 if path == "arriving/" else 302)


def test_not_now_closes_the_letter_and_keeps_nothing(scene: Scene, link: str) -> None:
    before = Account.objects.count()
    guest = Guest(csrf=True)
    answer = guest.press(link, f"{link}not-now/")
    assert answer["Location"] == "/i/not-now/"
    assert "That is all right" in guest.get("/i/not-now/").text
    assert guest.get(link).status_code == 404
    assert Account.objects.count() == before


def test_whoever_lives_here_already_says_yes_and_nothing_more(scene: Scene, link: str) -> None:
    omar = Guest(scene.people["Omar"], csrf=True)
    page = omar.get(f"{link}arriving/").text
    assert "Yes, sit down" in page
    assert 'name="adult"' not in page
    assert omar.press(f"{link}arriving/", "").status_code == 302


def test_sitting_down_twice_leads_to_the_same_table(scene: Scene, link: str) -> None:
    wim = Guest()
    form = wim.form(f"{link}arriving/")
    first = wim.send(form, **FOUR)
    second = wim.send(form, **FOUR)
    assert second["Location"] == first["Location"]
    assert wim.get(second["Location"]).status_code == 200
    assert wim.get(f"{link}arriving/")["Location"] == first["Location"]


def test_a_second_press_whose_first_answer_was_lost_still_lets_in(scene: Scene, link: str) -> None:
    before = Account.objects.count()
    wim = Guest(csrf=True)
    form = wim.form(f"{link}arriving/")
    lost = {name: cookie.value for name, cookie in wim.client.cookies.items()}
    first = wim.send(form, **FOUR)
    again = Guest(csrf=True)
    for name, value in lost.items():
        again.client.cookies[name] = value
    second = again.send(form, **FOUR)
    assert second["Location"] == first["Location"]
    assert again.get(second["Location"]).status_code == 200
    assert Account.objects.count() == before + 1


def test_another_browser_with_the_same_form_is_not_let_in(scene: Scene, link: str) -> None:
    wim, thief = Guest(), Guest()
    form = wim.form(f"{link}arriving/")
    wim.send(form, **FOUR)
    answer = thief.send(form, **FOUR)
    assert answer.status_code == 404
    assert not thief.is_signed_in


def test_arriving_is_all_or_nothing(scene: Scene) -> None:
    before = Account.objects.count()
    house = {"night_from": "21:00", "night_until": "08:00", "zone": "", "name": "Wim"}
    said = four_things(house | {"adult": True}, "Europe/Brussels")
    with pytest.raises(Refusal, match="no longer open"):
        arrive_by_letter("forged", said, language="en", at=scene.at)
    assert Account.objects.count() == before


def test_someone_who_left_takes_up_the_same_seat_by_a_new_letter(scene: Scene) -> None:
    sam, before = scene.people["Sam"], scene.seat("Sam", "Tuesday")
    letter = scene.letter_of("Chiara", "Tuesday")
    assert Guest(sam).press(f"/i/{letter.token}/arriving/", "").status_code == 302
    after = scene.seat("Sam", "Tuesday")
    assert (after.pk, after.position, after.is_inside) == (before.pk, before.position, True)


@pytest.mark.django_db(transaction=True)
def test_two_people_who_take_one_letter_at_once_get_one_seat(scene: Scene) -> None:
    assert scene.letter
    token, seats, refused = scene.letter.token, list[Seat](), list[str]()
    ready = Barrier(4)

    def take(name: str) -> None:
        ready.wait()
        try:
            seats.append(circles.accept(scene.people[name], token, at=scene.at))
        except Refusal as refusal:
            refused.append(refusal.sentence)
        finally:
            connections.close_all()

    threads = [Thread(target=take, args=[name]) for name in ("Omar", "Kim", "Els", "Dev")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seats) == 1
    assert refused == ["This invitation is no longer open. It was nothing you did."] * 3
    ama = scene.people["Ama"]
    assert Seat.objects.for_viewer(ama).filter(circle=scene.tables["Alone"].pk).count() == 2
    assert Invitation.objects.for_viewer(ama).get(pk=scene.letter.pk).state == "accepted"


def test_a_used_letter_leads_whoever_has_its_seat_to_the_table(scene: Scene, link: str) -> None:
    wim = Guest(csrf=True)
    table = wim.fill(f"{link}arriving/", **FOUR)["Location"]
    assert wim.get(link)["Location"] == table
    wim.fill(f"{table}leaving/", words_go="stay")
    door = wim.get(wim.get(link)["Location"])["Location"]
    assert "The door is open until" in wim.get(door).text
    assert wim.get(f"{link}arriving/")["Location"] == table
    for other in (Guest(), Guest(scene.people["Omar"])):
        assert CLOSED in other.get(link).text


def test_once_the_door_has_closed_a_used_letter_leads_nowhere(scene: Scene, link: str) -> None:
    wim = Guest(csrf=True)
    table = wim.fill(f"{link}arriving/", **FOUR)["Location"]
    wim.fill(f"{table}leaving/", words_go="stay")
    account = Account.objects.get(pk=wim.client.session["_auth_user_id"])
    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert CLOSED in Guest(account).get(link).text


def test_a_used_and_a_forged_letter_ask_the_same_of_the_store(scene: Scene, link: str) -> None:
    Guest(csrf=True).fill(f"{link}arriving/", **FOUR)
    asked = []
    for path in (link, "/i/forged/"):
        omar = Guest(scene.people["Omar"])
        with CaptureQueriesContext(connection) as reads:
            assert omar.get(path).status_code == 404
        asked.append(len(reads))
    assert asked[0] == asked[1]


def test_one_who_is_kept_apart_asks_the_same_of_the_store(scene: Scene, link: str) -> None:
    """As of a letter that was taken back, and of one that nobody wrote (AS-04)."""
    omar, told = scene.people["Omar"], []
    with acting_for_the_house("a test"):
        letter = Invitation.objects.get(token_hash=hashed(link.strip("/").split("/")[-1]))
        Block.objects.create(by=letter.inviter, of=omar, set_at=scene.at)
    told += [asked_of_the_store(omar, link), asked_of_the_store(omar, "/i/forged/")]
    with acting_for_the_house("a test"):
        Block.objects.all().delete()
        Invitation.objects.filter(pk=letter.pk).update(state=InvitationState.WITHDRAWN)
    told.append(asked_of_the_store(omar, link))
    assert told[0] == told[1] == told[2]


def asked_of_the_store(account: Account, path: str) -> list[str]:
    """Which tables were read, in their order, once the house knows itself."""
    guest = Guest(account)
    guest.get("/i/forged/")
    with CaptureQueriesContext(connection) as reads:
        assert guest.get(path).status_code == 404
    return [one["sql"].partition(" FROM ")[2].partition(" ")[0] for one in reads]
