"""A duty is handed to one person, who says yes; it is put down by who holds it, and never left to nobody."""

import re
from datetime import timedelta

import pytest

from openchair.house import actions
from openchair.house.models import Duty, Event, EventKind, HandOver, Role
from openchair.house.queries import duties_of, has_duty, held, the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

DUTIES = "/house/duties/"


def asked(scene: Scene, duty: Duty) -> str:
    """The path of the letter that Ralf was given to hand over."""
    ralf = Guest(scene.people["Ralf"])
    ralf.press(DUTIES, f"{DUTIES}{duty}/ask/")
    found = re.findall(r"/h/[\w-]+/", ralf.get(DUTIES).text)
    assert found
    return str(found[0])


def steward(scene: Scene, name: str) -> Account:
    account = scene.people[name]
    actions.give_duty(account, Duty.STEWARD, since=NOON.date(), shown_as=name)
    return account


@pytest.mark.parametrize("duty", [Duty.STEWARD, Duty.HOST])
def test_someone_who_is_known_says_yes(scene: Scene, duty: Duty) -> None:
    letter, omar = asked(scene, duty), Guest(scene.people["Omar"])
    assert "asks you" in omar.get(letter).text
    assert omar.fill(letter, shown_as="Omar")["Location"] == "/house/"
    assert has_duty(scene.people["Omar"], duty)


def test_someone_new_arrives_for_it_and_is_signed_in(scene: Scene) -> None:
    letter, joost = asked(scene, Duty.EAR), Guest()
    answer = joost.fill(letter, name="Joost", shown_as="Joost, who listens", adult="yes")
    assert answer.status_code == 302
    assert joost.is_signed_in
    house = the_house()
    assert house
    assert "Joost, who listens" in house.listener
    assert "Joost, who listens" in Guest().get("/safety/").text


def test_looking_uses_nothing_up_and_a_yes_does(scene: Scene) -> None:
    letter = asked(scene, Duty.HOST)
    for _look in range(2):
        assert Guest().get(letter).status_code == 200
    Guest(scene.people["Omar"]).fill(letter, shown_as="Omar")
    late = Guest().get(letter)
    assert late.status_code == 404
    assert "It was nothing you did." in late.text


def test_a_yes_pressed_twice_is_one_yes(scene: Scene) -> None:
    letter, joost = asked(scene, Duty.HOST), Guest()
    form = joost.form(letter)
    said = {"name": "Joost", "shown_as": "Joost", "adult": "yes"}
    answers = [joost.send(form, **said).status_code for _press in range(2)]
    assert answers[0] == 302
    assert held()[Duty.HOST] == 2
    assert joost.is_signed_in


def test_a_letter_taken_back_or_lapsed_is_closed(scene: Scene) -> None:
    ralf = scene.people["Ralf"]
    first = actions.ask(ralf, Duty.HOST, at=NOON)
    actions.take_back(ralf, first)
    old = actions.ask(ralf, Duty.EAR, at=NOON - timedelta(days=15))
    for token in (first.token, old.token, "nobody-ever-asked"):
        assert Guest().get(f"/h/{token}/").status_code == 404
        assert Guest().post(f"/h/{token}/").status_code in (400, 404)


def test_a_new_letter_ends_the_one_before(scene: Scene) -> None:
    first, second = asked(scene, Duty.HOST), asked(scene, Duty.HOST)
    assert Guest().get(first).status_code == 404
    assert Guest().get(second).status_code == 200


def test_what_a_steward_asked_ends_with_their_duty(scene: Scene) -> None:
    letter, chiara = asked(scene, Duty.HOST), steward(scene, "Chiara")
    role = Role.objects.for_viewer(chiara).get(account=scene.people["Ralf"], duty=Duty.STEWARD)
    actions.end_duty(chiara, role, at=NOON)
    assert Guest().get(letter).status_code == 404


@pytest.mark.parametrize("who", ["Chiara", "Ralf"])
def test_the_listener_is_never_host_or_steward(scene: Scene, who: str) -> None:
    letter = asked(scene, Duty.EAR)
    answer = Guest(scene.people[who]).fill(letter, shown_as=who)
    assert answer.status_code == 409
    assert "nothing else" in answer.text
    assert not has_duty(scene.people[who], Duty.EAR)


@pytest.mark.parametrize("duty", [Duty.STEWARD, Duty.HOST])
def test_a_listener_takes_no_other_duty(scene: Scene, duty: Duty) -> None:
    answer = Guest(scene.people["Harriet"]).fill(asked(scene, duty), shown_as="Harriet")
    assert answer.status_code == 409
    assert duties_of(scene.people["Harriet"]) == {Duty.EAR}


def test_nobody_takes_what_they_have(scene: Scene) -> None:
    answer = Guest(scene.people["Chiara"]).fill(asked(scene, Duty.HOST), shown_as="Chiara")
    assert answer.status_code == 409
    assert "for someone else" in answer.text


def test_a_name_is_asked_and_what_was_written_stays(scene: Scene) -> None:
    answer = Guest().fill(asked(scene, Duty.HOST), name="Joost", shown_as=" ", adult="yes")
    assert answer.status_code == 422
    assert 'value="Joost"' in answer.text


@pytest.mark.parametrize("who", ["Ama", "Chiara", "Harriet"])
def test_only_a_steward_asks(scene: Scene, who: str) -> None:
    guest = Guest(scene.people[who])
    once = guest.form("/tables/start/").fields["once"]
    assert guest.post(f"{DUTIES}host/ask/", once=once).status_code == 404
    with pytest.raises(Refusal, match="Only someone"):
        actions.ask(scene.people[who], Duty.HOST, at=NOON)


