"""Lays the environment in .venv: a Python of its own, and every part the locks name, by hash.

Run by `environment.sh` with a bare Python 3.12 or later, so the standard library must do.
Two starts at once take turns. What was broken off half-way is begun afresh.
"""

import errno
import fcntl
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

UNREACHABLE = ("getaddrinfo", "NewConnectionError", "NameResolutionError", "ConnectTimeout")
UNREACHABLE += ("Connection refused", "Network is unreachable", "Temporary failure in name")
NO_ROOM = ("No space left on device", "Disk quota exceeded")


class CannotLay(Exception):
    """The environment cannot be laid; the message says why and what to do."""


def main(root: Path, locks: list[str]) -> int:
    try:
        with one_at_a_time(root / ".venv.lock"):
            lay(root, locks)
    except CannotLay as reason:
        say(str(reason))
        return 1
    except KeyboardInterrupt:
        say("Stopped. The next start goes on from here.")
        return 130
    except OSError as error:
        say(said_plainly(str(error)) if error.errno == errno.ENOSPC else unwritable(root, error))
        return 1
    return 0


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Holds the lock file; the system lets go of it even when this process is killed."""
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another start is setting things up here. Waiting for it.")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def lay(root: Path, locks: list[str]) -> None:
    folder = root / ".venv"
    half_laid = folder / "half-laid"
    if half_laid.exists() or not belongs(folder, root):
        shutil.rmtree(folder, ignore_errors=True)
    if not (folder / "bin" / "python").exists():
        say(
            f"Setting up Openchair with Python {sys.version.split()[0]}, once. This takes a minute."
        )
        venv.create(folder, with_pip=True, symlinks=True)
    half_laid.touch()
    for lock in locks:
        if not same(root / lock, folder / f"laid-{lock}"):
            install(folder, root / lock)
    put_the_checkout_on_the_path(folder)
    (folder / "laid-at").write_text(f"{root}\n")
    half_laid.unlink()


def belongs(folder: Path, root: Path) -> bool:
    """Whether this environment was not moved or copied here: its commands hold whole paths."""
    laid_at = folder / "laid-at"
    return not laid_at.exists() or laid_at.read_text().strip() == str(root)


def same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def install(folder: Path, lock: Path) -> None:
    """Raises CannotLay, with the reason in plain words, when a part does not come."""
    count = sum("==" in line for line in lock.read_text().splitlines())
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--no-input", "--retries", "2"]
    asked = [*pip, "--timeout", "30", "--require-hashes", "--prefer-binary", "-r", str(lock)]
    said: list[str] = []
    with subprocess.Popen(
        asked, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as running:
        assert running.stdout is not None
        follow(running.stdout, count, said)
    if running.returncode != 0:
        raise CannotLay(said_plainly("".join(said)))
    shutil.copyfile(lock, folder / f"laid-{lock.name}")


def follow(output: TextIO, count: int, said: list[str]) -> None:
    """Tells in one line how far the fetching is; keeps what pip said in case it fails."""
    fetched = 0
    progress(f"Fetching {count} parts.", lasting=not sys.stderr.isatty())
    for line in output:
        said.append(line)
        if line.startswith("Collecting ") and sys.stderr.isatty():
            fetched += 1
            progress(f"Fetching part {fetched} of {count}: {line.split('==')[0][11:]}")
        elif line.startswith("Installing collected"):
            progress("Putting the parts in place.", lasting=not sys.stderr.isatty())
    if sys.stderr.isatty():
        progress("All parts are in place.", lasting=True)


def progress(sentence: str, *, lasting: bool = False) -> None:
    start = "\r\033[K" if sys.stderr.isatty() else ""
    print(start + sentence, end="\n" if lasting else "", file=sys.stderr, flush=True)


def put_the_checkout_on_the_path(folder: Path) -> None:
    """So that `pytest` and `mypy` in this environment find the code from any folder."""
    for packages in (folder / "lib").glob("python3.*/site-packages"):
        (packages / "openchair.pth").write_text("../../../..\n")


def said_plainly(said: str) -> str:
    if any(sign in said for sign in NO_ROOM):
        return "The disk is full, so Openchair could not be set up. Make some room and try again."
    if any(sign in said for sign in UNREACHABLE):
        return (
            "The parts Openchair is built from come from the Python Package Index, and this machine\n"
            "could not reach it. Check the network and run the same command again."
        )
    last = "\n".join(f"  {line}" for line in said.strip().splitlines()[-8:])
    return f"Openchair could not be set up. The installer's last words were:\n{last}"


def unwritable(root: Path, error: OSError) -> str:
    return f"Openchair keeps its environment in {root / '.venv'}, and could not write it: {error}"


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
