"""The oracles of single rooms, gathered."""

from tests.shape.access_matrix import of_company, of_keeping, of_naming, of_sitting, of_words
from tests.shape.access_matrix.of_the_house import OF_THE_HOUSE

OF_ROOMS = OF_THE_HOUSE | of_words.OF_WORDS | of_naming.OF_NAMING | of_keeping.OF_KEEPING
OF_ROOMS |= of_sitting.OF_SITTING | of_company.OF_COMPANY
REFUSED_IN_ROOMS = of_words.REFUSALS | of_naming.REFUSALS | of_keeping.REFUSALS
REFUSED_IN_ROOMS |= of_sitting.NOT_SITTING | of_company.REFUSALS
