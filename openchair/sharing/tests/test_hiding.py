"""Dangerous words: closed for oneself, hidden for all, looked at independently (spec/model.md 5.6.7)."""

from datetime import timedelta
from uuid import UUID

from openchair.circles.models import SeatState
from openchair.delivery.models import Letter
from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing import actions, erasing, retellings
from openchair.sharing.models import Answer, ClosedWords, Hidden, Share
from openchair.testing.scenes import Scene
from tests.guest import Guest

TEA = "Come and sit, I have tea."
TOWEL, STOOD = "a wet towel", "Words stood here."
HOUR = timedelta(hours=1)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def page(scene: Scene, name: str) -> str:
    return str(Guest(scene.people[name]).get(table(scene)).text)


def towel(scene: Scene) -> UUID:
    return scene.words["towel"].pk


def tea(scene: Scene) -> UUID:
    with acting_for_the_house("laying a scene"):
        return Answer.objects.get(author=scene.people["Ama"], share=towel(scene)).pk


def hide(scene: Scene, about: UUID | None = None, *, by: str = "Chiara") -> int:
    said = {"note": "how", "about": str(about or towel(scene))}
    address = f"/words/{towel(scene)}/hiding/"
    return int(Guest(scene.people[by]).fill(address, **said).status_code)


def the_row(scene: Scene, name: str) -> Hidden:
    return Hidden.objects.for_viewer(scene.people[name]).get()


def undo(account: Account, row: UUID) -> int:
    guest = Guest(account)
    once = guest.form("/tables/start/").fields["once"]
    return int(guest.post(f"/hidden/{row}/undo/", once=once).status_code)


def test_hidden_words_are_read_by_their_writer_alone(scene: Scene) -> None:
    assert hide(scene) == 302
    for name in ("Ama", "Chiara", "Noor"):
        assert TOWEL not in page(scene, name)
        assert STOOD in page(scene, name)
    assert TOWEL in page(scene, "Dev")
    assert STOOD not in page(scene, "Dev")
    for name in ("Ama", "Chiara", "Harriet"):
        viewer = scene.people[name]
        assert not Share.objects.for_viewer(viewer).filter(pk=towel(scene)).exists()
        assert (
            not Answer.objects.for_viewer(viewer).filter(share=towel(scene)).exclude(author=viewer)
        )
        assert not retellings.containing(viewer, TOWEL)
        assert Guest(viewer).get(f"/words/{towel(scene)}/").status_code == 404


def test_the_writer_reads_who_hid_them_and_why_and_keeps_their_seat(scene: Scene) -> None:
    hide(scene)
    mine = page(scene, "Dev")
    assert "Chiara, who looks after this table, hid this from the others." in mine
    assert "You can say it again without that part." in mine
    assert 'href="/listener/"' in mine
    assert scene.seat("Dev", "Tuesday").state == SeatState.SEATED
    dev = Guest(scene.people["Dev"])
    assert "Words of yours are hidden from the others." in dev.get("/today/").text
    assert dev.fill(table(scene), words="In other words.").status_code == 302


def test_nobody_answers_what_is_hidden(scene: Scene) -> None:
    guest = Guest(scene.people["Els"])
    form = guest.form(table(scene), f"/words/{towel(scene)}/answers/")
    hide(scene)
    assert guest.send(form, words="I read this before.").status_code == 404


def test_others_read_nothing_of_who_and_why(scene: Scene) -> None:
    hide(scene)
    others = page(scene, "Ama").partition("<main")[2]
    assert "You can say it again without that part." not in others
    assert "hid this" not in others


def test_the_listener_reads_the_note_and_nothing_of_the_table(scene: Scene) -> None:
    hide(scene)
    harriet = Guest(scene.people["Harriet"])
    assert "because you listen here" in harriet.get("/today/").text
    read = harriet.get("/listener/hidden/").text
    assert "You can say it again without that part." in read
    for word in ("Dev", "Tuesday", TOWEL, "Chiara"):
        assert word not in read.partition("<main")[2]


