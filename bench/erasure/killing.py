"""Each kind of erasing is killed at every step, in a folder of its own."""

from base64 import b64encode
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from bench.erasure.history import ERASED, House, Noted, day
from bench.ground.house import Folder

AT_ONCE = 2


class Kills(NamedTuple):
    every: int
    sudden: int
    seed: int


class Pristine(NamedTuple):
    """A house before anything is erased in it, and what lies in its backups."""

    home: Path
    who: dict[str, str]
    noted: Noted


def before_all(house: House) -> Pristine:
    copied = house.copied("pristine")
    return Pristine(copied.home, house.who, dict(house.noted))


def kill_everywhere(
    house: House, there: Pristine, kills: Kills, fates: Sequence[str] = ERASED
) -> None:
    with ThreadPoolExecutor(AT_ONCE) as threads:
        told = threads.map(lambda fate: _kill(house, there, fate, kills), fates)
        for fate, found in zip(fates, told, strict=True):
            house.lines.append(_line(fate, found))
            house.faults += found["faults"]


def _kill(house: House, there: Pristine, fate: str, kills: Kills) -> dict[str, Any]:
    folder = Folder(house.folder.home.parent / f"dying-{fate}")
    asked = {
        "fate": fate,
        "at": day(3),
        "later": day(5),
        "who": there.who,
        "pristine": str(there.home),
    }
    told: dict[str, Any] = folder.ask(
        "bench.erasure.dying.everywhere", asked=asked, noted=_rows(there.noted), **kills._asdict()
    )
    return told


def _rows(noted: Noted) -> Sequence[Sequence[str]]:
    return [
        [word.table, word.column, word.row, b64encode(word.sealed).decode(), said.words, said.fate]
        for word, said in noted.items()
    ]


def _line(fate: str, told: dict[str, Any]) -> str:
    return (
        f"{fate}: {told['steps']} steps, {told['trials']} trials, {told['killed']} killed, "
        f"{told['asked']} states of the files that were new, of which {told['as_before']} as before "
        f"and {told['gone_on']} gone on with, {len(told['faults'])} faults"
    )
