"""Words and names lie sealed on disk, each with a key of its own; destroying the key erases them.

Keys are committed before the words they open, and destroyed after the words are gone.
"""

from openchair.kernel.sealed.checking import (
    TooManyOrphans,
    blank_what_has_no_key,
    check,
    drop_keys_without_words,
    sweep,
)
from openchair.kernel.sealed.destroying import finish_destroying
from openchair.kernel.sealed.field import SealedText
from openchair.kernel.sealed.key_file import WrongHouseKey
from openchair.kernel.sealed.keys import KeysInMemory
from openchair.kernel.sealed.opening import KeyMissing, open_all, seal_all

__all__ = [
    "KeyMissing",
    "KeysInMemory",
    "SealedText",
    "TooManyOrphans",
    "WrongHouseKey",
    "blank_what_has_no_key",
    "check",
    "drop_keys_without_words",
    "finish_destroying",
    "open_all",
    "seal_all",
    "sweep",
]
