"""Words said to some by name, behind a line, said otherwise later, to fewer or to more."""

from datetime import timedelta
from typing import Any

import pytest

from openchair.circles.models import SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account, Block
from openchair.sharing import actions, keeping
from openchair.sharing.models import Audience, Need, Reader, Share, ShareKind
from openchair.sharing.namelessness import take_name_off
from openchair.testing.scenes import Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest

WORDS, HOUR = "The results came.", timedelta(hours=1)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def page(scene: Scene, name: str) -> str:
    return str(Guest(scene.people[name]).get(table(scene)).text)


def say_to(scene: Scene, name: str, *to: str, **more: Any) -> Share:
    said: dict[str, Any] = {
        "words": WORDS,
        "kind": ShareKind.JUST_WORDS,
        "need": None,
        "at": scene.at - HOUR,
    }
    seat, readers = scene.seat(name, "Tuesday"), [scene.people[one].pk for one in to]
    said |= {"audience": Audience.CHOSEN, "readers": readers}
    return actions.say(scene.people[name], seat, **(said | more))


def change(scene: Scene, share: Share, audience: Audience, *to: str, **more: Any) -> Share:
    ama, readers = scene.people["Ama"], [scene.people[one].pk for one in to]
    said: dict[str, Any] = {
        "words": WORDS,
        "warning": "",
        "need": Need.READ,
        "at": scene.at,
        "readers": readers,
    }
    seat, read = scene.seat("Ama", "Tuesday"), as_read_by(ama, share)
    return actions.change(ama, seat, read, **(said | {"audience": audience} | more))


def may_read(scene: Scene, share: Share) -> set[str]:
    return {
        name
        for name, account in scene.people.items()
        if Share.objects.for_viewer(account).filter(pk=share.pk).exists()
    }


def test_a_few_by_name_read_it_and_hear_of_it(scene: Scene) -> None:
    share = say_to(scene, "Ama", "Dev", "Els")
    assert may_read(scene, share) == {"Ama", "Dev", "Els"}
    assert "Besides you, Dev and Els may read this." in page(scene, "Ama")
    assert "Said to you and Els." in page(scene, "Dev")
    assert "Ama said something to you." in Guest(scene.people["Els"]).get("/today/").text
    assert "Ama said something to you." not in Guest(scene.people["Lin"]).get("/today/").text


def test_the_box_begins_where_the_last_words_went(scene: Scene) -> None:
    say_to(scene, "Ama", "Dev", "Els")
    assert "Dev and Els may read it, as last time." in page(scene, "Ama")
    leave(scene, "Dev")
    assert "Els may read it, as last time." in page(scene, "Ama")
    leave(scene, "Els")
    form = Guest(scene.people["Ama"]).form(table(scene), table(scene))
    assert form.fields["audience"] == "only-me"


def leave(scene: Scene, name: str) -> None:
    seat = scene.seat(name, "Tuesday")
    seat.state, seat.door_open_until = SeatState.LEFT, scene.at + HOUR
    seat.save()


def test_nobody_is_chosen_who_does_not_sit_there(scene: Scene) -> None:
    for name in ("Omar", "Noor", "Ines"):  # at no table, a visitor, at another table
        with pytest.raises(Refusal, match="does not sit here now"):
            say_to(scene, "Ama", "Dev", name)
    with pytest.raises(Refusal, match="at least one person"):
        say_to(scene, "Ama")


def test_whom_one_keeps_apart_is_as_if_they_did_not_sit_there(scene: Scene) -> None:
    ama, dev = scene.people["Ama"], scene.people["Dev"]
    share = say_to(scene, "Ama", "Dev", "Els")
    with acting_for_the_house("laying rows for a test"):
        Block.objects.create(by=dev, of=ama, set_at=scene.at)
    assert may_read(scene, share) == {"Ama", "Els"}
    with pytest.raises(Refusal, match="does not sit here now"):
        say_to(scene, "Ama", "Dev")


def test_who_left_reads_it_no_more(scene: Scene) -> None:
    share = say_to(scene, "Ama", "Dev")
    leave(scene, "Dev")
    assert may_read(scene, share) == {"Ama"}


