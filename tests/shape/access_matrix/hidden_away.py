"""Who reads what someone hid for all, and that something stood there (spec/model.md 5.6.7)."""

TUESDAY = frozenset("Chiara Els Ama Bert Dev Lin Noor Vera".split())
STAIRWELL = frozenset("Mara Tom Lin Kim".split())
READ_BY = {  # the writer alone
    "hidden of Els": {"Els"},
    "hidden of Dev": {"Dev"},
    "hidden on the stairwell": {"Lin"},
    "hidden and taken back": {"Bert"},
    "let stand": TUESDAY,  # a listener undid it
}
ANSWERS = {
    "hidden under let stand": {"Ama"},
    "hidden under towel": {"Els"},
    "let stand too": TUESDAY,
}
ROWS = {
    "share hidden of Els": TUESDAY | {"Harriet"},
    "share hidden of Dev": TUESDAY - {"Vera"} | {"Harriet"},  # Vera keeps Dev apart
    "share hidden on the stairwell": STAIRWELL,  # Harriet keeps Lin apart
    "share hidden and taken back": {"Bert", "Harriet"},
    "share let stand": set[str](),
    "answer hidden under let stand": {"Ama", "Chiara", "Harriet"},
    "answer hidden under towel": {"Els", "Harriet"},  # by Vera, who keeps Dev apart
    "answer let stand too": set[str](),
}
HIDDEN_BY = dict.fromkeys(ROWS, "Chiara") | {
    "share hidden on the stairwell": "Mara",
    "answer hidden under towel": "Vera",
}
UNDER = {
    "hidden under let stand": "let stand",
    "hidden under towel": "towel",
    "let stand too": "let stand",
}
CLOSED = {"Ama joy": {"Ama"}, "Ama let stand too": {"Ama"}}
"""By one reader for themselves: nobody else knows."""
WRITERS = {
    "Els": {"hidden of Els"},
    "Dev": {"hidden of Dev"},
    "Lin": {"hidden on the stairwell"},
    "Bert": {"hidden and taken back", "let stand"},
}
ANSWERED = {"Ama": {"hidden under let stand"}, "Els": {"hidden under towel", "let stand too"}}
AT_THE_STAIRWELL = {"hidden on the stairwell"}