def test_what_the_listener_lets_stand_is_not_hidden_again(scene: Scene) -> None:
    hide(scene)
    harriet = Guest(scene.people["Harriet"])
    form = next(one for one in harriet.forms("/listener/hidden/") if "/undo/" in one.action)
    assert [harriet.send(form).status_code for _press in range(2)] == [302, 303]
    assert TOWEL in page(scene, "Ama")
    assert "hid this from the others" not in page(scene, "Dev")
    assert "Words of yours" not in Guest(scene.people["Dev"]).get("/today/").text
    assert "No words are hidden just now." in harriet.get("/listener/hidden/").text
    assert hide(scene) == 409
    assert TOWEL in page(scene, "Ama")


def test_whoever_hid_them_can_undo_it_and_nobody_else_at_the_table(scene: Scene) -> None:
    hide(scene)
    row = the_row(scene, "Ama").pk
    assert undo(scene.people["Ama"], row) == 409
    assert undo(scene.people["Dev"], row) == 409
    assert undo(scene.people["Omar"], row) == 404
    assert "You hid them." in page(scene, "Chiara")
    assert undo(scene.people["Chiara"], row) == 302
    assert TOWEL in page(scene, "Ama")
    assert hide(scene) == 302


def test_twice_is_once_and_one_letter_each(scene: Scene) -> None:
    guest = Guest(scene.people["Chiara"])
    form = guest.form(f"/words/{towel(scene)}/hiding/")
    said = {"note": "together", "about": str(towel(scene))}
    assert [guest.send(form, **said).status_code for _press in range(2)] == [302, 303]
    row = the_row(scene, "Dev")
    with acting_for_the_house("laying a scene"):
        told = set(Letter.objects.filter(about=row.pk).values_list("to", flat=True))
    assert told == {scene.people["Dev"].pk, scene.people["Harriet"].pk}


def test_an_answer_is_hidden_for_itself_and_its_share_stays(scene: Scene) -> None:
    assert hide(scene, tea(scene)) == 302
    for name in ("Els", "Dev", "Chiara"):
        assert TOWEL in page(scene, name)
        assert TEA not in page(scene, name)
        assert STOOD not in page(scene, name)
    assert TEA in page(scene, "Ama")
    assert "hid this from the others" in page(scene, "Ama")
    assert "You hid an answer here." in page(scene, "Chiara")
    assert not Hidden.objects.for_viewer(scene.people["Els"]).exists()
    assert undo(scene.people["Chiara"], the_row(scene, "Chiara").pk) == 302
    assert TEA in page(scene, "Els")


