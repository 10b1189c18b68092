from openchair.pathways.choosing import around, choose
from openchair.pathways.places import LEVELS, by_heading, key, places_in


def row(**names: str) -> tuple[str, ...]:
    return tuple(names.get(level, "") for level in LEVELS)


ROWS = [
    row(section="Bronx", town="New York", county="Bronx", region="NY", nation="USA"),
    row(county="Bronx", region="NY", nation="U.S.A"),
    row(section="Brooklyn", county="Kings", region="NY"),
    row(section="Brooklyn", town="New York", county="Kings", region="NY"),
    row(section="Manhattan", town="New York", county="New York", region="NY"),
    row(town="Albany", county="Albany ", region="NY"),
    row(town="Colonie", county="Albany", region="NY"),
    row(neighbourhood="Downtown", town="Syracuse", region="NY"),
    row(neighbourhood="Downtown", town="Binghamton", region="NY"),
    row(neighbourhood="Sound View", section="Bronx", town="New York", county="Bronx", region="NY"),
    row(neighbourhood="soundview", section="Bronx", town="New York", county="Bronx", region="NY"),
    row(town="COSTA MESA", region="CA"),
    row(town="Costa Mesa", region="CA"),
    row(county="Sullivan", region="NY"),
    row(county="Sullivan", region="NH"),
]
PLACES = places_in(ROWS)


def labels(said: str) -> list[str]:
    return [place.label for place in choose(said, PLACES).places]


def test_keys():
    assert key("Kings County") == key("kings ") == "kings"
    assert key("The Bronx") == key("Bronx")
    assert key("Greenpoint (Brooklyn)") == key("Greenpoint")
    assert key("St. Albans") == key("St Albans")
    assert key("Montréal") == key("Montreal")
    assert key("U.S.A", "nation") == key("United States", "nation")
    assert key("County") == "county"


def test_one_name_at_two_levels_is_one_place_unless_a_row_says_otherwise():
    assert labels("Bronx") == ["Bronx"]
    assert labels("Albany") == ["Albany (county)", "Albany (town)"]
    assert labels("Albany County") == ["Albany (county)"]
    assert labels("New York") == ["New York (county)", "New York (town)"]


def test_namesakes_are_told_apart_by_where_they_lie():
    assert labels("Downtown") == ["Downtown, Binghamton", "Downtown, Syracuse"]
    assert labels("downtown, syracuse") == ["Downtown, Syracuse"]
    assert labels("Sullivan") == ["Sullivan, NH", "Sullivan, NY"]
    (one,) = choose("Sullivan, NH", PLACES).places
    assert one.parts[0].holds(dict(zip(LEVELS, ROWS[-1], strict=True)))
    assert not one.parts[0].holds(dict(zip(LEVELS, ROWS[-2], strict=True)))


def test_spellings_of_one_name_are_one_place():
    assert len(labels("soundview")) == 1
    assert labels("costa mesa") == ["Costa Mesa"]
    assert labels("usa") == ["USA"] or labels("usa") == ["U.S.A"]


def test_nothing_said_is_everywhere():
    assert not choose("  ", PLACES).is_unknown
    assert choose("  ", PLACES).holds(dict(zip(LEVELS, ROWS[0], strict=True)))


def test_an_unknown_name_has_suggestions():
    chosen = choose("Broklyn", PLACES)
    assert chosen.is_unknown
    assert [place.label for place in chosen.suggested] == ["Brooklyn"]
    assert choose("Zzz", PLACES).suggested == ()


def test_the_next_wider_place():
    wider = around(choose("Sound View", PLACES), PLACES)
    assert wider is not None
    assert wider.label == "Bronx"
    assert around(choose("NY", PLACES), PLACES) is None


def test_every_place_stands_under_a_heading():
    shown = [place for _heading, places in by_heading(PLACES) for place in places]
    assert len(shown) == len(PLACES)


def test_a_name_without_its_wider_place_goes_to_its_only_namesake():
    places = places_in([row(town="Troy", region="NY"), row(town="Troy")])
    assert [place.label for place in places if place.level == "town"] == ["Troy"]
    three = places_in(
        [row(town="Troy", region="NY"), row(town="Troy"), row(town="Troy", region="MI")]
    )
    assert len([place for place in three if place.level == "town"]) == 3
