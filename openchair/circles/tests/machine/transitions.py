"""Every transition a circle, a seat and a letter have: from spec/model.md 5.1, by hand."""

IN = "visiting arriving seated resting paused".split()

SEAT = {
    "": "visiting seated",
    "visiting": "arriving resting paused left",
    "arriving": "seated resting paused left",
    "seated": "resting paused left",
    "resting": "visiting arriving seated paused left",
    "paused": "visiting arriving seated left",
    "left": "visiting arriving seated paused",
    "gone": "visiting seated",
}
CIRCLE = {
    "founding": "gathering closing",
    "gathering": "resting unkept closing",
    "unkept": "gathering closing",
    "resting": "gathering unkept closing",
    "closing": "gathering unkept closed",
}
LETTER = {
    "": "drafted ready",
    "drafted": "ready|not possible|withdrawn",
    "ready": "seen accepted visited declined withdrawn",
    "seen": "accepted visited declined withdrawn",
}


def _of(what: str, said: dict[str, str]) -> set[tuple[str, str, str]]:
    return {
        (what, was, one)
        for was, became in said.items()
        for one in became.split("|" if "|" in became else " ")
    }


KNOWN = (
    _of("seat", SEAT)
    | _of("circle", CIRCLE)
    | _of("letter", LETTER)
    | {("seat", was, "gone") for was in [*IN, "left"]}  # the table's end, or a door that closed
)
