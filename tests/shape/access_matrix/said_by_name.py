"""Who reads what was said to some by name, or opened to more since."""

TUESDAY = frozenset("Chiara Els Ama Bert Dev Lin Noor Vera".split())
READ_BY = {
    "to a few": {"Dev", "Lin"},  # Vera keeps Dev apart
    "to a visitor": {"Chiara"},  # Noor only visits, and Sam left
    "opened": TUESDAY,  # to three by name first, and to the table since an hour
}
ANSWERS = {
    "Lin to a few": {"Dev", "Lin"},
    "Ama before it was opened": {"Els", "Ama", "Chiara", "Bert"},
    "Chiara before it was opened": {"Els", "Ama", "Chiara", "Bert"},
    "Dev let it go along to Bert": {"Els", "Dev", "Ama", "Chiara", "Bert"},
    "Ama said yes to going along": TUESDAY,
    "Bert since it was opened": TUESDAY,
}
UNDER = {
    "Lin to a few": "to a few",
    "Ama before it was opened": "opened",
    "Chiara before it was opened": "opened",
    "Dev let it go along to Bert": "opened",
    "Ama said yes to going along": "opened",
    "Bert since it was opened": "opened",
}
READERS = {  # whoever reads the words reads who else may
    "Vera to a few": {"Lin"},
    "Lin to a few": {"Dev", "Lin"},
    "Noor to a visitor": {"Chiara"},
    "Sam to a visitor": {"Chiara"},
    "Ama to opened": TUESDAY,
    "Chiara to opened": TUESDAY,
    "Bert to opened": TUESDAY,
}
WRITERS = {"Dev": {"to a few"}, "Chiara": {"to a visitor"}, "Els": {"opened"}}
ANSWERED = {
    "Lin": {"Lin to a few"},
    "Dev": {"Dev let it go along to Bert"},
    "Ama": {"Ama before it was opened", "Ama said yes to going along"},
    "Chiara": {"Chiara before it was opened"},
    "Bert": {"Bert since it was opened"},
}