def test_a_line_before_it_is_read_first(scene: Scene) -> None:
    share = say_to(scene, "Ama", "Dev", warning="About a hospital")
    theirs = page(scene, "Dev")
    assert theirs.index("<summary>About a hospital</summary>") < theirs.index(WORDS)
    assert "Behind this line of yours:" in page(scene, "Ama")
    actions.take_back(scene.people["Ama"], as_read_by(scene.people["Ama"], share), at=scene.at)
    assert "About a hospital" not in page(scene, "Dev")


def test_words_are_said_softer_and_the_old_ones_go(scene: Scene) -> None:
    share = change(scene, say_to(scene, "Ama", "Dev"), Audience.CHOSEN, "Dev", words="News came.")
    theirs = page(scene, "Dev")
    assert "News came." in theirs
    assert "Said otherwise later." in theirs
    assert WORDS not in theirs
    assert share.softened_at == scene.at
    assert share.widened_at is None


def test_narrowed_by_the_writer_alone(scene: Scene) -> None:
    share = say_to(scene, "Ama", audience=Audience.CIRCLE)
    assert {"Dev", "Els", "Lin", "Noor"} < may_read(scene, share)
    change(scene, share, Audience.CHOSEN, "Dev", "Els")
    assert may_read(scene, share) == {"Ama", "Dev", "Els"}
    change(scene, share, Audience.CHOSEN, "Els")
    assert may_read(scene, share) == {"Ama", "Els"}
    change(scene, share, Audience.ONLY_ME)
    assert may_read(scene, share) == {"Ama"}
    assert not rows(share)


def rows(share: Share) -> list[Reader]:
    with acting_for_the_house("reading rows for a test"):
        return list(Reader.objects.filter(share=share.pk))


def test_who_could_read_it_keeps_reading_what_stands_under_it(scene: Scene) -> None:
    share, els = say_to(scene, "Ama", audience=Audience.CIRCLE), scene.people["Els"]
    half = scene.at - HOUR / 2
    actions.answer(els, as_read_by(els, share), words="I sit with you.", at=half)
    change(scene, share, Audience.CHOSEN, "Dev", "Els")
    assert "I sit with you." in page(scene, "Dev")


@pytest.mark.parametrize("name", ["Els", "Dev"])
def test_nobody_else_changes_them(scene: Scene, name: str) -> None:
    share = say_to(scene, "Ama", "Dev", "Els")
    guest = Guest(scene.people[name])
    assert guest.get(f"/words/{share.pk}/changing/").status_code == 409
    assert guest.post(f"/words/{share.pk}/changing/", words="x").status_code in (400, 409)


def test_what_is_typed_into_a_change_is_not_lost(scene: Scene) -> None:
    share, ama = say_to(scene, "Ama", "Dev"), Guest(scene.people["Ama"])
    path = f"/words/{share.pk}/changing/"
    form = ama.form(path, path)
    for more in ({"readers": "nonsense"}, {"audience": "everyone"}, {"need": ""}):
        again = ama.send(form, words="New words.", **more)
        assert again.status_code == 422
        assert "New words." in again.text
    assert ama.send(form, words=" ", readers=str(scene.people["Dev"].pk)).status_code == 422


def test_a_copy_says_to_whom_nobody_else_was_named(scene: Scene) -> None:
    say_to(scene, "Ama", "Dev", warning="About a hospital")
    mine = [row for row in keeping.export(scene.people["Ama"])["words"] if row["words"] == WORDS]
    assert mine[0]["warning"] == "About a hospital"
    assert mine[0]["audience"] == "chosen"
    assert "Dev" not in str(mine)


def test_forgotten_and_erased_with_the_words_and_with_the_reader(scene: Scene) -> None:
    share = say_to(scene, "Ama", "Dev", "Els")
    keeping.forget(scene.people["Els"])
    assert [row.account_id for row in rows(share)] == [scene.people["Dev"].pk]
    keeping.forget(scene.people["Ama"])
    assert not rows(share)


def test_a_name_taken_off_goes_from_what_was_said_to_some(scene: Scene) -> None:
    say_to(scene, "Ama", "Dev")
    take_name_off(Account(pk=scene.people["Ama"].pk), scene.tables["Tuesday"].pk)
    assert "Someone who sat here" in page(scene, "Dev")


def test_a_visitor_who_rests_reads_nothing_said_by_name(scene: Scene) -> None:
    share = say_to(scene, "Ama", "Dev")
    seat = scene.seat("Dev", "Tuesday")
    seat.state, seat.standing = SeatState.RESTING, SeatState.VISITING
    seat.save()
    assert may_read(scene, share) == {"Ama"}
