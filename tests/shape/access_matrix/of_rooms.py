"""The oracles of single rooms, gathered, and what lies in each."""

from typing import TYPE_CHECKING

from tests.shape.access_matrix import (
    of_answers,
    of_company,
    of_distance,
    of_hidden,
    of_how,
    of_keeping,
    of_naming,
    of_readers,
    of_sitting,
    of_tables,
    of_waiting,
    of_words,
    of_worries,
    of_worrying,
)
from tests.shape.access_matrix.of_the_house import OF_THE_HOUSE

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

OF_ROOMS = OF_THE_HOUSE | of_words.OF_WORDS | of_naming.OF_NAMING | of_keeping.OF_KEEPING
OF_ROOMS |= of_sitting.OF_SITTING | of_answers.OF_ANSWERS | of_distance.OF_DISTANCE
OF_ROOMS |= of_company.OF_COMPANY | of_readers.OF_READERS
REFUSED_IN_ROOMS = of_words.REFUSALS | of_naming.REFUSALS | of_keeping.REFUSALS
REFUSED_IN_ROOMS |= of_sitting.NOT_SITTING | of_answers.REFUSALS | of_distance.NOT_AT_A_DISTANCE
REFUSED_IN_ROOMS |= of_company.REFUSALS | of_readers.REFUSALS
OF_ROOMS |= of_worrying.OF_WORRIES | of_how.OF_HOW | of_waiting.OF_WAITING
OF_ROOMS |= of_hidden.OF_HIDDEN
REFUSED_IN_ROOMS |= of_hidden.REFUSALS
REFUSED_IN_ROOMS |= of_worrying.REFUSALS | of_how.REFUSALS


def lay_the_rooms(world: "World") -> None:
    of_words.lay_passages(world)
    of_tables.lay_what_tables_ask(world)
    of_answers.lay_answers(world)
    of_readers.lay_readers(world)
    of_hidden.lay_hidden(world)
    of_worries.lay_worries(world)
    of_how.lay_how_people_are(world)
    of_waiting.lay_waiting(world)