def test_there_is_no_duty_of_another_name(scene: Scene) -> None:
    ralf = Guest(scene.people["Ralf"])
    once = ralf.form("/tables/start/").fields["once"]
    for path in ("king/ask/", "king/down/", "host/down/"):
        assert ralf.post(f"{DUTIES}{path}", once=once).status_code == 404


@pytest.mark.parametrize("name", ["Ralf", "Chiara", "Harriet"])
def test_i_40_the_last_one_cannot_put_it_down(scene: Scene, name: str) -> None:
    account = scene.people[name]
    (duty,) = duties_of(account)
    answer = Guest(account).press(DUTIES, f"{DUTIES}{duty}/down/")
    assert answer.status_code == 409
    assert "You are the only" in answer.text
    assert has_duty(account, duty)


@pytest.mark.parametrize(("name", "duty"), [("Ralf", Duty.STEWARD), ("Chiara", Duty.HOST)])
def test_with_another_holder_it_is_put_down_once(scene: Scene, name: str, duty: Duty) -> None:
    Guest(scene.people["Omar"]).fill(asked(scene, duty), shown_as="Omar")
    guest = Guest(scene.people[name])
    form = guest.form(DUTIES, f"{DUTIES}{duty}/down/")
    assert [guest.send(form).status_code for _press in range(2)] == [302, 303]
    assert not has_duty(scene.people[name], duty)
    assert has_duty(scene.people["Omar"], duty)


def test_the_last_listener_goes_together_with_the_truthful_line(scene: Scene) -> None:
    harriet = Guest(scene.people["Harriet"])
    harriet.fill(DUTIES, f"{DUTIES}ear/down/", nobody="yes")
    assert held()[Duty.EAR] == 0
    assert "There is no independent person in this house." in Guest().get("/safety/").text


def test_the_line_goes_when_someone_listens(scene: Scene) -> None:
    actions.put_down(scene.people["Harriet"], Duty.EAR, at=NOON, say_nobody_is_independent=True)
    Guest(scene.people["Omar"]).fill(asked(scene, Duty.EAR), shown_as="Omar")
    house = the_house()
    assert house
    assert (house.listener, house.no_independent_person) == ("Omar", False)


def test_one_steward_ends_another_s_duty_and_they_are_told(scene: Scene) -> None:
    chiara, ralf = steward(scene, "Chiara"), scene.people["Ralf"]
    role = Role.objects.for_viewer(chiara).get(account=ralf, duty=Duty.STEWARD)
    answer = Guest(chiara).press(DUTIES, f"/house/stewards/{role.pk}/end/")
    assert answer.status_code in (302, 303)
    actions.end_duty(chiara, role, at=NOON)
    assert not has_duty(ralf, Duty.STEWARD)
    assert "another steward ended it" in Guest(ralf).get("/today/").text


def test_a_steward_s_own_duty_is_put_down_not_ended(scene: Scene) -> None:
    ralf = scene.people["Ralf"]
    role = Role.objects.for_viewer(ralf).get(account=ralf, duty=Duty.STEWARD)
    with pytest.raises(Refusal, match="your own duty"):
        actions.end_duty(ralf, role, at=NOON)


def test_of_two_who_end_each_other_the_first_stays(scene: Scene) -> None:
    chiara, ralf = steward(scene, "Chiara"), scene.people["Ralf"]
    mine = Role.objects.for_viewer(chiara).get(account=chiara, duty=Duty.STEWARD)
    his = Role.objects.for_viewer(chiara).get(account=ralf, duty=Duty.STEWARD)
    actions.end_duty(chiara, his, at=NOON)
    with pytest.raises(Refusal, match="Another steward has ended it"):
        actions.end_duty(ralf, mine, at=NOON)
    assert held()[Duty.STEWARD] == 1


def test_an_outsider_ends_and_takes_back_nothing(scene: Scene) -> None:
    ralf = scene.people["Ralf"]
    letter = actions.ask(ralf, Duty.HOST, at=NOON)
    role = Role.objects.for_viewer(ralf).get(account=ralf, duty=Duty.STEWARD)
    for name in ("Ama", "Chiara"):
        guest = Guest(scene.people[name])
        once = guest.form("/tables/start/").fields["once"]
        for path in (f"/house/stewards/{role.pk}/end/", f"/house/letters/{letter.pk}/off/"):
            assert guest.post(path, once=once).status_code == 404
        actions.take_back(scene.people[name], letter)
    assert HandOver.objects.for_viewer(ralf).filter(pk=letter.pk).exists()


def test_stewards_read_what_happened_and_others_do_not(scene: Scene) -> None:
    asked(scene, Duty.HOST)
    page = Guest(scene.people["Ralf"]).get("/house/events/").text
    assert "Someone was asked to take a duty." in page
    assert "Someone was asked" not in Guest(scene.people["Harriet"]).get("/house/events/").text
    assert Guest(scene.people["Chiara"]).get("/house/events/").status_code == 404


def test_what_is_about_safety_is_for_the_listener_alone(scene: Scene) -> None:
    actions.note(EventKind.LISTENER_LETTER, at=NOON)
    page = "/house/events/"
    assert "went its way" in Guest(scene.people["Harriet"]).get(page).text
    assert "went its way" not in Guest(scene.people["Ralf"]).get(page).text


def test_after_twelve_months_it_is_forgotten(scene: Scene) -> None:
    ralf = scene.people["Ralf"]
    actions.note(EventKind.HOUSE_OPENED, at=NOON - timedelta(days=366))
    actions.note(EventKind.KEY_SHOWN, at=NOON - timedelta(days=364))
    actions.forget_old(NOON)
    kinds = {event.kind for event in Event.objects.for_viewer(ralf)}
    assert EventKind.KEY_SHOWN in kinds
    assert EventKind.HOUSE_OPENED not in kinds
