"""What is measured: at which hour of the people at the table, and what they said before."""

from dataclasses import dataclass

DAY, NIGHT = 14, 2
"""On the clock of everybody at the table. Nobody moves a clock: they live where it is that hour now."""


@dataclass(frozen=True)
class Hour:
    """`said`: what Ana and Joe said about being asked. `asked`: whether they are, by the first press."""

    name: str
    clock: int
    said: str
    asked: bool
    reads: str
    """What the writer reads then, once the page is there."""
    wakes: bool = False
    """The writer presses "Wake someone" after that."""


HOURS = [
    Hour("by day, two said yes to the day", DAY, "day", True, "Ana and Joe have been asked."),
    Hour(
        "by day, nobody said yes",
        DAY,
        "",
        False,
        "Nobody at this table has said that they may be asked at this hour.",
    ),
    Hour(
        "by day, nobody said yes, two show Sam a number",
        DAY,
        "ring",
        False,
        "Ana said that you may ring.",
    ),
    Hour("by night, two said yes to nights", NIGHT, "night", True, "Ana and Joe have been asked."),
    Hour(
        "by night, two said “wake me tonight”",
        NIGHT,
        "wake",
        False,
        "Nobody is woken unless you press.",
        wakes=True,
    ),
    Hour(
        "by night, nobody said yes to nights",
        NIGHT,
        "day",
        False,
        "Nobody from this table is awake. That is about the hour, not about you.",
    ),
]
