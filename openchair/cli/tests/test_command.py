"""The command as someone types it: in a process of its own, in a house of its own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from openchair.cli import __main__ as command
from openchair.cli.logs import Wordless


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])


def openchair(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    own = {
        "OPENCHAIR_HOME": str(home),
        "OPENCHAIR_KEY_FILE": str(home.parent / "house.key"),
        "OPENCHAIR_PORT": str(a_free_port()),
    }
    others = {n: v for n, v in os.environ.items() if not n.startswith(("OPENCHAIR_", "DATABASE_"))}
    return subprocess.run(
        [sys.executable, "-P", "-m", "openchair.cli", *words],
        env=others | own | more,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_lost_house_key_is_said_in_a_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "keys.sqlite3").touch()
    (home / "house.sqlite3").touch()
    for verb in ("run", "check"):
        done = openchair(home, verb)
        assert done.returncode == 2
        assert "The house key is missing" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_key_file_with_something_else_in_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "house.key").write_text("my shopping list")
    done = openchair(tmp_path / "home", "run")
    assert done.returncode == 2
    assert "no house key" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_makes_no_house_where_there_is_none(tmp_path: Path) -> None:
    done = openchair(tmp_path / "home", "check")
    assert done.returncode == 1
    assert "There is no house" in done.stderr
    assert not (tmp_path / "home").exists()


def test_a_port_in_use_is_said_before_anything_is_done(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = openchair(tmp_path / "home", "run", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home" / "house.sqlite3").exists()


def test_a_database_that_does_not_answer_is_said_at_once(tmp_path: Path) -> None:
    nobody = "postgres://someone:secret@127.0.0.1:9/house"
    done = openchair(tmp_path / "home", "run", DATABASE_URL=nobody)
    assert done.returncode == 1
    assert "does not answer" in done.stderr
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_settings_file_is_named(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "openchair.toml").write_text("port = = 3")
    done = openchair(home, "run")
    assert done.returncode == 1
    assert "openchair.toml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eight", ""])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(SystemExit):
        command.understand(["demo", f"--port={port}"])


def test_options_of_passed_on_words_are_left_to_them() -> None:
    asked = command.understand(["import-meetings", "--zone", "Europe/Paris", "list.json"])
    assert asked.words == ["--zone", "Europe/Paris", "list.json"]


def test_a_log_line_carries_no_words() -> None:
    try:
        raise ValueError("what she wrote at night")
    except ValueError:
        line = Wordless().formatException(sys.exc_info())
    assert "what she wrote" not in line
    assert line.startswith("ValueError at ")
