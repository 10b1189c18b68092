"""A country is chosen by its name, in the language of the page."""

from django.utils import translation

from openchair.house.countries import countries
from openchair.house.forms import PlaceForm
from openchair.house.models import House
from openchair.kernel.once import new_token
from openchair.testing.scenes import Scene
from tests.first_morning import PLACE
from tests.guest import Guest


def test_countries_stand_by_name_in_the_language_of_the_page() -> None:
    with translation.override("es"):
        names = [name for _code, name in countries()]
        assert dict(countries())["DE"] == "Alemania"
    assert names[0] == ""
    assert names.index("Egipto") < names.index("España") < names.index("Francia")


def test_a_language_that_has_no_names_borrows_the_english_ones() -> None:
    with translation.override("en-xa"):
        assert dict(countries())["DE"] == "Germany"


def test_a_union_or_a_code_for_tests_is_no_country() -> None:
    assert not {"EU", "UN", "ZZ", "XA"} & dict(countries()).keys()


def test_whoever_chose_none_or_sent_another_is_told_what_to_do() -> None:
    for said in ("", "Belgium", "EU"):
        sentence = PlaceForm(PLACE | {"country": said}).errors["country"][0]
        assert "list" in str(sentence)


def test_a_steward_chooses_another_country(scene: Scene) -> None:
    ralf = Guest(scene.people["Ralf"])
    assert '<option value="MX"' in ralf.get("/house/place/").text
    ralf.post("/house/place/", once=new_token(), **PLACE | {"country": "MX"})
    assert House.objects.get().country == "MX"
    assert '<option value="MX" selected>' in ralf.get("/house/place/").text
