"""Resting, being back, leaving, coming back, chairs and letters: each works, and twice is once."""

from datetime import timedelta

import pytest

from openchair.circles import actions, keeping
from openchair.circles.models import OpenChair, Seat, SeatState
from openchair.kernel.refusal import Refusal
from openchair.testing.scenes import Scene
from tests.guest import Guest

SEATED_ONLY = ["", "agreement/", "rest/", "chairs/", "leaving/"]
POSTED = ["rest/", "back/", "chairs/", "letters/", "leaving/", "return/"]


def table(scene: Scene, name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/"


@pytest.mark.parametrize("path", SEATED_ONLY)
@pytest.mark.parametrize("who", ["Omar", "Mara", "Sam", "Ralf", "Harriet"])
def test_to_an_outsider_the_table_is_not_there(scene: Scene, who: str, path: str) -> None:
    led = who == "Sam" and not path  # to the door he left open
    assert Guest(scene.people[who]).get(f"{table(scene)}{path}").status_code == (
        302 if led else 404
    )


@pytest.mark.parametrize("path", POSTED)
def test_an_outsider_changes_nothing(scene: Scene, path: str) -> None:
    guest = Guest(scene.people["Omar"])
    once = guest.form("/tables/start/").fields["once"]
    answer = guest.post(f"{table(scene)}{path}", once=once, words="me")
    assert answer.status_code == 404


@pytest.mark.parametrize("path", SEATED_ONLY)
def test_a_visitor_is_led_to_sign_in(scene: Scene, path: str) -> None:
    assert Guest().get(f"{table(scene)}{path}")["Location"].startswith("/sign-in/?next=")


def test_a_blanket_over_the_chair_and_off_again(scene: Scene) -> None:
    els, ama = Guest(scene.people["Els"]), Guest(scene.people["Ama"])
    assert els.fill(f"{table(scene)}rest/", words="at my sister's").status_code == 302
    assert "Els (at my sister's, not gone)" in ama.get(table(scene)).text.replace("&#39;", "'")
    assert els.press(table(scene), f"{table(scene)}back/").status_code == 302
    assert scene.seat("Els", "Tuesday").state == SeatState.SEATED


def test_resting_twice_is_resting(scene: Scene) -> None:
    guest = Guest(scene.people["Els"])
    form = guest.form(f"{table(scene)}rest/")
    assert [guest.send(form).status_code for _press in range(2)] == [302, 303]
    assert guest.fill(f"{table(scene)}rest/").status_code == 302
    assert scene.seat("Els", "Tuesday").is_resting


def test_being_back_changes_nothing_for_who_was_not_resting(scene: Scene) -> None:
    noor = scene.people["Noor"]
    seat = actions.be_back(noor, scene.seat("Noor", "Tuesday"))
    assert seat.state == SeatState.VISITING


@pytest.mark.parametrize("verb", ["rest", "be_back"])
def test_a_paused_place_stays_paused(scene: Scene, verb: str) -> None:
    els, seat = scene.people["Els"], scene.seat("Els", "Tuesday")
    seat.state = SeatState.PAUSED
    seat.save()
    verbs = {
        "rest": lambda: actions.rest(els, seat, word=""),
        "be_back": lambda: actions.be_back(els, seat),
    }
    with pytest.raises(Refusal, match="paused for now"):
        verbs[verb]()
    assert scene.seat("Els", "Tuesday").state == SeatState.PAUSED


def test_leaving_and_coming_back_by_one_press(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    before = scene.seat("Els", "Tuesday")
    answer = els.fill(f"{table(scene)}leaving/", words_go="stay")
    assert answer["Location"] == "/today/?left=stay"
    assert els.get(f"{table(scene)}agreement/").status_code == 404
    assert "You left Tuesday table." in els.get("/today/").text
    assert els.press("/today/", f"{table(scene)}return/").status_code == 302
    after = scene.seat("Els", "Tuesday")
    assert (after.pk, after.position, after.state) == (before.pk, before.position, SeatState.SEATED)


def test_leaving_twice_and_coming_back_twice_is_once(scene: Scene) -> None:
    els, seat = scene.people["Els"], scene.seat("Els", "Tuesday")
    first = actions.leave(els, seat, at=scene.at)
    again = actions.leave(els, seat, at=scene.at + timedelta(days=1))
    assert again.door_open_until == first.door_open_until
    back = actions.come_back(els, seat, at=scene.at)
    assert actions.come_back(els, back, at=scene.at).state == SeatState.SEATED


def test_after_ninety_days_the_door_is_closed(scene: Scene) -> None:
    sam = scene.people["Sam"]
    with pytest.raises(Refusal, match="The door has closed"):
        actions.come_back(sam, scene.seat("Sam", "Tuesday"), at=scene.at + timedelta(days=90))


def test_the_place_of_one_of_two_may_be_taken_and_then_there_is_none(scene: Scene) -> None:
    ines, yusuf, omar = (scene.people[name] for name in ("Ines", "Yusuf", "Omar"))
    actions.leave(yusuf, scene.seat("Yusuf", "Pair"), at=scene.at)
    letter = actions.invite(
        ines, scene.seat("Ines", "Pair").circle, invitee="", words="Come.", at=scene.at
    )
    with pytest.raises(Refusal, match="Every chair at this table is taken just now"):
        actions.come_back(yusuf, scene.seat("Yusuf", "Pair"), at=scene.at)
    actions.accept(omar, letter.token, at=scene.at)
    with pytest.raises(Refusal, match="Every chair at this table is taken just now"):
        actions.come_back(yusuf, scene.seat("Yusuf", "Pair"), at=scene.at)


def test_one_of_two_comes_back_while_the_place_is_free(scene: Scene) -> None:
    yusuf = scene.people["Yusuf"]
    actions.leave(yusuf, scene.seat("Yusuf", "Pair"), at=scene.at)
    assert actions.come_back(yusuf, scene.seat("Yusuf", "Pair"), at=scene.at).is_inside


def test_a_chair_is_set_out_and_taken_in(scene: Scene) -> None:
    lin = Guest(scene.people["Lin"])
    assert lin.fill(f"{table(scene)}chairs/", words="for someone new").status_code == 302
    assert "A chair is set out: for someone new." in lin.get(table(scene)).text
    chair = OpenChair.objects.for_viewer(scene.people["Lin"]).order_by("-set_out_at", "pk")
    before = chair.count()
    form = lin.form(f"{table(scene)}room/", f"{table(scene)}chairs/{chair[0].pk}/in/")
    assert [lin.send(form).status_code for _press in range(2)] == [302, 303]
    assert OpenChair.objects.for_viewer(scene.people["Lin"]).count() == before - 1


def test_a_letter_taken_back_can_be_written_anew(scene: Scene) -> None:
    ama, alone = Guest(scene.people["Ama"]), table(scene, "Alone")
    assert scene.letter
    assert ama.press(alone, f"/letters/{scene.letter.pk}/withdrawal/").status_code == 302
    assert Guest().get(f"/i/{scene.letter.token}/").status_code == 404
    assert ama.press(alone, f"{alone}letters/").status_code == 302
    assert "/withdrawal/" in ama.get(alone).text


def test_nobody_takes_back_anothers_letter(scene: Scene) -> None:
    assert scene.letter
    els = Guest(scene.people["Els"])
    once = els.form("/tables/start/").fields["once"]
    assert els.post(f"/letters/{scene.letter.pk}/withdrawal/", once=once).status_code == 404


def test_what_is_held_is_taken_along_and_forgotten(scene: Scene) -> None:
    chiara = scene.people["Chiara"]
    held = keeping.export(chiara)
    assert [seat["table"] for seat in held["seats"]] == ["Tuesday table"]
    assert len(held["looked_after"]) == 1
    assert keeping.export(scene.people["Ama"])["invitations"][0]["words"]
    keeping.forget(chiara)
    assert not any(keeping.export(chiara).values())
    assert not Seat.objects.for_viewer(chiara).exists()


def test_a_long_word_for_the_chair_is_given_back(scene: Scene) -> None:
    answer = Guest(scene.people["Els"]).fill(f"{table(scene)}rest/", words="soup " * 30)
    assert answer.status_code == 422
    assert "Up to 80 letters fit on this line." in answer.text
    assert ("soup " * 30).strip() in answer.text