def test_only_who_looks_after_the_table_hides(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    read = ama.get(f"/words/{towel(scene)}/hiding/").text
    assert "Only someone who looks after this table can do this." in read
    assert 'name="note"' not in read
    once = ama.form("/tables/start/").fields["once"]
    said = {"note": "how", "once": once}
    assert ama.post(f"/words/{towel(scene)}/hiding/", **said).status_code == 409
    assert TOWEL in page(scene, "Els")


def test_at_a_table_for_two_nobody_hides_and_each_may_close(scene: Scene) -> None:
    yusuf, kettle = Guest(scene.people["Yusuf"]), scene.words["kettle"].pk
    assert "Only someone who looks after" in yusuf.get(f"/words/{kettle}/hiding/").text
    assert yusuf.fill(f"/words/{kettle}/not-for-me/").status_code == 302
    pair = f"/tables/{scene.tables['Pair'].pk}/"
    assert "You closed this for yourself" in yusuf.get(pair).text
    assert "You closed this for yourself" not in Guest(scene.people["Ines"]).get(pair).text


def test_a_note_is_chosen_and_it_is_not_one_s_own_words(scene: Scene) -> None:
    chiara = Guest(scene.people["Chiara"])
    form = chiara.form(f"/words/{towel(scene)}/hiding/")
    assert chiara.send(form).status_code == 409
    joy = scene.words["joy"].pk
    assert "No words of others stand here." in chiara.get(f"/words/{joy}/hiding/").text
    once = chiara.form("/tables/start/").fields["once"]
    said = {"note": "how", "once": once}
    assert chiara.post(f"/words/{joy}/hiding/", **said).status_code == 409


def test_hidden_words_that_are_taken_back_are_gone_like_any(scene: Scene) -> None:
    hide(scene)
    dev = scene.people["Dev"]
    actions.take_back(dev, Share.objects.for_viewer(dev).get(pk=towel(scene)), at=scene.at)
    assert "Words taken back." in page(scene, "Ama")
    assert STOOD not in page(scene, "Ama")
    assert "No words are hidden" in Guest(scene.people["Harriet"]).get("/listener/hidden/").text


def test_a_hidden_answer_that_is_taken_back_leaves_nothing(scene: Scene) -> None:
    hide(scene, tea(scene))
    ama = scene.people["Ama"]
    row = Answer.objects.for_viewer(ama).get(pk=tea(scene))
    actions.take_back_answer(ama, row, at=scene.at)
    assert "You hid an answer here." not in page(scene, "Chiara")


def test_erased_words_leave_no_trace_of_having_been_hidden(scene: Scene) -> None:
    hide(scene)
    dev = scene.people["Dev"]
    erasing.erase_words(dev, Share.objects.for_viewer(dev).get(pk=towel(scene)), at=scene.at)
    with acting_for_the_house("laying a scene"):
        assert not Hidden.objects.exists()
    assert "Words taken back." in page(scene, "Ama")


def test_a_listener_whose_words_are_hidden_does_not_look_at_it(scene: Scene) -> None:
    house.give_duty(scene.people["Dev"], Duty.EAR, since=scene.at.date())
    hide(scene)
    dev = Guest(scene.people["Dev"])
    assert "No words are hidden just now." in dev.get("/listener/hidden/").text
    assert "because you listen here" not in dev.get("/today/").text
    assert undo(scene.people["Dev"], the_row(scene, "Dev").pk) == 409


def test_words_are_closed_for_oneself_and_nobody_is_told(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    address = f"/words/{towel(scene)}/not-for-me/"
    assert els.fill(address, about=str(towel(scene))).status_code == 302
    assert "You closed this for yourself" in els.get(table(scene)).text
    for name in ("Dev", "Ama", "Chiara"):
        assert "closed this for yourself" not in page(scene, name)
        assert not ClosedWords.objects.for_viewer(scene.people[name]).exists()
    with acting_for_the_house("laying a scene"):
        assert not Letter.objects.filter(about=ClosedWords.objects.get().pk).exists()
    assert els.fill(table(scene), f"/words/{towel(scene)}/for-me-again/").status_code == 302
    assert "You closed this for yourself" not in els.get(table(scene)).text


def test_one_answer_is_closed_for_oneself(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    els.fill(f"/words/{towel(scene)}/not-for-me/", about=str(tea(scene)))
    read = els.get(table(scene)).text
    assert "Something Ama said, closed by you" in read
    assert "You closed this for yourself" not in read
    assert els.fill(table(scene), f"/words/{towel(scene)}/for-me-again/").status_code == 302
    assert "closed by you" not in els.get(table(scene)).text


def test_one_s_own_words_are_not_closed_but_taken_back(scene: Scene) -> None:
    chiara, joy = Guest(scene.people["Chiara"]), scene.words["joy"].pk
    once = chiara.form("/tables/start/").fields["once"]
    assert chiara.post(f"/words/{joy}/not-for-me/", once=once).status_code == 409


def test_what_was_meant_for_an_answer_that_is_gone_never_falls_on_the_words_above(
    scene: Scene,
) -> None:
    chiara, answer = Guest(scene.people["Chiara"]), str(tea(scene))
    pages = [f"/words/{towel(scene)}/{name}/" for name in ("hiding", "not-for-me")]
    forms = [chiara.form(one) for one in pages]
    ama = scene.people["Ama"]
    row = Answer.objects.for_viewer(ama).get(pk=answer)
    actions.take_back_answer(ama, row, at=scene.at)
    for form in forms:
        reply = chiara.send(form, note="how", about=answer)
        assert reply.status_code == 409
        assert "do not stand there any more" in reply.text
        assert chiara.post(form.action, once=form.fields["once"], about="no-id").status_code == 409
    assert TOWEL in page(scene, "Ama")
    assert not ClosedWords.objects.for_viewer(scene.people["Chiara"]).exists()
