"""The drawing above an invitation: the table's edge, a chair drawn out, a name card and a clean cup."""

from dataclasses import dataclass

from openchair.web.drawing.cloth import Runner, runner
from openchair.web.drawing.lettering import shortened, width

NAME_SIZE = 24
CARD_ROOM = 190
TABLE, SCALE = 190, 1.76


@dataclass(frozen=True, slots=True)
class LetterTable:
    """`card` is the width of the name card, `name` what is written on it."""

    name: str
    card: float
    runner: Runner
    radius: int = TABLE


def draw_letter_table(name: str, cloth: str = "house") -> LetterTable:
    written = shortened(name, CARD_ROOM, NAME_SIZE)
    card = max(96.0, width(written, NAME_SIZE) + 36)
    return LetterTable(written, round(card, 1), runner(cloth, TABLE, SCALE))
