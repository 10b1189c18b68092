"""Damages a backup in a hundred ways and tries to put each back, as its own process.

Each damage is made to a copy of the two files; what the product says of it is printed as JSON.
"""

import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import django

WAYS = 100

type Damage = Callable[[bytes, random.Random], bytes]


def a_bit(said: bytes, chance: random.Random) -> bytes:
    where, bit = chance.randrange(len(said)), 1 << chance.randrange(8)
    return said[:where] + bytes([said[where] ^ bit]) + said[where + 1 :]


def cut_short(said: bytes, chance: random.Random) -> bytes:
    return said[: chance.randrange(len(said))]


def without_its_last_line(said: bytes, _chance: random.Random) -> bytes:
    return said[: said.rstrip(b"\n").rfind(b"\n") + 1]


def with_more_behind(said: bytes, chance: random.Random) -> bytes:
    return said + chance.randbytes(chance.randrange(1, 200))


def with_a_hole(said: bytes, chance: random.Random) -> bytes:
    where = chance.randrange(len(said))
    hole = bytes(min(512, len(said) - where))
    return said[:where] + hole + said[where + len(hole) :]


def without_a_line(said: bytes, chance: random.Random) -> bytes:
    lines = said.splitlines(keepends=True)
    lines.pop(chance.randrange(len(lines)))
    return b"".join(lines)


def a_line_twice(said: bytes, chance: random.Random) -> bytes:
    lines = said.splitlines(keepends=True)
    where = chance.randrange(len(lines))
    return b"".join([*lines[: where + 1], *lines[where:]])


def in_another_order(said: bytes, chance: random.Random) -> bytes:
    lines = said.splitlines(keepends=True)
    where = chance.randrange(1, len(lines) - 1)
    lines[where - 1], lines[where] = lines[where], lines[where - 1]
    return b"".join(lines)


def empty(_said: bytes, _chance: random.Random) -> bytes:
    return b""


def another_file(_said: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(4096)


DAMAGES: list[Damage] = [
    a_bit, cut_short, without_its_last_line, with_more_behind, with_a_hole,
    without_a_line, a_line_twice, in_another_order, empty, another_file,
]  # fmt: skip


def try_each(rows: Path) -> list[tuple[str, str, str]]:
    """The damage, the error's kind, and its sentence."""
    from openchair.cli.backups import putting_back  # noqa: PLC0415

    tried = []
    for number in range(WAYS):
        chance, damage = random.Random(number), DAMAGES[number // 2 % len(DAMAGES)]
        kind = ".rows" if number % 2 else ".keys"
        with tempfile.TemporaryDirectory() as place:
            copied = Path(shutil.copy(rows, place))
            shutil.copy(rows.with_suffix(".keys"), place)
            file = copied.with_suffix(kind)
            file.write_bytes(damage(file.read_bytes(), chance))
            try:
                putting_back.restore(copied, datetime.now(UTC), over=True, tell=lambda _said: None)
            except Exception as error:  # noqa: BLE001  # whatever it is, the test reads it
                tried.append((f"{damage.__name__} {kind}", type(error).__name__, str(error)))
            else:
                tried.append((f"{damage.__name__} {kind}", "", "taken"))
    return tried


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"
    django.setup()
    print(json.dumps(try_each(Path(sys.argv[1]))))
