"""An emergency: words hidden at once, a pause of a day, and a listener who can undo it (5.6.7, I-22)."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from openchair.circles import actions as circles
from openchair.circles.models import HoldingPause, SeatState
from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.kernel.guard import acting_for_the_house
from openchair.sharing.models import Answer, Share
from openchair.testing.scenes import Scene
from tests.guest import Guest

TEA = "Come and sit, I have tea."
TOWEL, REASON = "a wet towel", "Here someone is named who must not be."
SAID = {"words": REASON}
HOUR = timedelta(hours=1)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def towel(scene: Scene) -> UUID:
    return scene.words["towel"].pk


def pause(scene: Scene, **said: str) -> int:
    page = f"{table(scene)}pause/"
    guest = Guest(scene.people["Chiara"])
    about = {} if "who" in said else {"about": str(towel(scene))}
    return int(guest.fill(page, **(SAID | about | said)).status_code)


def test_words_are_hidden_at_once_for_everyone_but_their_writer(scene: Scene) -> None:
    assert pause(scene) == 302
    for name in ("Ama", "Chiara", "Noor"):
        assert TOWEL not in Guest(scene.people[name]).get(table(scene)).text
    mine = Guest(scene.people["Dev"]).get(table(scene)).text
    assert TOWEL in mine
    assert "Hidden from the others while you are paused." in mine
    ama = scene.people["Ama"]
    assert not Share.objects.for_viewer(ama).filter(pk=towel(scene)).exists()
    others = Answer.objects.for_viewer(scene.people["Els"]).filter(share=towel(scene))
    assert not others.exists()


def test_who_is_paused_reads_why_until_when_and_the_way_round(scene: Scene) -> None:
    pause(scene)
    dev = Guest(scene.people["Dev"])
    page = dev.get(table(scene)).text
    assert REASON in page
    assert "until Wednesday, 13:00" in page
    assert 'href="/listener/"' in page
    assert "There you read why." in dev.get("/today/").text
    assert dev.fill(table(scene), words="But why?").status_code == 422
    assert "Saying something is paused for you" in page


def test_the_table_does_not_read_of_it(scene: Scene) -> None:
    pause(scene)
    page = Guest(scene.people["Ama"]).get(table(scene)).text
    assert REASON not in page
    assert "paused" not in page


def test_the_listener_reads_why_and_nothing_of_the_table(scene: Scene) -> None:
    pause(scene)
    harriet = Guest(scene.people["Harriet"])
    assert "because you listen here" in harriet.get("/today/").text
    page = harriet.get("/listener/pauses/").text
    assert REASON in page
    for word in ("Dev", "Tuesday", TOWEL, "Chiara"):
        assert word not in page.partition("<main")[2]


def test_the_listener_undoes_it_and_the_words_are_there_again(scene: Scene) -> None:
    pause(scene)
    harriet = Guest(scene.people["Harriet"])
    form = next(f for f in harriet.forms("/listener/pauses/") if "/undo/" in f.action)
    assert [harriet.send(form).status_code for _press in range(2)] == [302, 303]
    assert TOWEL in Guest(scene.people["Ama"]).get(table(scene)).text
    assert scene.seat("Dev", "Tuesday").state == SeatState.SEATED
    dev = Guest(scene.people["Dev"])
    assert REASON not in dev.get(table(scene)).text
    assert "There you read why." not in dev.get("/today/").text
    assert "Nobody is paused just now." in harriet.get("/listener/pauses/").text


def test_it_ends_by_itself_after_a_day(scene: Scene) -> None:
    pause(scene)
    with time_machine.travel(scene.at + 25 * HOUR):
        circles.end_pauses(scene.at + 25 * HOUR)
        assert "There you read why." not in Guest(scene.people["Dev"]).get("/today/").text
    assert Share.objects.for_viewer(scene.people["Ama"]).filter(pk=towel(scene)).exists()
    assert scene.seat("Dev", "Tuesday").state == SeatState.SEATED


def test_more_words_may_be_hidden_and_the_day_grows_no_longer(scene: Scene) -> None:
    scene.say("more", "Dev", "Tuesday", "And his number is this.", ago=HOUR)
    pause(scene)
    with time_machine.travel(scene.at + HOUR):
        chiara = Guest(scene.people["Chiara"])
        form = chiara.form(f"{table(scene)}pause/?about={scene.words['more'].pk}")
        for _press in range(2):
            assert chiara.post(form.action, **(form.fields | SAID)).status_code in {302, 303}
    with acting_for_the_house("laying a scene"):
        rows = list(HoldingPause.objects.order_by("began_at"))
    assert [row.words for row in rows] == [towel(scene), scene.words["more"].pk]
    assert rows[0].ends_at == rows[1].ends_at
    harriet = scene.people["Harriet"]
    circles.undo_pause(harriet, HoldingPause.objects.for_viewer(harriet)[1], at=scene.at + HOUR)
    assert "his number" in Guest(scene.people["Ama"]).get(table(scene)).text


def test_an_answer_is_hidden_too_and_its_share_stays(scene: Scene) -> None:
    chiara = Guest(scene.people["Chiara"])
    page = f"{table(scene)}pause/?about={towel(scene)}"
    assert "Which words?" in chiara.get(page).text
    with acting_for_the_house("laying a scene"):
        tea = Answer.objects.get(author=scene.people["Ama"], share=towel(scene)).pk
    assert chiara.fill(page, about=str(tea), **SAID).status_code == 302
    els = Guest(scene.people["Els"]).get(table(scene)).text
    assert TOWEL in els
    assert TEA not in els
    ama = Guest(scene.people["Ama"]).get(table(scene)).text
    assert TEA in ama
    assert "Hidden from the others while you are paused." in ama
    assert scene.seat("Ama", "Tuesday").state == SeatState.PAUSED


def test_words_of_another_table_are_nobody_s_to_hide_here(scene: Scene) -> None:
    kettle = str(scene.words["kettle"].pk)
    page = Guest(scene.people["Chiara"]).get(f"{table(scene)}pause/?about={kettle}").text
    assert "Which words?" not in page
    assert "For whom?" in page


def test_a_person_is_paused_without_any_words(scene: Scene) -> None:
    who = str(scene.people["Els"].pk)
    assert [pause(scene, who=who) for _press in range(2)] == [302, 302]
    assert scene.seat("Els", "Tuesday").state == SeatState.PAUSED


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"words": "w" * 1001}, "A sentence is enough."),
        ({"who": "", "about": ""}, "Choose whose words it is about."),
        ({"who": "nobody", "about": "nothing"}, "Choose whose words it is about."),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(
    scene: Scene, said: dict[str, str], sentence: str
) -> None:
    guest = Guest(scene.people["Chiara"])
    answer = guest.send(guest.form(f"{table(scene)}pause/"), **(SAID | said))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert (SAID | said)["words"] in answer.text


def test_never_without_a_reason(scene: Scene) -> None:
    guest = Guest(scene.people["Chiara"])
    answer = guest.fill(f"{table(scene)}pause/", about=str(towel(scene)))
    assert answer.status_code == 422
    assert "Write why." in answer.text
    assert str(towel(scene)) in answer.text


def test_who_is_paused_pauses_nobody(scene: Scene) -> None:
    pause(scene)
    page = Guest(scene.people["Dev"]).get(f"{table(scene)}pause/").text
    assert "Your place here is paused for now." in page


def test_only_who_looks_after_the_table_can_do_it(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    page = ama.get(f"{table(scene)}pause/").text
    assert "Only someone who looks after this table can do this." in page
    assert "<textarea" not in page
    assert "In an emergency" not in ama.get(table(scene)).text
    assert "In an emergency" in Guest(scene.people["Chiara"]).get(table(scene)).text
    once = ama.form("/tables/start/").fields["once"]
    said = SAID | {"about": str(towel(scene))}
    assert ama.post(f"{table(scene)}pause/", once=once, **said).status_code == 422
    assert scene.seat("Dev", "Tuesday").state == SeatState.SEATED


def test_to_an_outsider_and_to_who_does_not_listen_nothing_is_there(scene: Scene) -> None:
    pause(scene)
    ama, omar = Guest(scene.people["Ama"]), Guest(scene.people["Omar"])
    assert omar.get(f"{table(scene)}pause/").status_code == 404
    assert ama.get("/listener/pauses/").status_code == 404


def test_a_listener_who_is_paused_does_not_undo_it(scene: Scene) -> None:
    house.give_duty(scene.people["Dev"], Duty.EAR, since=scene.at.date())
    pause(scene)
    dev = Guest(scene.people["Dev"])
    assert "Nobody is paused just now." in dev.get("/listener/pauses/").text
    assert "because you listen here" not in dev.get("/today/").text
    row = HoldingPause.objects.for_viewer(scene.people["Dev"]).get()
    once = dev.form("/tables/start/").fields["once"]
    assert dev.post(f"/listener/pauses/{row.pk}/undo/", once=once).status_code == 404


def test_a_pause_without_a_row_says_no_hour(scene: Scene) -> None:
    """Someone who set it was forgotten, or it came from an older version."""
    seat = scene.seat("Els", "Tuesday")
    seat.state, seat.standing = SeatState.PAUSED, SeatState.SEATED
    seat.save()
    page = Guest(scene.people["Els"]).get(table(scene)).text
    assert "It ends by itself. Your seat stays yours" in page
