import os
from pathlib import Path

import pytest

from openchair.cli import demo_home
from openchair.cli.troubles import Trouble


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("OPENCHAIR_HOME", str(home))
    monkeypatch.setenv("OPENCHAIR_DEMO", "")
    return home


def test_a_new_demo_marks_its_folder(home: Path) -> None:
    with demo_home.held(fresh=False):
        assert (home / demo_home.MARK).exists()


def test_a_demo_never_opens_a_real_house(home: Path) -> None:
    home.mkdir()
    (home / "house.sqlite3").write_text("people live here")
    for fresh in (False, True):
        with pytest.raises(Trouble, match="real house"), demo_home.held(fresh=fresh):
            pass
    assert (home / "house.sqlite3").read_text() == "people live here"


def test_a_demo_opens_again_as_it_was_left(home: Path) -> None:
    with demo_home.held(fresh=False):
        (home / "house.sqlite3").write_text("made up")
    with demo_home.held(fresh=False):
        assert (home / "house.sqlite3").exists()


def test_fresh_starts_over(home: Path) -> None:
    with demo_home.held(fresh=False):
        (home / "house.sqlite3").write_text("made up")
        (home / "static").mkdir()
        (home / "openchair.toml").write_text('host = "127.0.0.1"')
    with demo_home.held(fresh=True):
        assert {thing.name for thing in home.iterdir()} == {demo_home.MARK, "openchair.toml"}


def test_fresh_leaves_an_open_demo_alone(home: Path) -> None:
    with demo_home.held(fresh=False):
        (home / "house.sqlite3").write_text("made up")
        with pytest.raises(Trouble, match="already open"), demo_home.held(fresh=True):
            pass
        assert (home / "house.sqlite3").exists()


@pytest.mark.usefixtures("home")
def test_a_demo_leaves_a_named_database_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://host/real")
    with demo_home.held(fresh=False):
        assert "DATABASE_URL" not in os.environ
