"""What the papers say is true: the map, the links, the commands; and nothing lies here that should not."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.shape import docs_map
from tests.shape.sizes import ROOT, tracked

PAPERS = sorted(path for path in tracked() if path.suffix == ".md")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)[^)]*\)")
NAMED_RECORD = re.compile(r"docs/decisions/(\d{4})")
COMMAND = re.compile(r"^\s*(?:\$ )?(?:[A-Z_]+=\S+ )?(bin/[a-z]+)(?: ([a-z][a-z-]*))?", re.MULTILINE)
FENCED = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
ONE_PAGE = 60
STYLE_LIMIT = 200
MEGABYTE = 1_000_000
# Written in two halves, so that this page does not find itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted.org", "registry" + ".npmjs", "deb" + ".debian"]
MACHINE_PATHS = re.compile(
    r"/ro" + r"ot/|/ho" + r"me/[a-z]+/|/wo" + r"rk/|/tm" + r"p/[a-z]|/Us" + r"ers/"
)


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked():
        try:
            found.append((path.relative_to(ROOT), path.read_text()))
        except UnicodeDecodeError:
            continue
    return found


def test_the_map_is_what_the_rooms_say() -> None:
    assert docs_map.MAP.read_text() == docs_map.drawn(), "Draw it again with: bin/lint --fix"


@pytest.mark.parametrize("room", docs_map.rooms())
def test_every_room_says_what_it_is_for(room: str) -> None:
    assert docs_map.says(room)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(paper: Path) -> None:
    links = [link for link in LINK.findall(paper.read_text()) if "://" not in link]
    assert [link for link in links if not (paper.parent / link).exists()] == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_in_papers_exist(paper: Path) -> None:
    shown = "\n".join(FENCED.findall(paper.read_text()))
    for command, verb in COMMAND.findall(shown):
        assert (ROOT / command).exists(), command
        if command == "bin/openchair" and verb:
            words = [ROOT / command, verb, "--help"]
            assert subprocess.run(words, capture_output=True, check=False).returncode == 0, verb


@pytest.mark.parametrize("record", DECISIONS, ids=lambda path: path.stem)
def test_decision_records_are_one_page_each(record: Path) -> None:
    text = record.read_text()
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", record.stem)
    assert re.match(rf"# {record.stem[:4]}\.? \S", text)
    assert len(text.splitlines()) <= ONE_PAGE


def test_no_two_decisions_share_a_number() -> None:
    numbers = [record.stem[:4] for record in DECISIONS]
    assert sorted(set(numbers)) == numbers


def test_named_decision_records_exist() -> None:
    known = {record.stem[:4] for record in DECISIONS}
    named = {(path, number) for path, text in texts() for number in NAMED_RECORD.findall(text)}
    assert {(str(path), number) for path, number in named if number not in known} == set()


def test_the_style_page_stays_short() -> None:
    assert len((ROOT / "STYLE.md").read_text().splitlines()) <= STYLE_LIMIT


def test_no_file_is_heavy() -> None:
    assert [str(path) for path in tracked() if path.stat().st_size > MEGABYTE] == []


def test_no_address_of_a_package_registry_is_named() -> None:
    """A house is often built behind a mirror; locks carry hashes and no addresses."""
    assert [
        (str(path), name) for path, text in texts() for name in REGISTRIES if name in text
    ] == []
    assert not [path for path in tracked() if path.name in {"uv.lock", "poetry.lock"}]


def test_no_path_of_one_machine_is_named() -> None:
    found = [
        (str(path), hit.group()) for path, text in texts() if (hit := MACHINE_PATHS.search(text))
    ]
    assert found == []


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert text.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE\n")
    assert "13. Remote Network Interaction" in text
    assert text.endswith("<https://www.gnu.org/licenses/>.\n")
