"""Each backup put back in a folder of its own: nothing of what was erased may be in that house."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.erasure.history import ACTING, House, Noted
from bench.erasure.opening import files_with, keys_in_use, keys_of_backup
from bench.ground.house import ROOT, Folder

NO_BACKUP_YET = "No backup of this house lies there."
"""So it is in a folder where a house was only just put back."""


def restore_each(
    house: House, wrapped: dict[bytes, bytes], databases: Iterable[str], most: int | None = None
) -> None:
    """`wrapped` are the keys there were before anything was erased."""
    backups = dict(list(house.backups.items())[:most])
    expected = _found(house.folder, house)["wrong"]
    _look_at_bytes(house, house.folder.home, wrapped, "the house itself")
    for (name, noted), url in zip(backups.items(), databases, strict=False):
        folder = Folder(house.folder.home.parent / f"restored-{name}", database_url=url)
        said = run(folder, "restore", str(house.shelf / name))
        found = _found(folder, house)
        house.faults += [f"restored {name}: {line}" for line in _wrong(noted, found, house.gone)]
        house.faults += [
            f"restored {name}: check says {line}"
            for line in found["wrong"]
            if line not in expected and not line.startswith(NO_BACKUP_YET)
        ]
        _look_at_bytes(house, folder.home, wrapped, f"restored {name}")
        if "is back as it was" not in said:
            house.faults.append(f"restored {name}: {said}")
    house.lines.append(
        f"{len(backups)} backups put back: {len(house.noted)} sealed values looked for in rows, "
        f"keys and raw bytes"
    )


def run(folder: Folder, *words: str) -> str:
    """The house's own command, and what it said."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "openchair.cli", *words],
        env=folder.environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def _found(folder: Folder, house: House) -> dict[str, Any]:
    found: dict[str, Any] = folder.ask(f"{ACTING}.lying_there", account=house.who["person"])
    return found


def _wrong(noted: Noted, found: dict[str, Any], gone: list[str]) -> Iterable[str]:
    erased = {said.words for said in noted.values() if said.fate in gone}
    for word, said in noted.items():
        lying = found["words"].get(word.place)
        if said.fate not in gone and lying != said.words:
            yield f"lost: {word.place}"
        if said.fate in gone and lying:
            yield f"erased and back: {word.place} ({said.fate})"
    for place, words in found["words"].items():
        if words in erased:
            yield f"erased and lying elsewhere: {place}"
    yield from (f"the forgotten one is named in {column}" for column in found["named"])


def _look_at_bytes(house: House, home: Path, wrapped: dict[bytes, bytes], where: str) -> None:
    gone = {word: said for word, said in house.noted.items() if said.fate in house.gone}
    person = house.who["person"].replace("-", "").encode()
    words = [said.words.encode() for said in gone.values() if len(said.words) > 9]
    sealed = [word.sealed for word in gone]
    keys = [wrapped[word.key] for word in gone]
    for what, needles, glob in (
        ("an erased word", words, "*"),
        ("the seal of an erased word", sealed, "house.sqlite3*"),
        ("the key of an erased word", keys, "*.sqlite3*"),
        ("the forgotten one's id", [person], "house.sqlite3*"),
        ("the forgotten one's address", [b"els@example.org"], "*"),
    ):
        files = files_with(home, needles, glob)
        house.faults += [f"{where}: {what} lies in {file}" for file in files]


def all_keys(house: House) -> dict[bytes, bytes]:
    """As they lie wrapped now, in the house and on the shelf."""
    found = keys_in_use(house.folder.home / "keys.sqlite3")
    for path in house.shelf.glob("*.keys"):
        found |= keys_of_backup(path)
    return found
