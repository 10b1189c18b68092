"""Compares what was acknowledged with what lies there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from bench.kill.clients import Poster


class Judged(Protocol):
    faults: list[str]
    notes: list[str]


def judge(there: dict[str, Any], people: Sequence[Poster], run: Judged) -> None:
    acknowledged = {words: pk for person in people for words, pk in person.acknowledged.items()}
    run.faults += _posts(acknowledged, there["shares"])
    run.faults += _letters(there["shares"], there["letters"], acknowledged)
    run.faults += [f"refused: {said}" for person in people for said in person.troubles]
    run.faults += [f"the check says: {said}" for said in there["wrong"]]
    if there["unfinished"]:
        run.faults.append(f"{there['unfinished']} forms are marked and have no answer")
    run.notes += [f"left by kills and swept up: {said}" for said in there["swept"]]


def _posts(acknowledged: dict[str, str], shares: dict[str, str]) -> Iterator[str]:
    times = Counter(shares.values())
    for words, pk in acknowledged.items():
        if times[words] == 0:
            yield f"lost: {words}"
        elif times[words] > 1:
            yield f"there {times[words]} times: {words}"
        elif shares.get(pk) != words:
            yield f"acknowledged under another id: {words}"
    yield from (f"never acknowledged, and there: {words}" for words in times.keys() - acknowledged)


def _letters(
    shares: dict[str, str], letters: dict[str, int], acknowledged: dict[str, str]
) -> Iterator[str]:
    """Half done is a share without its letter, or a letter without its share."""
    for pk, words in shares.items():
        if letters.get(pk, 0) != 1:
            yield f"{letters.get(pk, 0)} letters: {words}"
    for words, pk in acknowledged.items():
        if pk in letters and pk not in shares:
            yield f"a letter without its words: {words}"
