"""Nothing shown depends on how much people do: two worlds, in which they did it seldom and often, show the
same numbers outside dates, times and self-set limits (spec/never.md N-1, spec/model.md I-2).

This is a sample of pages, drawn anew each time; `bin/bench how_much` reads everything, and what each
press answers.
"""

import random
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps

import openchair.web
from openchair.house import actions as house
from openchair.kernel.guard import acting_for_the_house
from tests.shape.access_matrix.laid import world
from tests.shape.access_matrix.routes import Target
from tests.shape.access_matrix.world import World
from tests.shape.how_much.comparing import (
    DECLARED,
    Cell,
    a_world_where_people_did,
    compare,
    unlike,
)
from tests.shape.how_much.doing import WORDS, Doing
from tests.shape.how_much.lines import lines_of_json, lines_of_page
from tests.shape.how_much.numbers import Moments, holds_number, with_numbers
from tests.shape.how_much.reading import Reader

__all__ = ["world"]

CELLS = 100
MOST = 10
OURS = [model for model in apps.get_models() if "openchair" in model.__module__]
ONE = "one for each person, table or house"
ENDS = "it ends with the act itself, or with the next one"
NOBODYS = "of the house or its machine, and not left behind by what people do for each other"
NEVER_MORE = {
    ONE: "Account AddressChange Card Copy Erasing KeptPage Mending Person Readiness RingLine "
    "StandingAnswer Unreached Unwanted",
    ENDS: "Beside CheckInShown HandOver OnceOnly OpenChair Opening",
    NOBODYS: "HelpLine House KeyToDestroy Resource Role SetUpAddress Source StepDone",
}
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_nothing_shown_depends_on_how_much_people_do(world: World) -> None:
    seed = secrets.randbelow(10_000)
    draw = random.Random(seed)
    one = draw.choice(sorted(world.people))
    compared = compare(world, lambda cells: draw_cells(cells, seed), [one])
    print(
        f"how much: {compared.pages} pages, {compared.letters} letters, {compared.copies} copies, "
        f"{len(compared.unlike)} unlike, {len(DECLARED)} declared, seed {seed}"
    )
    assert compared.unlike == [], "\n".join(compared.unlike)
    assert len(DECLARED) <= MOST


def draw_cells(cells: list[Cell], seed: int) -> list[Cell]:
    return random.Random(seed).sample([cell for cell in cells if cell[2] == "GET"], CELLS)


@pytest.mark.django_db
def test_of_everything_that_people_leave_behind_there_is_more(world: World) -> None:
    """A new kind of row fails here until `how_much` lays it, or somebody says why there is never more."""
    counted = []
    for times in (1, 3):
        with a_world_where_people_did(world, times), acting_for_the_house("counting rows"):
            counted.append({m.__name__: m._default_manager.count() for m in OURS})
    seldom, often = counted
    never_more = {name for names in NEVER_MORE.values() for name in names.split()}
    assert {name for name in seldom if seldom[name] == often[name]} == never_more


@pytest.mark.django_db
def test_what_people_did_is_shown(world: World) -> None:
    """Else nothing would be compared."""
    cells = [("Ama", Target("circle", "circle Tuesday"), "GET"), ("Kim", Target("mine"), "GET")]
    with a_world_where_people_did(world, 1):
        shown = [Reader(world).page(*cell) for cell in cells]
    assert [one.status for one in shown] == [200, 200]
    assert WORDS in shown[0].lines


@pytest.mark.django_db
def test_a_number_that_grows_with_what_people_do_is_noticed(world: World) -> None:
    """Once in words and once in digits, on the front page: the control of the whole comparison."""

    def say_how_many(do: Doing) -> None:
        many = "Two people answered" if do.nth == 1 else f"{do.nth + 1} people answered"
        house.keep_greeting(do.who("Ralf"), greeting=many, greeter="Chiara", at=do.at)

    front = [("stranger", Target("front"), "GET")]
    found = compare(world, lambda _all: front, [], acts=(say_how_many,)).unlike
    assert found == [
        "stranger GET front [], often: 7 people answered",
        "stranger GET front [], seldom: Two people answered",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<p>{} answers</p>",
        "<p>There are <b>{}</b> answers</p>",
        '<button aria-label="{} answers">Answers</button>',
        '<li aria-setsize="{}">x</li>',
        '<a href="/" title="{} new">Today</a>',
        '<img src="/x" alt="{} people">',
        '<input type="text" name="x" value="{}">',
        '<input name="x" placeholder="{} words left">',
        "<select><option>{} of them</option></select>",
        '<progress max="9" value="{}"></progress>',
        "<svg><text>{}</text><title>x</title></svg>",
        '<ol start="{}"><li>x</li></ol>',
        "<title>({}) Today</title>",
    ],
)
def test_every_way_to_show_a_number_is_read(page: str) -> None:
    """In text, and where it is shown or spoken besides."""
    nothing = Moments(frozenset())
    seldom, often = (with_numbers(lines_of_page(page.format(n)), nothing) for n in (2, 7))
    assert list(unlike({"x": seldom}, {"x": often}))


def test_what_nobody_sees_or_hears_is_not_read() -> None:
    page = '<input type="hidden" value="7"><script>7</script><p id="a7" aria-labelledby="b7">x</p>'
    assert lines_of_page(page) == {"x"}


def test_a_list_with_numbers_shows_how_long_it_is() -> None:
    page = "<ol><li>x</li><li>y</li></ol><ul><li>z</li></ul>"
    assert lines_of_page(page) == {"1. x", "2. y", "z"}


@pytest.mark.parametrize(
    "line", ["7 answers", "Seven answers", "answered twice", "⑦", "x²", "XII: ٧"]
)
def test_digits_of_every_kind_and_words_are_numbers(line: str) -> None:
    assert holds_number(line)
    assert not holds_number("Someone answered, and nobody else.")


def test_a_moment_is_taken_out_only_if_a_row_has_it() -> None:
    moments = Moments(frozenset({"3 March", "3 March 2026, 12:00", NOON.isoformat()}))
    lines = {"Said 3 March.", "Said 3 March 2026, 12:00.", f"/at: {NOON.isoformat()}"}
    assert with_numbers(lines, moments) == frozenset()
    kept = {"Said 7 March.", "3 answers", "7 answers on the way", "Open 09:00", "13 March"}
    assert with_numbers(kept, moments) == kept


def test_every_value_of_a_copy_for_programs_is_read() -> None:
    assert lines_of_json('{"a": [{"n": 7}, {"n": 2}], "b": "own-7"}') == {
        "/a/n: 7",
        "/a/n: 2",
        "/b: own-7",
    }


def test_no_style_counts() -> None:
    """A counter in a style would be read by nobody but people."""
    sheets = list((Path(openchair.web.__file__).parent / "static").rglob("*.css"))
    assert sheets
    for sheet in sheets:
        assert not re.findall(r"counters?\(|counter-\w+:|attr\(", sheet.read_text()), sheet
