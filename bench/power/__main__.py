"""Cuts the power of a house, again and again, after the fact: `bin/bench power [--cuts N]`.

Four people use a house while everything it writes is noted down, with the moments at which it waits
for the disk and at which its answers leave. Each cut takes a moment of that and lays what a disk could
hold then; the house's own code opens it. Shows that every acknowledged act is there and opens, that
what was erased stays erased down to its key, and that nothing is half done, the laying of the house
included; and that the same test loses words with `synchronous=NORMAL`. Ends with an error otherwise.
"""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from bench.ground.house import Server, Silent, a_folder
from bench.power import notes, story
from bench.power.disk import Disk
from bench.power.recording import NotHere, NotWhole, Recording, record

HASTY = "bench.power.settings_hasty"
MEMORY = Path("/dev/shm")
STARTS = 3


def main() -> int:
    asked = read_words()
    if MEMORY.is_dir():
        tempfile.tempdir = str(MEMORY)
    print(f"seed {asked.seed}")
    try:
        return again(asked) if asked.again else whole(asked)
    except (NotHere, NotWhole) as sentence:
        print(sentence)
        return 1


def read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench power", description=__doc__)
    parser.add_argument("--cuts", type=int, default=2000)
    parser.add_argument("--control-cuts", type=int, default=200)
    parser.add_argument("--acts", type=int, default=240, help="acts of four people, together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", type=Path, help="a recording that was kept after a loss")
    return parser.parse_args()


def whole(asked: argparse.Namespace) -> int:
    with a_folder() as folder:
        recording = record(
            "openchair.settings", folder.home.parent, acts=asked.acts, seed=asked.seed
        )
        good = stands("the house as it is", recording, asked)
        if not good:
            print(f"  kept, to be looked at with --again {recording.keep()}")
    with a_folder() as folder:
        recording = record(HASTY, folder.home.parent, acts=asked.acts, seed=asked.seed)
        loses = cut("control: synchronous=NORMAL", recording, asked.control_cuts, asked.seed)[
            "lost"
        ]
    print(f"  -> {'lost, as it should' if loses else 'LOST NOTHING: it shows nothing'}")
    good = good and loses > 0
    print("power: nothing acknowledged was lost" if good else "power: NOT as it should be")
    return 0 if good else 1


def again(asked: argparse.Namespace) -> int:
    return 0 if stands("the house as it was", Recording(asked.again), asked) else 1


def stands(title: str, recording: Recording, asked: argparse.Namespace) -> bool:
    faults = cut(title, recording, asked.cuts, asked.seed)
    return starts(recording, asked.seed) and not faults.total()


def cut(title: str, recording: Recording, cuts: int, seed: int) -> Counter[str]:
    """How many faults of each kind."""
    with a_folder() as folder:
        (folder.home.parent / "key").mkdir(mode=0o700)
        key_file = folder.home.parent / "key" / "house.key"
        key_file.write_bytes(recording.key_file.read_bytes())
        journal, told = str(recording.journal), str(recording.told)
        found = folder.ask(
            "bench.power.judging.judge", journal=journal, told=told, cuts=cuts, seed=seed
        )
    tell(title, recording, found)
    return Counter(found["faults"])


def tell(title: str, recording: Recording, found: dict[str, Any]) -> None:
    read = notes.read(recording.journal)
    kinds, acts = Counter(note.kind for note in read), story.read(recording.told)
    print(
        f"{title}: {acts.acknowledged(len(read))} acts acknowledged, {kinds[notes.WRITTEN]:,} writes, "
        f"{kinds[notes.SYNCED]:,} waits for the disk"
    )
    print(
        f"  {found['cuts']:,} cuts, {found['early']} of them while the house was laid; each opened with "
        f"the house's own code, {1000 * found['seconds'] / found['cuts']:.0f} ms a cut"
    )
    print(f"  acts acknowledged before a cut, all cuts together: {found['asked_after']:,}")
    kinds_of_fault = ("lost", "came back", "half done", "cannot be opened")
    counts = (f"{kind} {found['faults'].get(kind, 0):,}" for kind in kinds_of_fault)
    print(f"  of these: {', '.join(counts)}; cuts with any of it: {found['bad_cuts']:,}")
    for line in found["examples"]:
        print(f"  {line}")


def starts(recording: Recording, seed: int) -> bool:
    """The whole house, as `openchair run`, from what a few of these cuts left."""
    read, acts, after = notes.read(recording.journal), story.read(recording.told), []
    for number in range(STARTS):
        dice = Random(f"{seed} start {number}")
        position = dice.randint(acts.laid + 1, len(read))
        disk = Disk()
        disk.take_all(read[:position])
        try:
            after.append(started_from(disk.after_a_cut(dice)))
        except Silent as said:
            print(f"  a start after a cut at {position} did not answer: {said}")
            return False
    print(f"  {STARTS} whole starts after a cut answered, at the latest after {max(after):.1f} s")
    return True


def started_from(files: dict[str, bytes]) -> float:
    with a_folder() as folder:
        key_folder = folder.home.parent / "key"
        key_folder.mkdir(mode=0o700)
        for path, held in files.items():
            above, name = Path(path).parts[-2:]
            (folder.home.parent / above / name).write_bytes(held)
        with Server(folder) as server:
            return server.wait()


if __name__ == "__main__":
    sys.exit(main())
