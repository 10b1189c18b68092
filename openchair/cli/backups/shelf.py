"""The folder in which backups lie: their names, which is the newest, and when one is thrown away."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from openchair.cli.troubles import Trouble
from openchair.cli.words import _
from openchair.config import Config
from openchair.house.backups import MOMENT, moment_of

KEPT_FOR = timedelta(days=14)
A_DAY = timedelta(days=1)
FILES_OF_KEYS = 2
ROWS, KEYS = ".rows", ".keys"
BEGUN = ".begun"


class Backup(NamedTuple):
    rows: Path
    keys: Path


def named(config: Config, at: datetime) -> Backup:
    """Where the backup of this moment lies."""
    name = f"house-{at.astimezone(UTC).strftime(MOMENT)}"
    return Backup(config.backups / f"{name}{ROWS}", config.backups / f"{name}{KEYS}")


def begun(path: Path) -> Path:
    """Its name until it is known to be whole."""
    return path.with_name(path.name + BEGUN)


def made(folder: Path, kind: str) -> list[Path]:
    """The newest first."""
    here = (path for path in folder.glob(f"house-*{kind}") if moment_of(path))
    return sorted(here, key=lambda path: path.name, reverse=True)


def keys_for(rows: Path) -> Path:
    """The newest keys that lie beside it: what was erased since is erased in them too."""
    found = made(rows.parent, KEYS)
    if not found:
        raise Trouble(
            _(
                "No file of keys lies beside %(file)s, and without keys no word in it can be read.\n"
                "Put the newest one (it ends in .keys) into the same folder and try again."
            )
            % {"file": rows}
        )
    return found[0]


def throw_away_old(config: Config, at: datetime) -> None:
    """Rows after fourteen days, all keys but the newest two, and what was begun and left a day ago. Only
    after a new one is whole."""
    for path in [*_older(config.backups, ROWS, at - KEPT_FOR), *_old_keys(config.backups)]:
        path.unlink()
    for kind in (ROWS, KEYS):
        for path in _older(config.backups, kind + BEGUN, at - A_DAY):
            path.unlink()


def _old_keys(folder: Path) -> list[Path]:
    return made(folder, KEYS)[FILES_OF_KEYS:]


def _older(folder: Path, kind: str, than: datetime) -> Iterator[Path]:
    for path in made(folder, kind):
        moment = moment_of(path)
        if moment and moment < than:
            yield path
