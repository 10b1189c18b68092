"""`openchair check` on a house of its own, sound and then not."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from openchair.cli.tests.test_command import openchair

OPEN_HOUSE = """
from datetime import UTC, datetime, time
from openchair.house import actions
from openchair.house.models import Duty, HelpLine
from openchair.people.actions import arrive
at = datetime.now(UTC)
night = {"night_from": time(21), "night_until": time(8), "zone": "UTC"}
actions.found(name="Elm House", neutral_name="Elm", country="BE", emergency_number="112",
              no_independent_person=True)
for name in ("Ralf", "Chiara"):
    actions.give_duty(arrive(name=name, adult=True, at=at, **night), Duty.STEWARD, since=at.date())
HelpLine.objects.create(name="Night bell", what="x", call="1", hours="x", checked_on=at.date())
actions.mark_done("key", on=at.date())
"""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("sound") / "home"
    assert openchair(home, "manage", "migrate", "--verbosity=0").returncode == 0
    done = openchair(home, "manage", "shell", "--no-imports", "-c", OPEN_HOUSE)
    assert done.returncode == 0, done.stderr
    assert openchair(home, "backup").returncode == 0
    assert openchair(home, "check").returncode == 0  # the key file bears its house's mark now
    return home


def in_the_house(home: Path, sentence: str) -> None:
    with closing(sqlite3.connect(home / "house.sqlite3")) as rows, rows:
        rows.execute(sentence)


@pytest.fixture
def home(sound: Path, tmp_path: Path) -> Path:
    shutil.copy(sound.parent / "house.key", tmp_path)
    return Path(shutil.copytree(sound, tmp_path / "home"))


def test_a_sound_house_is_said_to_be_well(home: Path) -> None:
    done = openchair(home, "check")
    assert done.returncode == 0
    assert done.stderr.splitlines() == [
        "All is well: the words open, and the rows are as they should be.",
        "No mail server is named, so nobody can come back on another device without a recovery code or a passkey.",
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE house_house SET state = 'setting up', name = ''", "The next step is: A name."),
        ("UPDATE house_house SET no_independent_person = 0", "Nobody listens independently"),
        ("UPDATE house_helpline SET checked_on = '2020-01-01'", "“Night bell” has to be compared"),
        ("DELETE FROM house_helpline", "No help line has been checked."),
        ("DELETE FROM house_stepdone", "The key sheet has not been printed"),
        ("DELETE FROM house_role", "Nobody looks after this house."),
        ("DELETE FROM house_house", "Start it with: bin/openchair run"),
        (
            "DELETE FROM django_migrations WHERE app = 'house' AND name LIKE '0002%'",
            "Bring it forward",
        ),
    ],
)
def test_what_must_be_done_is_said_plainly(home: Path, change: str, sentence: str) -> None:
    in_the_house(home, change)
    done = openchair(home, "check")
    assert done.returncode == 1
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_one_steward_alone_is_worth_knowing_and_no_fault(home: Path) -> None:
    in_the_house(home, "DELETE FROM house_role WHERE id = (SELECT min(id) FROM house_role)")
    done = openchair(home, "check")
    assert done.returncode == 0
    assert "One person alone looks after this house." in done.stderr


def test_a_folder_open_to_others_is_said(home: Path) -> None:
    home.chmod(0o755)
    done = openchair(home, "check")
    assert done.returncode == 1
    assert "Others on this machine may read" in done.stderr


def test_a_damaged_database_is_said_and_left_as_it_is(home: Path) -> None:
    database = home / "house.sqlite3"
    for log in home.glob("house.sqlite3-*"):
        log.unlink()
    database.write_bytes(b"x" * 100 + database.read_bytes()[100:])
    before = database.read_bytes()
    done = openchair(home, "check")
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert "Traceback" not in done.stderr
    assert database.read_bytes() == before


def test_the_key_of_another_house_is_said(home: Path) -> None:
    assert openchair(home.parent / "other" / "home", "manage", "check").returncode == 0
    other = (home.parent / "other" / "house.key").read_text()
    (home.parent / "house.key").unlink()
    (home.parent / "house.key").write_text(other)
    for verb in ("run", "check"):
        done = openchair(home, verb)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
