"""Erasing: one thing, one table, everything; at once from every page, and then row by row."""

from datetime import timedelta
from typing import Any

import pytest

from openchair.journeys import erasing
from openchair.journeys.models import Erasing
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Erasure
from openchair.people.models import Account, Person
from openchair.sharing.models import Answer, Share
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

MINE = "/mine/words/"
EVERYTHING = f"{MINE}everything/"
RAIN = "It is raining and he would have liked it"
TEA = "Come and sit, I have tea."
LATER = NOON + timedelta(minutes=1)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def erasing_at(scene: Scene) -> str:
    return f"{MINE}tables/{scene.tables['Tuesday'].pk}/erasing/"


def rain(scene: Scene) -> str:
    return f"/words/{scene.words['rain'].pk}/erasing/"


def rows_of(model: Any, account: Account) -> int:
    with acting_for_the_house("tests"):
        count: int = model.objects.filter(author=account.pk).count()
    return count


def many_words(scene: Scene, name: str, number: int) -> None:
    with acting_for_the_house("laying a scene"):
        for one in range(number):
            Share.objects.create(
                circle=scene.tables["Tuesday"],
                author=scene.people[name],
                words=f"word {one}",
                need="read",
                audience="circle",
                said_at=NOON - timedelta(days=9, minutes=one),
            )


