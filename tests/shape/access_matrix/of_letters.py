"""The oracle of a letter's own address: to whom it opens, and whom it leads to the table instead."""

from tests.shape.access_matrix.sight import INSIDE

OPEN_LETTERS = {"Alone", "of one who left", "to the stairwell"}
REFUSED_AT_THE_DOOR = {  # a block with someone who sits there, in either direction: AS-04
    "to the stairwell": {"Omar", "Harriet", "Mara", "Tom"},
    "of one who left": {"Harriet", "Vera", "Dev"},
}
LEADS_TO = {"Pair": "Pair", "Alone": "Alone", "to the stairwell": "Stairwell"}  # all else: Tuesday


def letter_is_there(person: str, route: str, name: str, *, missing: bool) -> bool:
    if route in ("have-it", "not-now"):
        return True
    return opens_to(person, name) or (not missing and leads_home(person, name))


def opens_to(person: str, name: str) -> bool:
    return name in OPEN_LETTERS and person not in REFUSED_AT_THE_DOOR.get(name, ())


def leads_home(person: str, name: str) -> bool:
    """Whoever sits there already is led to their table by its letters."""
    return person in INSIDE[_table(name)]


def letter_answers(person: str, name: str) -> tuple[int, ...]:
    """A letter that is open is read, also by those who sit there; a used one leads them home."""
    return (200,) if opens_to(person, name) else (302,)


def _table(name: str) -> str:
    return LEADS_TO.get(name, "Tuesday")
