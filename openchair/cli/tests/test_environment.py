"""bin/environment.py, without the network: what it says, and what it keeps."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[3] / "bin" / "environment.py"


@pytest.fixture(scope="module")
def environment() -> ModuleType:
    spec = importlib.util.spec_from_file_location("environment", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("NewConnectionError: Network is unreachable", "could not reach it"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "THESE PACKAGES DO NOT MATCH THE HASHES"),
    ],
)
def test_what_went_wrong_is_said(environment: ModuleType, said: str, sentence: str) -> None:
    assert sentence in environment.said_plainly(said)


def test_an_environment_that_was_moved_is_laid_anew(
    environment: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "laid-at").write_text("/somewhere/else\n")
    assert not environment.belongs(tmp_path, tmp_path)
    (tmp_path / "laid-at").write_text(f"{tmp_path}\n")
    assert environment.belongs(tmp_path, tmp_path)


def test_nothing_is_fetched_when_the_locks_are_laid(
    environment: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "a.lock").write_text("thing==1\n")
    folder = tmp_path / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").touch()
    (folder / "laid-a.lock").write_text("thing==1\n")
    assert environment.main(tmp_path, ["a.lock"]) == 0
    assert (folder / "laid-at").read_text() == f"{tmp_path}\n"
    assert not (folder / "half-laid").exists()


def test_a_checkout_that_cannot_be_written_is_named(
    environment: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert environment.main(tmp_path / "absent", ["a.lock"]) == 1
    assert str(tmp_path / "absent" / ".venv") in capsys.readouterr().err
