"""Where everything in the drawing of a table lies. Pure geometry: nothing here knows a circle.

The rules are those of the drawing itself: the reader sits nearest, the others follow in the order the
table chose, clockwise, or the other way where people read from right to left. Nothing is ordered, sized
or coloured by what anybody did.
"""

from openchair.web.drawing.cloth import mini_runner
from openchair.web.drawing.letter import LetterTable, draw_letter_table
from openchair.web.drawing.table import (
    Chair,
    Cup,
    Drawing,
    Place,
    Sprig,
    draw_nameless_table,
    draw_table,
)

__all__ = [
    "Chair",
    "Cup",
    "Drawing",
    "LetterTable",
    "Place",
    "Sprig",
    "draw_letter_table",
    "draw_nameless_table",
    "draw_table",
    "mini_runner",
]