def test_one_s_own_words_go_with_the_name(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    assert RAIN in ama.get(rain(scene)).text
    assert ama.fill(rain(scene)).status_code == 302
    read = Guest(scene.people["Dev"]).get(table(scene)).text
    assert RAIN not in read
    assert "Words taken back." in read
    assert "Someone who sat here" in read
    with acting_for_the_house("tests"):
        row = Share.objects.get(pk=scene.words["rain"].pk)
        assert (row.words, row.author_id) == ("", None)


def test_what_only_oneself_could_read_goes_whole(scene: Scene) -> None:
    els, key = Guest(scene.people["Els"]), scene.words["private"].pk
    assert els.fill(f"/words/{key}/erasing/").status_code == 302
    with acting_for_the_house("tests"):
        assert not Share.objects.filter(pk=key).exists()


def test_others_keep_what_they_answered_before_it_was_for_oneself_alone(scene: Scene) -> None:
    """I-27: words that were narrowed to their writer take nobody's answer with them."""
    ama = scene.people["Ama"]
    with acting_for_the_house("laying a scene"):
        answer = Answer.objects.create(
            share=scene.words["private"], author=ama, words=TEA, said_at=NOON
        )
    Guest(scene.people["Els"]).fill(f"/words/{scene.words['private'].pk}/erasing/")
    asked = Guest(ama).get(f"{MINE}private/").text
    assert TEA in asked
    assert f"/answers/{answer.pk}/keeping/" in asked


def test_one_s_own_answer_goes(scene: Scene) -> None:
    ama = scene.people["Ama"]
    answer = Answer.objects.for_viewer(viewer := ama).get(author=viewer)
    page = f"/answers/{answer.pk}/erasing/"
    assert TEA in Guest(ama).get(page).text
    assert Guest(ama).fill(page).status_code == 302
    assert TEA not in Guest(scene.people["Dev"]).get(table(scene)).text
    assert Guest(ama).get(page).status_code == 404


def test_nobody_else_erases_them(scene: Scene) -> None:
    dev = Guest(scene.people["Dev"])
    sentence = "Only the one who said these words can erase them."
    assert sentence in dev.get(rain(scene)).text
    once = dev.form(table(scene), f"/tables/{scene.tables['Tuesday'].pk}/").fields["once"]
    refused = dev.post(rain(scene), once=once)
    assert (refused.status_code, sentence in refused.text) == (409, True)
    outsider = Guest(scene.people["Ines"])
    assert outsider.get(rain(scene)).status_code == 404
    once = outsider.form("/mine/").fields["once"]
    assert outsider.post(rain(scene), once=once).status_code == 404
    assert RAIN in dev.get(table(scene)).text


def test_erasing_twice_is_once(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form(rain(scene))
    first, second = ama.send(form), ama.send(form)
    assert first["Location"] == second["Location"] == MINE


def test_all_words_at_one_table_go_from_its_page_at_once_and_then_from_the_house(
    scene: Scene,
) -> None:
    ama = scene.people["Ama"]
    assert Guest(ama).fill(erasing_at(scene)).status_code == 302
    read = Guest(scene.people["Dev"]).get(table(scene)).text
    assert RAIN not in read
    assert TEA not in read
    assert "are being erased" in Guest(ama).get(MINE).text
    erasing.go_on(LATER)
    assert rows_of(Share, ama) == rows_of(Answer, ama) == 0
    assert "are being erased" not in Guest(ama).get(MINE).text
    assert Guest(ama).get(table(scene)).status_code == 200, "The chair stays."


def test_a_table_asked_for_twice_is_erased_once(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form(erasing_at(scene))
    assert ama.send(form)["Location"] == ama.send(form)["Location"]
    ama.fill(erasing_at(scene))
    assert Erasing.objects.for_viewer(scene.people["Ama"]).count() == 1


def test_what_is_said_after_asking_stays(scene: Scene) -> None:
    ama = scene.people["Ama"]
    erasing.erase_table(ama, scene.tables["Tuesday"].pk, at=NOON)
    scene.say("after", "Ama", "Tuesday", "I am here again.", ago=-timedelta(minutes=5))
    erasing.go_on(LATER)
    assert Share.objects.for_viewer(ama).filter(pk=scene.words["after"].pk).exists()


def test_an_interrupted_erasing_goes_on_at_the_next_turn(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each turn does one step here, as if the house stopped after it."""
    monkeypatch.setattr(erasing, "A_MOMENT", -1.0)
    ama = scene.people["Ama"]
    many_words(scene, "Ama", 250)
    erasing.erase_table(ama, scene.tables["Tuesday"].pk, at=NOON)
    left = []
    while Erasing.objects.for_viewer(ama).filter(done_at=None).exists():
        erasing.go_on(LATER)
        left.append(rows_of(Share, ama))
    assert left == [251, 151, 51, 0, 0, 0][: len(left)]
    assert left[-1] == 0


def test_one_is_read_what_goes_and_what_stays_and_is_gone_by_one_press(scene: Scene) -> None:
    ama = scene.people["Ama"]
    guest = Guest(ama)
    page = guest.get(EVERYTHING).text
    assert "What goes now" in page
    assert "for as long as somebody’s safety needs them" in page
    answer = guest.fill(EVERYTHING)
    assert answer.status_code == 302
    assert not guest.is_signed_in
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert "Your account is closed" in Guest().get(answer["Location"]).text
    read = Guest(scene.people["Dev"]).get(table(scene)).text
    for word in (RAIN, TEA, "Ama"):
        assert word not in read
    erasing.go_on(LATER)
    assert "It is erased" in Guest().get(answer["Location"]).text
    assert not Account.objects.filter(pk=ama.pk).exists()
    with acting_for_the_house("tests"):
        assert not Person.objects.filter(account=ama.pk).exists()


def test_whoever_presses_twice_is_led_to_the_same_page(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    form = guest.form(EVERYTHING)
    first, second = guest.send(form), guest.send(form)
    assert second.status_code == 302
    assert first["Location"] == second["Location"]


def test_a_closed_account_cannot_come_in_while_it_is_being_erased(scene: Scene) -> None:
    ama = scene.people["Ama"]
    elsewhere = Guest(ama)
    Guest(ama).fill(EVERYTHING)
    assert elsewhere.get("/today/").status_code == 302


def test_the_last_steward_is_told_why_not(scene: Scene) -> None:
    ralf = scene.people["Ralf"]
    why = erasing.why_not_be_forgotten(ralf)
    assert why
    guest = Guest(ralf)
    page = guest.get(EVERYTHING)
    assert why in page.text
    assert "Close my account" not in page.text
    once = guest.form("/mine/").fields["once"]
    refused = guest.post(EVERYTHING, once=once)
    assert (refused.status_code, why in refused.text) == (409, True)
    assert Account.objects.filter(pk=ralf.pk, is_active=True).exists()


def test_the_page_of_what_is_gone_tells_of_nobody_and_is_found_by_its_address_alone(
    scene: Scene,
) -> None:
    assert Guest().get("/gone/nonsense/").status_code == 404
    where = Guest(scene.people["Ama"]).fill(EVERYTHING)["Location"]
    assert "Ama" not in Guest().get(where).text
    erasing.go_on(LATER)
    erasing.forget_old(LATER + timedelta(days=15))
    assert Guest().get(where).status_code == 404


@pytest.mark.parametrize("name", ["Ama", "Lin", "Ines", "Omar", "Kim", "Sam"])
def test_whoever_it_is_everything_goes(scene: Scene, name: str) -> None:
    account = scene.people[name]
    Guest(account).fill(EVERYTHING)
    erasing.go_on(LATER)
    assert not Account.objects.filter(pk=account.pk).exists()
    reader = scene.people["Els" if name == "Dev" else "Dev"]
    assert Guest(reader).get("/today/").status_code == 200


def test_what_is_erased_is_noted_without_its_content(scene: Scene) -> None:
    """So that an older copy of this house cannot bring it back."""
    ama = scene.people["Ama"]
    Guest(ama).fill(rain(scene))
    key = str(scene.words["rain"].pk)
    assert Erasure.objects.filter(label="sharing.Share", row=key).exists()
    Guest(ama).fill(EVERYTHING)
    assert Erasure.objects.filter(label="people.Account", row=str(ama.pk)).exists()
