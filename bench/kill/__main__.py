"""Kills the server while four people post, again and again: `bin/bench kill [--kills N]`.

Shows that every acknowledged post is there once, with its letter, whatever the moment of the kill;
and that the same run fails, as it should, without once-only forms and with letters written late.
Ends with an error when any of the three goes otherwise. The moments come from a seed.
"""

import argparse
import random
import statistics
import sys
import time
from dataclasses import dataclass, field

from bench.ground.house import Folder, Server, a_folder
from bench.ground.writing import Writer
from bench.kill.clients import Poster
from bench.kill.judging import judge

WITHIN = 3.0  # seconds until it must answer again
LONGEST_LIFE = 0.8  # seconds from the first answer to the kill, at most
CONTROLS = {
    "once-only switched off": "bench.kill.settings_without_once",
    "letters written outside the transaction": "bench.kill.settings_letters_outside",
}


@dataclass
class Run:
    """What was seen in one run. `faults` is empty where nothing was lost, doubled or half done."""

    posted: int = 0
    sent_again: int = 0
    answered_after: list[float] = field(default_factory=list)
    in_line: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def in_time(self) -> bool:
        """Time in line for a processor that others on this machine used is not the house's."""
        return max(self.alone) < WITHIN

    @property
    def alone(self) -> list[float]:
        return [after - line for after, line in zip(self.answered_after, self.in_line, strict=True)]


def main() -> int:
    asked = read_words()
    whole = killed_again_and_again("openchair.settings", asked.kills, asked)
    tell("the house as it is", whole)
    good = not whole.faults and whole.in_time
    for name, settings in CONTROLS.items():
        control = killed_again_and_again(settings, asked.control_kills, asked)
        tell(f"control: {name}", control)
        print(
            f"  -> {'failed, as it should' if control.faults else 'DID NOT FAIL: it shows nothing'}"
        )
        good = good and bool(control.faults)
    print("kill: nothing lost, nothing twice" if good else "kill: NOT as it should be")
    return 0 if good else 1


def read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--control-kills", type=int, default=40)
    parser.add_argument("--minutes", type=float, default=60, help="each run ends after this long")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def killed_again_and_again(settings: str, kills: int, asked: argparse.Namespace) -> Run:
    with a_folder(settings) as folder:
        entries = folder.ask("bench.kill.laying.lay")
        people = [Poster(Writer(folder.port, **entry)) for entry in entries]
        run = Run()
        moments = random.Random(asked.seed)
        lives = [moments.uniform(0, LONGEST_LIFE) for _ in range(kills)]
        last = _kill(folder, people, run, lives, time.monotonic() + asked.minutes * 60)
        for person in people:
            person.finish()
        last.stop()
        run.posted = sum(len(person.acknowledged) for person in people)
        run.sent_again = sum(person.sent_again for person in people)
        judge(folder.ask("bench.kill.counting.lying_there"), people, run)
    return run


def _kill(
    folder: Folder, people: list[Poster], run: Run, lives: list[float], until: float
) -> Server:
    """The server that is left running after the last kill."""
    server = Server(folder)
    server.wait()
    for person in people:
        person.start()
    for count, life in enumerate(lives, 1):
        if time.monotonic() > until:
            run.faults.append(f"only {count - 1} of {len(lives)} kills: the time was over")
            break
        time.sleep(life)
        server.kill()
        server = Server(folder)
        run.answered_after.append(server.wait())
        run.in_line.append(server.waited())
        run.processor.append(server.cpu())
        if count % 25 == 0:
            print(f"  {count} kills", file=sys.stderr)
    return server


def tell(title: str, run: Run) -> None:
    kills = len(run.answered_after)
    print(f"{title}: {kills} kills, {run.posted} posts acknowledged, {run.sent_again} sent again")
    within = sum(after < WITHIN for after in run.answered_after)
    print(
        f"  answered again after {spread(run.answered_after)}; {within} of {kills} within {WITHIN:g} s"
    )
    print(
        f"  of that in line for a processor {spread(run.in_line)}, without it {spread(run.alone)}"
    )
    print(f"  processor time until the answer {spread(run.processor)}")
    for line in [*run.notes, *run.faults[:8]]:
        print(f"  {line}")
    if len(run.faults) > 8:
        print(f"  … {len(run.faults)} faults in all")


def spread(seconds: list[float]) -> str:
    return f"{statistics.median(seconds):.2f} s (median), {max(seconds):.2f} s (longest)"


if __name__ == "__main__":
    sys.exit(main())
