"""A house that tells: each comparison must notice it, or it would notice nothing."""

import random
import time

from bench.prober.comparing import kolmogorov_smirnov, live
from bench.prober.table import Table
from bench.prober.watching import Watch
from bench.prober.ways import Way

A_LITTLE = 0.002  # seconds


def notices_what_tells(table: Table, times: int) -> bool:
    by_bytes = live(Way("control", "", _tells_by_a_word), table, 10).alike == 0
    by_time = live(Way("control", "", _tells_by_time), table, times).tells_by_time
    drawn = random.Random(1)
    early = [drawn.uniform(12, 23) for _one in range(1000)]
    late = [drawn.uniform(13, 24) for _one in range(1000)]
    by_delay = kolmogorov_smirnov(early, late)[1] < 0.01
    said = {"a word": by_bytes, "two milliseconds": by_time, "an hour's delay": by_delay}
    for what, noticed in said.items():
        print(f"control: {what} is {'noticed' if noticed else 'NOT noticed'}")
    return all(said.values())


def _tells_by_a_word(_table: Table, kept: bool, watch: Watch) -> None:
    watch.note("full" if kept else "not now")


def _tells_by_time(_table: Table, kept: bool, watch: Watch) -> None:
    began = time.perf_counter()
    time.sleep(A_LITTLE * (2 if kept else 1))
    watch.seconds += time.perf_counter() - began
