"""A house that lives for twelve days: words are said, backups made, and one thing after another erased."""

import re
import shutil
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from bench.erasure.belonging import FATES, STAYS, Acts, by_name, fate_of
from bench.erasure.opening import (
    Seals,
    Word,
    keys_in_use,
    keys_of_backup,
    opened,
    rows_of,
    words_in,
    wrapping_key,
)
from bench.ground.house import Folder

ACTING = "bench.erasure.acting"
ERASED = ("share", "circle", "person")
MARKED = re.compile(r"^([a-z]+) [0-9a-f]{16}$")
BEGAN = datetime.now(UTC).replace(microsecond=0) - timedelta(days=12)


class Said(NamedTuple):
    """What a sealed value said on the day of the backup, and which act takes it away."""

    words: str
    fate: str


type Noted = dict[Word, Said]


def day(number: float) -> str:
    """Of this house's life, as its actions are told."""
    return (BEGAN + timedelta(days=number)).isoformat()


@dataclass
class House:
    """`faults` is empty where nothing erased can be read, and everything else can."""

    folder: Folder
    seals: Seals = field(default_factory=dict)
    who: dict[str, str] = field(default_factory=dict)
    backups: dict[str, Noted] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    begun: str = ""
    """What is being erased: some of it can be read still."""
    faults: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def acts(self) -> Acts:
        return Acts(*(self.who[name] for name in Acts._fields))

    @property
    def wrapping(self) -> bytes:
        return wrapping_key(Path(self.folder.environment["OPENCHAIR_KEY_FILE"]))

    @property
    def shelf(self) -> Path:
        return self.folder.home / "backups"

    @property
    def noted(self) -> Noted:
        """Every sealed value that lies in any backup."""
        return {word: said for noted in self.backups.values() for word, said in noted.items()}

    def lay(self) -> None:
        self.who = self.folder.ask("bench.erasure.planting.lay", at=day(0))
        self.seals = self.folder.ask(f"{ACTING}.seals")

    def begin(self) -> None:
        """Two backups, and between them somebody writes on what they had begun to write."""
        self.lay()
        self.back_up(1)
        self.folder.ask("bench.erasure.planting.change", account=self.who["changing"], at=day(1.5))
        self.gone.append("changed")
        self.back_up(2)
        self.faults += [
            f"no word says of itself: {fate}" for fate in (*FATES, STAYS) if not self._marks(fate)
        ]

    def go_on(self) -> None:
        """One thing after another is erased, with backups in between, also half way through."""
        self.erase("share", 3)
        self.back_up(4)
        self._still_opened("share", "one backup later")
        self.erase("circle", 5)
        self.back_up(6)
        self._still_opened("share", "two backups later")
        self.folder.ask(f"{ACTING}.erase", fate="person", at=day(7), acts=self.who)
        self.begun = "person"
        self.back_up(7.5)
        self._still_opened("circle", "two backups later")
        self._end("person", 8)
        for number in 9, 10:
            self.back_up(number)
            self._still_opened("person", f"{number - 8} backups later")
        for fate in ERASED:
            if self._opened_by_files(fate):
                self.faults.append(f"keys on the shelf still open what went with the {fate}")

    def erase_all(self, number: float) -> None:
        """In one go, for a short proof."""
        said = {"at": day(number), "later": day(number + 0.1), "acts": self.who}
        self.folder.ask(f"{ACTING}.erase_all", **said)
        self.gone += ERASED
        self.ask_each("all erased")

    def back_up(self, number: float) -> None:
        """And notes what each sealed value in it says, opened with the keys of that day."""
        rows = self.shelf / self.folder.ask(f"{ACTING}.back_up", at=day(number))
        tables = rows_of(rows)
        words = words_in(tables, self.seals)
        there = by_name(tables, {table: name for table, (name, _columns) in self.seals.items()})
        said = opened(words, keys_in_use(self.folder.home / "keys.sqlite3"), self.wrapping)
        self.faults += [f"closed on its own day: {w.place}" for w in words if w not in said]
        self.backups[rows.name] = {
            word: self._said(words, fate_of(word, there, self.acts)) for word, words in said.items()
        }
        self.ask_each(f"backup of day {number}")

    def _said(self, words: str, fate: str) -> Said:
        found = MARKED.match(words)
        told = found[1] if found else fate
        if told == "changed":
            fate = told
        if told != fate:
            self.faults.append(f"said to go with {told}, and lies with {fate}: {words}")
        return Said(words, fate)

    def erase(self, fate: str, number: float) -> None:
        self.folder.ask(f"{ACTING}.erase", fate=fate, at=day(number), acts=self.who)
        self._end(fate, number + 0.1)

    def _end(self, fate: str, number: float) -> None:
        self.folder.ask(f"{ACTING}.start", at=day(number))
        self.gone.append(fate)
        self.begun = ""
        self.ask_each(f"{fate} erased")
        self._still_opened(fate, "at once")

    def ask_each(self, when: str) -> None:
        """Each backup on the shelf, with the keys there are now."""
        keys = keys_in_use(self.folder.home / "keys.sqlite3")
        erased = others = 0
        for name, noted in self.backups.items():
            lying = words_in(rows_of(self.shelf / name), self.seals)
            readable = opened(lying, keys, self.wrapping)
            settled = {word: said for word, said in noted.items() if said.fate != self.begun}
            self.faults += wrong_in(settled, readable, self.gone, f"{when}, {name}")
            erased += sum(said.fate in self.gone for said in settled.values())
            others += sum(word in readable for word in settled)
        self.lines.append(
            f"{when}: {len(self.backups)} backups, {erased} erased values closed, {others} others open"
        )

    def _still_opened(self, fate: str, when: str) -> None:
        files = self._opened_by_files(fate)
        self.lines.append(f"  {fate}, {when}: {files} files of keys on the shelf still open it")

    def _opened_by_files(self, fate: str) -> int:
        words = [word for word, said in self.noted.items() if said.fate == fate]
        files = sorted(self.shelf.glob("*.keys"))
        return sum(bool(opened(words, keys_of_backup(path), self.wrapping)) for path in files)

    def _marks(self, fate: str) -> int:
        said = Counter(said.fate for said in self.noted.values() if MARKED.match(said.words))
        return said[fate]

    def copied(self, name: str, of: Path | None = None) -> Folder:
        """The house as it is now, or a copy of it, beside it and with the same house key."""
        home = self.folder.home.parent / name
        shutil.copytree(of or self.folder.home, home)
        return Folder(home)


def wrong_in(noted: Noted, readable: dict[Word, str], gone: list[str], where: str) -> list[str]:
    """Erased and readable, or not erased and not readable as it was."""
    faults = []
    for word, said in noted.items():
        if said.fate in gone and word in readable:
            faults.append(f"{where}: erased and readable: {word.place}")
        if said.fate not in gone and readable.get(word) != said.words:
            faults.append(f"{where}: lost: {word.place}")
    return faults
