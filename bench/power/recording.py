"""One house from its first file on, watched: what it wrote, and what people were told."""

import os
import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.ground.house import Folder, Server
from bench.power import notes, story
from bench.power.acting import Person, Told
from bench.power.disk import Disk

SOURCE = Path(__file__).with_name("watching.c")
EXPECTED = ("404", "409")
"""Words that another takes back or erases just now cannot be answered."""
NEEDED = (
    "bin/bench power watches what a house writes with a small piece of C: it needs Linux and a\n"
    "C compiler. On Debian or Ubuntu:  apt-get install gcc libc6-dev"
)
NOT_ON_THE_DISK = ("-shm", "server.log")
"""The memory that SQLite's connections share, and what this bench itself writes."""


class NotHere(Exception):
    """This machine cannot watch a house; the sentence says what is missing."""


class NotWhole(Exception):
    """Something was written to a file that the journal does not have."""


@dataclass
class Recording:
    """What a run left, in one folder: enough to cut its power again and again, also later."""

    folder: Path

    @property
    def journal(self) -> Path:
        return self.folder / "journal"

    @property
    def told(self) -> Path:
        return self.folder / "told.json"

    @property
    def key_file(self) -> Path:
        return self.folder / "key" / "house.key"

    def keep(self) -> Path:
        """A copy that outlives this run."""
        kept = Path(tempfile.mkdtemp(prefix="openchair-power-"))
        (kept / "key").mkdir()
        for file in (self.journal, self.told, self.key_file):
            shutil.copy(file, kept / file.relative_to(self.folder))
        return kept


@dataclass
class Watched(Folder):
    """A folder whose house is watched, whatever runs in it."""

    watcher: str = ""

    @property
    def recording(self) -> Recording:
        return Recording(self.home.parent)

    @property
    def environment(self) -> dict[str, str]:
        recording = self.recording
        return super().environment | {
            "LD_PRELOAD": self.watcher,
            "POWER_JOURNAL": str(recording.journal),
            "POWER_FOLDERS": f"{self.home}:{recording.key_file.parent}",
        }


def the_watcher(folder: Path) -> str:
    """Compiled. Raises NotHere."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if os.uname().sysname != "Linux" or not compiler:
        raise NotHere(NEEDED)
    made = folder / "watching.so"
    command = [compiler, "-O2", "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-lpthread"]
    if subprocess.run(command, check=False).returncode:
        raise NotHere(NEEDED)
    return str(made)


def record(settings: str, above: Path, *, acts: int, seed: int) -> Recording:
    """Two lives of the server: the first is stopped in peace, so that a start and an end are in it."""
    folder = Watched(above / "home", settings, watcher=the_watcher(above))
    folder.recording.key_file.parent.mkdir(mode=0o700)
    entries = folder.ask("bench.power.laying.lay")
    notes.add(folder.recording.journal, notes.LAID)
    told = Told()
    people = [_person(folder, entry, told, f"{seed} {entry['name']}") for entry in entries]
    for one, other in (people[:2], people[2:]):
        one.others_words, other.others_words = other.words, one.words
    for end in (Server.stop, Server.kill):
        with Server(folder) as server:
            _live(server, people, acts // (2 * len(people)))
            end(server)
    _write_down(folder, entries, told)
    return folder.recording


def _person(folder: Folder, entry: dict[str, str], told: Told, seed: str) -> Person:
    return Person(entry, folder.port, Random(seed), told, [])


def _live(server: Server, people: Sequence[Person], acts: int) -> None:
    server.wait()
    for person in people:
        person.sit_down()
    for person in people:
        person.start(acts)
    for person in people:
        person.finish()


def _write_down(folder: Watched, entries: Sequence[dict[str, str]], told: Told) -> None:
    read = notes.read(folder.recording.journal)
    _is_whole(folder, read)
    laid = next(at for at, note in enumerate(read) if note.kind == notes.LAID)
    at_port: dict[int, list[int]] = defaultdict(list)
    for at, note in enumerate(read[laid:], laid):
        if note.kind == notes.ANSWERED:
            at_port[note.at].append(at)
    answered = [at_port[act.port].pop(0) for act in told.acts]
    if any(at_port[act.port] for act in told.acts):
        raise NotWhole("Somebody was told yes, and nobody noted it.")
    if odd := [said for said in told.refused if said[:3] not in EXPECTED]:
        raise NotWhole(f"The house answered {', '.join(odd)}.")
    story.write(folder.recording.told, laid, entries, told.acts, answered)


def _is_whole(folder: Watched, read: list[notes.Note]) -> None:
    """Raises NotWhole where the journal, done again, does not end in what truly lies there."""
    disk = Disk()
    disk.take_all(read)
    there = {
        str(path): path.read_bytes()
        for above in (folder.home, folder.recording.key_file.parent)
        for path in above.iterdir()
        if path.is_file() and not path.name.endswith(NOT_ON_THE_DISK)
    }
    found = {path: bytes for path, bytes in disk.whole().items() if path in there}
    if wrong := [path for path, bytes in there.items() if found.get(path) != bytes]:
        raise NotWhole(f"The journal does not have all of {', '.join(sorted(wrong))}.")
