"""The terminal speaks the language it is set to, also where there is no house."""

from pathlib import Path

import pytest

from openchair.cli.tests.test_command import openchair
from openchair.cli.words import language

SPANISH = {"LANGUAGE": "", "LC_ALL": "es_MX.UTF-8"}


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "es_ES.UTF-8"}, "es"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "es"}, "es"),
        ({"LANG": "es", "LC_MESSAGES": "C.UTF-8"}, "en"),
        ({"LANG": "es", "LANGUAGE": "en:es"}, "en"),
        ({"LANG": "en", "LANGUAGE": "xx:es:en"}, "es"),
        ({"LANG": "../../etc"}, "en"),
    ],
)
def test_the_language_of_a_terminal(environment: dict[str, str], code: str) -> None:
    assert language(environment) == code


def test_a_lost_house_key_is_said_in_spanish(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / "keys.sqlite3").touch()
    done = openchair(home, "run", **SPANISH)
    assert done.returncode == 2
    assert "Falta la llave de la casa" in done.stderr


def test_what_argparse_says_is_in_spanish_too(tmp_path: Path) -> None:
    shown = openchair(tmp_path, "--help", **SPANISH).stdout
    assert "mostrar esta ayuda y terminar" in shown
    assert not {"usage:", "options:", "show"} & set(shown.split())
    assert "opción desconocida" in openchair(tmp_path, "nothing", **SPANISH).stderr


def test_commands_of_the_rooms_speak_it_too(tmp_path: Path) -> None:
    done = openchair(tmp_path / "home", "import-meetings", str(tmp_path / "none.json"), **SPANISH)
    assert "No hay ningún archivo" in done.stderr
