"""Which letters are mailed is one's own choice; that they do not arrive is told inside."""

import pytest

from openchair.delivery.kinds import ALWAYS
from openchair.delivery.models import Unreached, Unwanted
from openchair.delivery.queries import does_not_arrive, switched_off
from openchair.delivery.reaching import trace_of
from openchair.house.models import House
from openchair.journeys.post.views import CHOICES
from openchair.journeys.sending import language_for
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Person
from openchair.testing.scenes import Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db
PAGE = "/mine/letters/"


def not_reached(person) -> None:
    with acting_for_the_house("tests"):
        Unreached.objects.create(to=person, trace=trace_of(person.email), since="2026-03-03T12:00Z")


def test_someone_switches_a_kind_off_and_on_again(scene: Scene) -> None:
    lin = scene.people["Lin"]
    guest = Guest(lin)
    form = guest.form(PAGE)
    form.fields.pop("mailed")
    assert guest.send(form).status_code == 302
    assert switched_off(lin) == set(CHOICES)
    assert "Kept." in guest.get(f"{PAGE}?kept=1").text
    guest.client.post(PAGE, guest.form(PAGE).fields | {"mailed": [kind.value for kind in CHOICES]})
    assert switched_off(lin) == set()


def test_what_is_always_sent_cannot_be_switched_off(scene: Scene) -> None:
    lin = scene.people["Lin"]
    Guest(lin).fill(PAGE, mailed="security")
    assert not switched_off(lin) & ALWAYS
    assert not set(CHOICES) & ALWAYS


def test_twice_is_once(scene: Scene) -> None:
    lin = scene.people["Lin"]
    guest = Guest(lin)
    form = guest.form(PAGE)
    form.fields.pop("mailed")
    first, second = guest.send(form), guest.send(form)
    assert first["Location"] == second["Location"]
    with acting_for_the_house("tests"):
        assert Unwanted.objects.filter(to=lin).count() == len(CHOICES)


def test_a_visitor_is_asked_to_sign_in(scene: Scene) -> None:
    assert Guest().get(PAGE).status_code == 302
    assert Guest().post("/mine/letters/again/").status_code == 401


def test_that_letters_do_not_arrive_is_told_inside_and_can_be_put_right(scene: Scene) -> None:
    lin = scene.people["Lin"]
    guest, told = Guest(lin), "Letters to your address do not arrive."
    assert told not in guest.get(PAGE).text
    not_reached(lin)
    assert told in guest.get(PAGE).text
    assert told in guest.get("/today/").text
    assert guest.press(PAGE, "/mine/letters/again/").status_code == 302
    assert not does_not_arrive(lin, lin.email)
    assert told not in guest.get(PAGE).text


def test_who_chose_no_language_is_written_to_as_the_house_speaks(scene: Scene) -> None:
    lin = scene.people["Lin"]
    with acting_for_the_house("tests"):
        House.objects.update(languages="es en")
        Person.objects.filter(account=lin).update(language="")
        assert language_for(lin) == "es"
        Person.objects.filter(account=lin).update(language="en")
        assert language_for(lin) == "en"


def test_nobody_else_is_told(scene: Scene) -> None:
    not_reached(scene.people["Lin"])
    assert "do not arrive" not in Guest(scene.people["Ama"]).get("/today/").text
