"""A disk that takes its time: what is not synced may be there after a power cut, or not, or half.

Assumed is what SQLite assumes too: a sector is written whole or not at all, bytes beside a write stay
as they are, and what was synced is there. Nothing is assumed about order: of what was written since
the last sync of a file any part may be missing while later parts are there. A new name, or a name
taken away, is sure once its folder was synced.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from random import Random

from bench.power.notes import CREATED, CUT_TO, RENAMED, SYNCED, UNLINKED, WRITTEN, Note

SECTOR = 512
NAMES = {CREATED, UNLINKED, RENAMED}
BYTES = {WRITTEN, CUT_TO}

type Luck = Callable[[], bool]


class File:
    """Its bytes that are sure, and what was done since."""

    def __init__(self) -> None:
        self.sure = bytearray()
        self.since: list[Note] = []

    def synced(self) -> None:
        for note in self.since:
            _do(self.sure, note)
        self.since.clear()

    def whole(self) -> bytes:
        found = bytearray(self.sure)
        for note in self.since:
            _do(found, note)
        return bytes(found)

    def after_a_cut(self, dice: Random) -> bytes:
        found, survives = bytearray(self.sure), luck(dice)
        for note in self.since:
            if note.kind == CUT_TO:
                if survives():
                    _do(found, note)
            else:
                _write_some(found, note, survives, dice)
        return bytes(found)


class Disk:
    """Files by their inode, and their names: those that are sure, and what was done to names since."""

    def __init__(self) -> None:
        self._files: dict[int, File] = {}
        self._sure: dict[str, File] = {}
        self._since: list[tuple[str, Note, File]] = []

    def take(self, note: Note) -> None:
        """Files that were there before anybody watched are left out."""
        if note.kind == CREATED:
            self._files[note.file] = File()
        file = self._files.get(note.file) or File()
        if note.kind in NAMES:
            self._since.append((str(PurePath(note.path).parent), note, file))
        elif note.kind in BYTES:
            file.since.append(note)
        elif note.kind == SYNCED:
            self._synced(note)

    def take_all(self, notes: Iterable[Note]) -> None:
        for note in notes:
            self.take(note)

    def whole(self) -> dict[str, bytes]:
        """As the house itself saw its files."""
        return {path: file.whole() for path, file in self._named(self._since).items()}

    def after_a_cut(self, dice: Random) -> dict[str, bytes]:
        named = self._named(_some(self._since, dice))
        return {path: file.after_a_cut(dice) for path, file in named.items()}

    def _synced(self, note: Note) -> None:
        if note.file in self._files:
            self._files[note.file].synced()
            return
        here = [one for one in self._since if one[0] == note.path]
        self._sure = self._named(here)
        self._since = [one for one in self._since if one[0] != note.path]

    def _named(self, done: Iterable[tuple[str, Note, File]]) -> dict[str, File]:
        named = dict(self._sure)
        for _folder, note, file in done:
            if note.kind == CREATED:
                named[note.path] = file
            elif note.kind == UNLINKED:
                named.pop(note.path, None)
            elif note.path in named:
                named[note.bytes.decode()] = named.pop(note.path)
        return named


def luck(dice: Random) -> Luck:
    """One way for a disk to behave at one cut: it keeps much or little, of all there is."""
    kept = dice.choice((0.0, 0.1, 0.5, 0.9, 1.0))
    return lambda: dice.random() < kept


def _some[One](done: list[One], dice: Random) -> list[One]:
    """Names: in order up to some moment, as with most file systems, or any of them."""
    if dice.random() < 0.5:
        return done[: dice.randint(0, len(done))]
    survives = luck(dice)
    return [one for one in done if survives()]


def _write_some(found: bytearray, note: Note, survives: Luck, dice: Random) -> None:
    """All of it, nothing, a torn part, or only the longer length."""
    fate = dice.random()
    if fate < 0.2:
        for at, piece in _sectors(note):
            if survives():
                _put(found, at, piece)
    elif survives():
        _put(found, note.at, note.bytes)
    elif fate > 0.9:
        _grow(found, note.at + len(note.bytes))


def _sectors(note: Note) -> Iterator[tuple[int, bytes]]:
    """The bytes of each sector this write touches."""
    at, end = note.at, note.at + len(note.bytes)
    while at < end:
        after = min(end, at - at % SECTOR + SECTOR)
        yield at, note.bytes[at - note.at : after - note.at]
        at = after


def _do(found: bytearray, note: Note) -> None:
    if note.kind == WRITTEN:
        _put(found, note.at, note.bytes)
    else:
        _grow(found, note.at)
        del found[note.at :]


def _put(found: bytearray, at: int, piece: bytes) -> None:
    _grow(found, at)
    found[at : at + len(piece)] = piece


def _grow(found: bytearray, length: int) -> None:
    found.extend(bytes(max(0, length - len(found))))
