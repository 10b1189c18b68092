"""The drawing of a table, spec of the drawing: design/look.md 6."""

from itertools import combinations

import pytest

from openchair.web import cloths
from openchair.web.drawing import Drawing, draw_letter_table, draw_nameless_table, draw_table
from openchair.web.drawing.labels import Label
from openchair.web.drawing.lettering import halved, shortened, width
from openchair.web.drawing.table import PAGE
from openchair.web.tests.scenes import FULL, REMEMBERED, TUESDAY, Place, seats

NAMES = [
    "You",
    "Els",
    "Ama",
    "Bert",
    "Chiara",
    "Omar",
    "Lin",
    "Dev",
    "Kofi",
    "Tarek",
    "Rosa",
    "Ines",
]
SIZES = range(2, 13)
both_ways = pytest.mark.parametrize("rtl", [False, True])


def placed(number: int, kind: str, at: int) -> list[Place]:
    """That many places, one of them of that kind."""
    places = seats(*NAMES[:number])
    word = "resting" if kind == "resting" else ""
    label = "open chair" if kind == "open" else places[at].label
    places[at] = Place(kind, label, word)
    return places


def words_of(label: Label) -> str:
    return " ".join(line for line, _ in label.lines)


def assert_names_stand_free(drawing: Drawing) -> None:
    for one, other in combinations(drawing.labels, 2):
        assert not one.box.touches(other.box), (words_of(one), words_of(other))
    for label in drawing.labels:
        assert label.box.within(PAGE), words_of(label)
        for chair in drawing.chairs:
            assert not any(disc.touches(label.box) for disc in chair.discs), words_of(label)


@both_ways
@pytest.mark.parametrize("number", SIZES)
@pytest.mark.parametrize("kind", ["seat", "resting", "open", "remembered"])
def test_names_stand_free_and_whole_at_every_table(number: int, kind: str, rtl: bool) -> None:
    for at in range(1, number):
        places = placed(number, kind, at)
        drawing = draw_table(places, rtl)
        assert_names_stand_free(drawing)
        assert [words_of(label) for label in drawing.labels] == [p.label for p in places]


@both_ways
@pytest.mark.parametrize("places", [TUESDAY, FULL, REMEMBERED])
def test_names_stand_free_at_the_tables_people_know(places: list[Place], rtl: bool) -> None:
    assert_names_stand_free(draw_table(places, rtl))


@both_ways
@pytest.mark.parametrize("number", SIZES)
def test_long_names_are_shortened_and_still_stand_free(number: int, rtl: bool) -> None:
    long = seats("You", *[f"Maximiliane-Wilhelmina {name}" for name in NAMES[1:number]])
    assert_names_stand_free(draw_table(long, rtl))


@pytest.mark.parametrize("number", SIZES)
def test_the_reader_sits_nearest_and_the_order_runs_the_way_one_reads(number: int) -> None:
    ltr, rtl = (
        draw_table(placed(number, "seat", 1)),
        draw_table(placed(number, "seat", 1), rtl=True),
    )
    assert ltr.chairs[0].y == max(chair.y for chair in ltr.chairs)
    assert (ltr.chairs[0].x, ltr.chairs[0].turn) == (200, 0)
    for one, other in zip(ltr.chairs, rtl.chairs, strict=True):
        assert one.x - 200 == pytest.approx(200 - other.x, abs=0.11)
        assert one.y == pytest.approx(other.y, abs=0.11)
    if number > 2:
        assert ltr.chairs[1].x < 200 < rtl.chairs[1].x


def test_names_beside_the_table_run_away_from_it_in_both_directions_of_reading() -> None:
    for rtl, left in ((False, "end"), (True, "start")):
        label = draw_table(TUESDAY, rtl).labels[3 if not rtl else 5]
        assert (label.x < 200, label.anchor) == (True, left)


def test_every_drinker_has_the_same_cup_and_those_who_do_not_drink_have_none() -> None:
    drawing = draw_table([*TUESDAY, Place("remembered", "Joan")])
    assert [cup.clean for cup in drawing.cups] == [False] * 3 + [True] + [False] * 3
    assert len(drawing.sprigs) == 1


def test_an_open_chair_stands_further_out_and_a_remembered_one_is_pushed_in() -> None:
    def distance(kind: str) -> float:
        chair = draw_table(placed(2, kind, 1)).chairs[1]
        return 200 - chair.y

    assert distance("open") > distance("seat") > distance("remembered")
    assert draw_table(placed(2, "open", 1)).chairs[1].turn == 180 + 18


def test_a_full_table_has_smaller_chairs() -> None:
    assert (draw_table(placed(9, "seat", 1)).radius, draw_table(placed(9, "seat", 1)).scale) == (
        108,
        1,
    )
    assert (draw_table(placed(10, "seat", 1)).radius, draw_table(placed(10, "seat", 1)).scale) == (
        96,
        0.8,
    )


def test_strangers_always_see_the_same_nameless_table() -> None:
    assert draw_nameless_table() == draw_nameless_table()
    assert not draw_nameless_table().labels


def test_the_runner_is_woven_like_the_cloth_of_the_table() -> None:
    for cloth in cloths.CLOTHS:
        runner = draw_table(TUESDAY, cloth=cloth.css).runner
        assert runner.colour == cloth.colour
        assert len(runner.threads) == 2 * len(cloth.threads)


def test_a_long_name_fits_on_the_card_of_an_invitation() -> None:
    for name in ("Jo", "Jonas", "Maximiliane-Wilhelmina von Hohenfels"):
        letter = draw_letter_table(name)
        assert width(letter.name, 24) < letter.card <= 240
    assert letter.name.endswith("…")


def test_words_break_where_both_lines_come_out_alike() -> None:
    assert halved("a chair kept for Bert") == ("a chair kept", "for Bert")
    assert halved("Bert") == ("Bert",)


def test_shortening_does_not_part_a_letter_from_its_accent() -> None:
    assert shortened("Zoe\u0308lie", width("Zoe\u0308…") - 1) == "Zo…"
    assert shortened("Zoe\u0308", 400) == "Zoe\u0308"
    assert width("語") > width("a") > width("i")
