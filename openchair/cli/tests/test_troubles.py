import errno
import sqlite3
from pathlib import Path

import pytest
from django.db.utils import OperationalError

from openchair.cli import troubles
from openchair.config import KeyLost


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OperationalError("database is locked"), troubles.LOCKED),
        (OperationalError("database or disk is full"), troubles.FULL),
        (OperationalError("attempt to write a readonly database"), troubles.UNWRITABLE),
        (OperationalError("unable to open database file"), troubles.UNWRITABLE),
        (sqlite3.DatabaseError("file is not a database"), troubles.DAMAGED),
        (OperationalError("connection failed: Connection refused"), troubles.SILENT),
        (OSError(errno.ENOSPC, "No space left on device"), troubles.FULL),
    ],
)
def test_what_the_machine_lacks_has_a_sentence(error: Exception, sentence: str) -> None:
    said = troubles.in_plain_words(error)
    assert said is not None
    assert said.sentence == sentence


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    said = troubles.in_plain_words(PermissionError(errno.EACCES, "denied", str(tmp_path)))
    assert said is not None
    assert str(tmp_path) in said.sentence


def test_a_lost_key_is_told_apart() -> None:
    said = troubles.in_plain_words(KeyLost("The house key is missing."))
    assert said is not None
    assert said.key_lost


def test_our_own_faults_keep_their_trace() -> None:
    assert troubles.in_plain_words(ValueError("a fault of ours")) is None
    assert troubles.in_plain_words(OSError(errno.EINVAL, "odd")) is None
