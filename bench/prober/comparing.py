"""Whether two cases look alike: byte by byte, and by how long they take."""

import math
import statistics
from bisect import bisect_right
from dataclasses import dataclass

from bench.prober.table import Table
from bench.prober.watching import Watch, undone
from bench.prober.ways import Way
from bench.timing import Compared, mann_whitney

LIMIT, EFFECT = 0.01, 0.05


@dataclass(frozen=True)
class Lived:
    """Each time of one way: the two cases' seconds, and whether all that was read was the same."""

    seconds: tuple[list[float], list[float]]
    alike: int
    unlike: str

    @property
    def compared(self) -> Compared | None:
        """Nothing to compare where nobody waited for anything."""
        return mann_whitney(*self.seconds) if all(self.seconds[0]) else None

    @property
    def tells_by_time(self) -> bool:
        one = self.compared
        return one is not None and one.p < LIMIT and abs(one.longer - 0.5) > EFFECT


def live(way: Way, table: Table, times: int) -> Lived:
    """Which case comes first changes each time."""
    seconds: tuple[list[float], list[float]] = ([], [])
    alike, unlike = 0, ""
    for time in range(times):
        watched = {kept: _once(way, table, kept) for kept in (bool(time % 2), not time % 2)}
        for kept, taken in zip((True, False), seconds, strict=True):
            taken.append(watched[kept].seconds)
        same = watched[True].told == watched[False].told
        alike += same
        unlike = unlike or ("" if same else _first_unlike(watched[True], watched[False]))
    return Lived(seconds, alike, unlike)


def _once(way: Way, table: Table, kept: bool) -> Watch:
    watch = Watch()
    with undone():
        way.live(table, kept, watch)
    return watch


def _first_unlike(one: Watch, other: Watch) -> str:
    pairs = list(zip(one.told, other.told, strict=False))
    first = next((pair for pair in pairs if pair[0] != pair[1]), (b"", b""))
    at = next((n for n, (a, b) in enumerate(zip(*first, strict=False)) if a != b), 0)
    return " / ".join(said[max(0, at - 60) : at + 120].decode(errors="replace") for said in first)


def tell(way: Way, table: Table, times: int) -> bool:
    lived = live(way, table, times)
    bytes_alike = lived.alike == times
    good = bytes_alike and not lived.tells_by_time
    print(f"{way.name} ({way.compared}): {times} times, {lived.alike} of them the same bytes")
    if lived.compared:
        kept, other = (statistics.median(taken) * 1000 for taken in lived.seconds)
        print(
            f"  {kept:.2f} / {other:.2f} ms (medians); Mann-Whitney p = {lived.compared.p:.3f},"
            f" the first takes longer {lived.compared.longer:.1%} of the time"
        )
    if lived.unlike:
        print(f"  {lived.unlike}")
    print("  tells nothing" if good else "  TELLS")
    return good


def tell_delays(kept: list[float], other: list[float]) -> bool:
    apart, p = kolmogorov_smirnov(kept, other)
    print(f"delay (kept apart / answered no in private): {len(kept)} checks in each case")
    for name, found in (("kept apart", kept), ("a no", other)):
        cut = statistics.quantiles(found, n=4)
        hours = ", ".join(f"{one / 3600:.1f}" for one in (min(found), *cut, max(found)))
        print(f"  {name}: {hours} hours (least, quarters, most)")
    good = p >= LIMIT
    print(f"  Kolmogorov-Smirnov D = {apart:.3f}, p = {p:.3f}")
    print("  tells nothing" if good else "  TELLS")
    return good


def kolmogorov_smirnov(one: list[float], other: list[float]) -> tuple[float, float]:
    """D, the widest gap between the two distributions, and its p by the usual series."""
    first, second = sorted(one), sorted(other)
    n, m = len(first), len(second)
    apart = max(
        abs(bisect_right(first, at) / n - bisect_right(second, at) / m) for at in first + second
    )
    root = math.sqrt(n * m / (n + m))
    reach = (root + 0.12 + 0.11 / root) * apart
    terms = (2 * (-1) ** (k - 1) * math.exp(-2 * (k * reach) ** 2) for k in range(1, 101))
    return apart, 1.0 if reach < 0.2 else min(1.0, max(0.0, sum(terms)))
