"""The ratchet: loosened only by a decision record (docs/decisions/0014)."""

import pytest

from tests.shape import sizes

HOUSE = sizes.house()
LONGEST_FILE = 300
VIEW = 12
ODD_NAMES = {"utils", "util", "helpers", "services", "managers", "common", "core", "misc"}


def test_functions_are_short() -> None:
    found = sizes.functions(HOUSE)
    assert found.median <= 4
    assert found.mean <= 7
    assert found.ninetieth <= 15


def test_no_function_is_longer_than_a_page() -> None:
    long = [f"{m.name}:{f.name}" for m in HOUSE for f in m.functions() if m.size(f) > 40]
    assert long == []


def test_files_are_short() -> None:
    found = sizes.files(HOUSE)
    assert found.median <= 40
    assert found.ninetieth <= 130


def test_no_file_is_longer_than_it_may_be() -> None:
    """Tests and scripts too: past this a file becomes a folder of the same name."""
    ours = [path for path in sizes.tracked() if path.suffix in {".py", ".js", ".html", ".sh"}]
    own = [path for path in ours if not {"vendor", "migrations"} & set(path.parts)]
    long = [str(path) for path in own if len(path.read_text().splitlines()) > LONGEST_FILE]
    assert long == []


def test_views_do_one_thing() -> None:
    assert {name: size for name, size in sizes.views(HOUSE).items() if size > VIEW} == {}


def test_every_public_function_is_annotated() -> None:
    assert sizes.unannotated(HOUSE) == []


def test_no_step_is_hidden() -> None:
    assert sizes.hidden_steps(HOUSE) == []


def test_no_rooms_import_in_a_circle() -> None:
    assert sizes.cycles(sizes.room_imports(HOUSE)) == []


def test_dependencies_stay_few() -> None:
    assert len(sizes.runtime_dependencies()) <= 20


def test_styles_and_scripts_stay_readable_without_a_build() -> None:
    assert sizes.lines_of(".js") <= 1000
    assert sizes.lines_of(".css") <= 4000


def test_names_say_what_they_are() -> None:
    """A drawer named `utils` is where things are put that nobody found a room for."""
    parts = {part for path in sizes.PACKAGE.rglob("*.py") for part in path.with_suffix("").parts}
    assert parts & ODD_NAMES == set()


@pytest.mark.parametrize(
    ("imports", "found"),
    [
        ({"a": {"b"}, "b": {"a"}}, [("a", "b")]),
        ({"a": {"b"}, "b": {"c"}, "c": {"a"}}, [("a", "b"), ("a", "c"), ("b", "c")]),
        ({"a": {"b"}, "b": set()}, []),
    ],
)
def test_a_circle_of_imports_would_be_seen(
    imports: dict[str, set[str]], found: list[tuple[str, str]]
) -> None:
    assert sorted(sizes.cycles(imports)) == found
