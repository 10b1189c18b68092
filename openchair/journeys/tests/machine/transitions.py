"""Every transition words, an answer and an offer have: from spec/model.md, Share and Response, by hand."""

STANDING = "offered softened narrowed widened".split()
SHARE = {
    "": "offered",
    **dict.fromkeys(STANDING, "softened|narrowed|widened|taken back|erased"),
    "taken back": "erased",
}
ANSWER = {
    "": "said|held",
    "said": "put away|carried|taken back|erased",
    "held": "said|carried|taken back|erased",
    "carried": "put away|taken back|erased",
    "put away": "taken back|erased",
    "taken back": "erased",
}
OFFER = {
    "": "none",
    "none": "yes|not-now|no|gone",
    "not-now": "yes|no|gone",
    "no": "yes|not-now|gone",
    "yes": "gone",
}


def _of(what: str, said: dict[str, str]) -> set[tuple[str, str, str]]:
    return {
        (what, was, one) for was, became in said.items() for one in became.split("|") if one != was
    }


KNOWN = _of("share", SHARE) | _of("answer", ANSWER) | _of("offer", OFFER)
