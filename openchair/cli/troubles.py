"""What can go wrong on the machine itself, and the sentence that says what to do about it."""

import binascii
import errno
import sys
import tomllib
from dataclasses import dataclass

from openchair.cli.words import _
from openchair.config import KeyLost


class Trouble(Exception):
    """Something the person at the terminal can put right; the message says how."""


@dataclass(frozen=True)
class Said:
    sentence: str
    key_lost: bool = False


FULL = _(
    "The disk is full. Nothing was lost that this house had said was kept.\n"
    "Make some room and start again."
)
LOCKED = _(
    "Something else is using this house's files and did not let go of them in twenty seconds.\n"
    "Close the other program (perhaps a copy or a second start) and try again."
)
UNWRITABLE = _(
    "This house's folder cannot be written to. Give it to the user who runs Openchair,\n"
    "or name another folder with OPENCHAIR_HOME."
)
DAMAGED = _(
    "The house's database file is damaged and was left as it is.\n"
    "Put back your last backup with: bin/openchair restore"
)
SILENT = _(
    "The database server that DATABASE_URL names does not answer, or does not let this house in.\n"
    "Start it, or put the address right."
)
UNREADABLE_KEY = _(
    "What stands in the key file is no house key. Put the file back from your copy, or write the key\n"
    "from your printed key sheet into it as one line. Nothing in the house was changed."
)
SIGNS = {
    "disk is full": FULL,
    "no space left": FULL,
    "database is locked": LOCKED,
    "database table is locked": LOCKED,
    "readonly database": UNWRITABLE,
    "unable to open database file": UNWRITABLE,
    "not a database": DAMAGED,
    "malformed": DAMAGED,
    "connection failed": SILENT,
    "connection refused": SILENT,
    "couldn't get a connection": SILENT,
}


def in_plain_words(error: Exception) -> Said | None:
    """None where we have no better words than the error's own: then its trace is worth more."""
    if isinstance(error, KeyLost):
        return Said(str(error), key_lost=True)
    if isinstance(error, Trouble):
        return Said(str(error))
    if isinstance(error, tomllib.TOMLDecodeError):
        sentence = _("openchair.toml in the house's folder cannot be read: %(why)s")
        return Said(sentence % {"why": error})
    if isinstance(error, binascii.Error):
        return Said(UNREADABLE_KEY, key_lost=True)
    if isinstance(error, OSError):
        return of_the_system(error)
    return by_its_signs(error)


def of_the_system(error: OSError) -> Said | None:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Said(FULL)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        this = _("It was this that could not be written: %(file)s") % {"file": error.filename}
        return Said(f"{UNWRITABLE}\n{this}")
    return None


def by_its_signs(error: Exception) -> Said | None:
    said = str(error).lower()
    return next((Said(sentence) for sign, sentence in SIGNS.items() if sign in said), None)


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
