"""The oracle of how someone comes in and is known again: devices, passkeys, codes, names."""

from typing import Any

READ, WRITE, BOTH = (
    frozenset({"GET", "HEAD"}),
    frozenset({"POST"}),
    frozenset({"GET", "HEAD", "POST"}),
)

OF_COMING_IN: dict[str, tuple[Any, ...]] = {
    "last-key": ("signed_in", READ, "", (200,)),
    "mine-devices": ("signed_in", READ, "", (200,)),
    "end-device": ("signed_in", WRITE, "session", (302,)),
    "end-other-devices": ("signed_in", WRITE, "", (302,)),
    "end-all-devices": ("signed_in", WRITE, "", (302,)),
    "mine-keys": ("signed_in", READ, "", (200,)),
    "add-key": ("signed_in", BOTH, "", (200, 422)),
    "mine-key": ("signed_in", BOTH, "passkey"),
    "take-away-key": ("signed_in", WRITE, "passkey", (302,)),
    "mine-recovery": ("signed_in", BOTH),
    "mine-recovery-shown": ("signed_in", READ, "", (200,)),
    "mine-name": ("signed_in", BOTH),
    "never-use-name": ("signed_in", WRITE, "", (302,)),
    "use-name-again": ("signed_in", WRITE, "unused-name", (302,)),
    "sure": ("signed_in", READ, "", (200,)),
    "sure-send": ("signed_in", WRITE, "", (302,)),
    "sure-code": ("signed_in", BOTH, "", (302,)),
    "sure-passkey": ("signed_in", BOTH, "", (200, 422)),
    "sure-recovery": ("signed_in", BOTH, "", (200, 422)),
    "sure-press": ("signed_in", WRITE, "", (302,)),
    "sure-go-on": ("signed_in", READ, "", (302,)),
}
"""Door, methods, what it is about, answers: as `routes.Route`."""

WITHOUT_A_DEVICE = {
    "sign-in-passkey",
    "sign-in-recovery",
    "add-key",
    "sure-passkey",
    "sure-recovery",
}
"""They want an answer that a device, or a paper, gives."""
