"""Every address x every standing person x every kind of thing: nobody reads or touches what is not theirs.

This is the quick cut; `bin/bench matrix` asks for everything.
"""

import secrets

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser

from openchair.kernel.guard.models import GuardedModel
from tests.shape.access_matrix.asking import Reply
from tests.shape.access_matrix.cells import Cell, Matrix, quick_cells, rows_meant, rows_seen
from tests.shape.access_matrix.laid import world
from tests.shape.access_matrix.routes import Target
from tests.shape.access_matrix.sight import EVERYBODY
from tests.shape.access_matrix.world import World

__all__ = ["world"]

MOST = 900
GUARDED = [
    m for m in apps.get_models() if issubclass(m, GuardedModel) and "openchair" in m.__module__
]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_each_person_sees_their_rows_and_no_others(world: World, model: type[GuardedModel]) -> None:
    wrong = {}
    for person in sorted(EVERYBODY):
        seen = rows_seen(world, model, world.people.get(person) or AnonymousUser())
        if seen != (meant := rows_meant(world, model, person)):
            wrong[person] = {str(pk) for pk in seen ^ meant}
    assert wrong == {}


def test_nobody_reads_or_touches_what_is_not_theirs(world: World) -> None:
    seed = secrets.randbelow(10_000)
    tally = Matrix(world).check_all(quick_cells(world, MOST, seed))
    print(f"access matrix: {tally.cells} cells, {len(tally.leaks)} leaks, seed {seed}")
    assert tally.leaks == [], "\n".join(map(str, tally.leaks))


def test_the_matrix_notices_a_word_on_the_wrong_page(world: World) -> None:
    matrix, cell = Matrix(world), Cell("Ama", Target("today"), "GET")
    foreign = world.planted["share kettle", "words"]
    matrix._check_words(cell, Reply(200, b"", f"<p>{foreign}</p>".encode()))
    matrix._check_words(
        cell, Reply(200, f"Location: /words/{world.id('share kettle')}/".encode(), b"")
    )
    assert matrix.tally.leaks == [
        "Ama GET today [] reads words of share kettle",
        "Ama GET today [] reads id of share kettle",
    ]


def test_the_matrix_notices_a_page_that_stays_blank(world: World) -> None:
    matrix = Matrix(world)
    cell = Cell("Ama", Target("circle", "circle Tuesday"), "GET")
    matrix._check_shown(cell, Reply(200, b"", b""))
    assert len(matrix.tally.leaks) > 10


def test_the_matrix_notices_a_changed_row(world: World) -> None:
    matrix = Matrix(world)
    cell = Cell("Ama", Target("take-back", "share kettle"), "POST")
    row = {"id": world.id("share kettle").hex, "author_id": world.people["Ines"].pk.hex}
    rows = {"sharing_share": {row["id"]: row}}
    matrix._check_rows(cell, rows, rows)
    assert matrix.tally.leaks == [f"{cell} touches sharing_share {row['id']}"]
