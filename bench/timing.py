"""Does an answer tell whether an address is known here? `bin/bench timing [--pairs 200]`.

At each door that takes an address (signing in, a new address of one's own, a lost mailbox, a line to
the host), one that is known and one that is not are asked in turn. Their answers must be the same
bytes, once what is drawn anew each time is taken out: the once-only id, the form's token, the address of
a private page, and the two cookies. Their times are compared by the Mann-Whitney test: p, and the effect
as the chance that a known address takes longer (0.5 is a coin). Fails where bytes differ, or where
p < 0.01 and the effect is more than 0.05.
"""

import tests.own_house  # noqa: F401  # isort: skip  # a house of its own, before Django reads settings

import argparse
import math
import multiprocessing
import os
import re
import statistics
import sys
import time
import uuid
from dataclasses import dataclass
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "openchair.settings"

DRAWN = re.compile(rb'name="(once|csrfmiddlewaretoken)" value="[^"]*"|(?<=/letter/)[\w-]{20,}')
DOORS = {
    "signing in": ("", "/sign-in/", "email"),
    "a new address": ("Els", "/mine/address/", "email"),
    "a lost mailbox": ("Chiara", "/house/mending/", "lost"),
    "a line to the host": ("", "/letter/", "email"),
}
LIMIT, EFFECT = 0.01, 0.05

type Pair = tuple[float, float, bool]


@dataclass(frozen=True)
class Compared:
    """`p` of the hypothesis that both take the same time; `longer`: how often the known one does."""

    p: float
    longer: float


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/bench timing", description=__doc__)
    parser.add_argument("--pairs", type=int, default=200, help="at each door")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", choices=DOORS, help="one of the doors")
    asked = parser.parse_args()
    doors = [asked.only] if asked.only else list(DOORS)
    each = math.ceil(asked.pairs / asked.processes)
    with multiprocessing.get_context("fork").Pool(asked.processes) as pool:
        parts = pool.starmap(part, [(doors, each, number) for number in range(asked.processes)])
    good = [tell(door, [pair for one in parts for pair in one[door]]) for door in doors]
    return 0 if all(good) else 1


def part(doors: list[str], pairs: int, number: int) -> dict[str, list[Pair]]:
    """This process's own house, in memory; the first of each pair is known every other time."""
    import django

    django.setup()
    from django.test import override_settings

    from tests.shape.access_matrix.alone import world_in_memory

    with world_in_memory() as world, override_settings(ACCOUNT_RATE_LIMITS=False):
        return {
            door: [one_pair(world, DOORS[door], turn + number) for turn in range(pairs)]
            for door in doors
        }


def one_pair(world: Any, said: tuple[str, str, str], turn: int) -> Pair:
    known = world.people["Ama"].email
    unknown = f"{uuid.uuid4().hex[:16]}@example.org"
    order = [known, unknown] if turn % 2 else [unknown, known]
    asked = {address: ask(world, said, address) for address in order}
    return asked[known][0], asked[unknown][0], asked[known][1] == asked[unknown][1]


def ask(world: Any, said: tuple[str, str, str], address: str) -> tuple[float, bytes]:
    """How long the answer took, and the answer with the page it leads to. Nothing of it stays."""
    from django.db import transaction

    from tests.guest import Guest

    name, page, field = said
    with transaction.atomic():
        guest = Guest(world.people.get(name))
        more = {"email": "new@example.net", "know_them": "yes", "words": "Hello.", field: address}
        form = guest.form(page)
        began = time.perf_counter()
        answer = guest.send(form, **more)
        took = time.perf_counter() - began
        whole = plain(answer) + plain(guest.get(answer.get("Location", page)))
        transaction.set_rollback(True)
    return took, whole.replace(address.encode(), b"ADDRESS")


def plain(answer: Any) -> bytes:
    head = sorted(f"{name}: {value}" for name, value in answer.headers.items())
    cookies = sorted(answer.cookies)
    said = repr((answer.status_code, head, cookies)).encode() + answer.content
    return DRAWN.sub(rb"\1", said)


def mann_whitney(known: list[float], unknown: list[float]) -> Compared:
    """By ranks, with the normal approximation; times this fine have no ties to speak of."""
    ranked = sorted([(value, 0) for value in known] + [(value, 1) for value in unknown])
    ranks = sum(rank for rank, (_value, whose) in enumerate(ranked, 1) if whose == 0)
    n, m = len(known), len(unknown)
    u = ranks - n * (n + 1) / 2
    z = (u - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12)
    return Compared(p=math.erfc(abs(z) / math.sqrt(2)), longer=u / (n * m))


def tell(door: str, pairs: list[Pair]) -> bool:
    known, unknown, alike = zip(*pairs, strict=True)
    compared = mann_whitney(list(known), list(unknown))
    same = sum(alike)
    print(f"{door}: {len(pairs)} pairs, {same} of them the same bytes")
    print(
        f"  known {statistics.median(known) * 1000:.2f} ms, unknown"
        f" {statistics.median(unknown) * 1000:.2f} ms (medians);"
        f" p = {compared.p:.3f}, a known address takes longer {compared.longer:.1%} of the time"
    )
    tells = compared.p < LIMIT and abs(compared.longer - 0.5) > EFFECT
    good = same == len(pairs) and not tells
    print("  tells nothing" if good else "  TELLS whose address is known")
    return good


if __name__ == "__main__":
    sys.exit(main())
