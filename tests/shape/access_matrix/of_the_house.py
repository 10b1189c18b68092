"""The oracle of the house's own addresses: its set-up, and those who do something for it."""

from typing import Any

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)

OF_THE_HOUSE: dict[str, tuple[Any, ...]] = {
    "set-up": ("open_to_all", BOTH, "secret"),
    "rules": ("open_to_all", READ, "", (200,)),
    "duty-letter": ("open_to_all", BOTH, "handover"),
    "house-desk": ("with_a_duty", READ, "", (200,)),
    "house-events": ("stewards_and_ears", READ, "", (200,)),
    "house-name": ("setting_up", BOTH),
    "house-place": ("setting_up", BOTH),
    "first-steward": ("setting_up", BOTH, "", (302,)),
    "house-greeting": ("stewards_and_hosts", BOTH),
    "house-listener": ("stewards", READ, "", (200,)),
    "nobody-is-independent": ("stewards", WRITE),
    "house-safety": ("stewards", BOTH),
    "house-mail": ("stewards", BOTH),
    "try-mail": ("stewards", WRITE),
    "without-mail": ("stewards", WRITE),
    "house-key": ("stewards", READ, "", (200,)),
    "show-key": ("stewards", WRITE),
    "key-sheet": ("stewards", READ, "", (302,)),
    "put-away-key": ("stewards", WRITE),
    "house-opening": ("stewards", BOTH, "", (302,)),
    "house-duties": ("with_a_duty", READ, "", (200,)),
    "ask-for-duty": ("stewards", WRITE, "duty"),
    "put-down-duty": ("signed_in", WRITE, "duty"),
    "take-back-duty-letter": ("stewards", WRITE, "handover"),
    "end-duty": ("stewards", WRITE, "role"),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

BY_DUTY = {
    "stewards": {"Ralf"},
    "hosts": {"Chiara"},
    "ears": {"Harriet"},
    "setting_up": {"Ralf"},  # nobody else once there is a steward
    "stewards_and_hosts": {"Ralf", "Chiara"},
    "stewards_and_ears": {"Ralf", "Harriet"},
    "with_a_duty": {"Ralf", "Chiara", "Harriet"},
}
HELD_BY = {"steward": "Ralf", "host": "Chiara", "ear": "Harriet"}
