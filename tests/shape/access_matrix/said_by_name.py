"""Who reads what was said to some by name, or opened to more since."""

TUESDAY = frozenset("Chiara Els Ama Bert Dev Lin Noor Vera".split())
READ_BY = {
    "to a few": {"Dev", "Lin"},  # Vera keeps Dev apart
    "to a visitor": {"Chiara"},  # Noor only visits, and Sam left
    "opened": TUESDAY,  # to Ama first, and to the table since an hour
}
ANSWERS = {
    "Lin to a few": {"Dev", "Lin"},
    "Ama before it was opened": {"Els", "Ama"},
    "Ama said yes to going along": TUESDAY,
    "Bert since it was opened": TUESDAY,
}
UNDER = {
    "Lin to a few": "to a few",
    "Ama before it was opened": "opened",
    "Ama said yes to going along": "opened",
    "Bert since it was opened": "opened",
}
READERS = {  # whoever reads the words reads who else may
    "Vera to a few": {"Lin"},
    "Lin to a few": {"Dev", "Lin"},
    "Noor to a visitor": {"Chiara"},
    "Sam to a visitor": {"Chiara"},
    "Ama to opened": TUESDAY,
}
WRITERS = {"Dev": {"to a few"}, "Chiara": {"to a visitor"}, "Els": {"opened"}}
ANSWERED = {
    "Lin": {"Lin to a few"},
    "Ama": {"Ama before it was opened", "Ama said yes to going along"},
    "Bert": {"Bert since it was opened"},
}
