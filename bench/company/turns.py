"""Where people come one by one: the next is asked after five minutes, at the clock's next turn."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from bench.company.hours import DAY, Hour
from bench.company.once import Never, Once, Steps
from bench.company.post import Post

AT_THE_LATEST = 6.5 * 60
"""Seconds: five minutes, a turn of the clock, and a little."""
LOOKS_EVERY = 2.0
TURNS = Hour("one by one", DAY, "alone", asked=True, reads="has been asked.")
TRUTH = "Nobody has been able to come yet. That is about the hour, not about you."


def one_by_one(port: int, post: Post, table: dict[str, Any]) -> Steps:
    """Both are away: neither opens Today, and the first of them does not come."""
    steps = Steps()
    once = Once(TURNS, port, post, table, steps, patience=AT_THE_LATEST)
    try:
        once.press("Say it, answered", once.say)
        once.until("the writer reads that one has been asked", once.sam, once.call, TURNS.reads)
        with ThreadPoolExecutor() as waits:
            mails = [waits.submit(_came, post, table[name]) for name in ("ana-at", "joe")]
            step = "the writer reads that nobody could come yet"
            once.until(step, once.sam, once.call, TRUTH, every=LOOKS_EVERY)
            first, second = sorted(mail.result() - once.began for mail in mails)
        steps.note("the mail for the first of the two", first)
        steps.note("the mail for the next one", second)
    except Never as never:
        steps.faults.append(str(never))
    return steps


def _came(post: Post, address: str) -> float:
    came = post.came(address, within=AT_THE_LATEST)
    if came is None:
        raise Never(f"no mail came for {address}")
    return came
