"""The language of a page: the person's, the address's, the browser's, the house's; never a cookie."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.house.models import House
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Person
from openchair.testing.scenes import Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db
SPANISH = {"accept-language": "es-MX,es;q=0.9"}


def lang(answer) -> str:
    assert 'dir="ltr"' in answer.text
    return str(answer.text.split('<html lang="')[1].split('"')[0])


def choose(person, language: str) -> None:
    with acting_for_the_house("tests"):
        Person.objects.filter(account=person).update(language=language)


def test_a_visitor_reads_what_their_browser_asks_for(scene: Scene) -> None:
    answer = Guest().client.get("/safety/", headers=SPANISH)
    assert lang(answer) == answer.headers["Content-Language"] == "es"
    assert "Salir ya" in answer.text


def test_the_address_says_otherwise(scene: Scene) -> None:
    assert lang(Guest().client.get("/safety/?lang=en", headers=SPANISH)) == "en"
    assert lang(Guest().get("/safety/?lang=es")) == "es"


@pytest.mark.parametrize("nonsense", ["xx", "../es", "es-", "", "ar-xb"])
def test_a_language_that_is_not_here_changes_nothing(scene: Scene, nonsense: str) -> None:
    assert lang(Guest().get(f"/safety/?lang={nonsense}")) == "en"


def test_a_choice_goes_from_page_to_page_without_a_cookie(scene: Scene) -> None:
    visitor = Guest()
    came_from = {"referer": "http://localhost/safety/?lang=es", "host": "localhost"}
    answer = visitor.client.get("/now/?show=all", headers=came_from)
    assert answer.status_code == 302
    assert answer["Location"] == "/now/?show=all&lang=es"
    assert not visitor.client.cookies


def test_another_site_chooses_nothing(scene: Scene) -> None:
    elsewhere = {"referer": "http://elsewhere.example/?lang=es"}
    assert Guest().client.get("/now/", headers=elsewhere).status_code == 200


def test_every_page_of_a_visitor_offers_the_others(scene: Scene) -> None:
    assert '<a href="?lang=es" lang="es" hreflang="es">español</a>' in Guest().get("/safety/").text
    spanish = Guest().get("/meetings/?words=tea&lang=es").text
    assert 'href="?words=tea&amp;lang=en" lang="en"' in spanish


def test_what_a_person_chose_goes_before_all_else(scene: Scene) -> None:
    lin = scene.people["Lin"]
    choose(lin, "es")
    page = Guest(lin).client.get("/today/?lang=en", headers={"accept-language": "en"})
    assert lang(page) == "es"
    assert "hreflang" not in page.text
    choose(lin, "")
    assert lang(Guest(lin).client.get("/today/", headers=SPANISH)) == "es"


def test_a_page_that_is_not_there_speaks_it_too(scene: Scene) -> None:
    choose(scene.people["Lin"], "es")
    assert lang(Guest(scene.people["Lin"]).get("/nothing/here/")) == "es"


def test_where_nobody_says_anything_the_house_does(scene: Scene) -> None:
    with acting_for_the_house("tests"):
        House.objects.update(languages="es en")
    assert lang(Guest().client.get("/safety/", headers={"accept-language": "fi"})) == "es"


def test_the_person_is_looked_up_once(scene: Scene) -> None:
    guest = Guest(scene.people["Lin"])
    with CaptureQueriesContext(connection) as asked:
        guest.get("/mine/letters/")
    people = [one for one in asked if one["sql"].startswith('SELECT "people_person"')]
    assert len(people) == 1
