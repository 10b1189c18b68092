"""The words `backup`, `restore`, `upgrade` and `move`: what stands around the work in `backups`.

What does it is called by name: this module is read before there are settings.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import django
from django.utils.module_loading import import_string

from openchair.cli.holding import alone, in_use
from openchair.cli.starting import reach_the_database, try_the_key
from openchair.cli.troubles import say
from openchair.cli.words import _
from openchair.config import KeyLost, key_file_here, read_config


def back_up() -> None:
    config = read_config()
    with in_use(config.home):
        _ready()
        kept = import_string("openchair.cli.backups.taking.back_up")(datetime.now(UTC))
    say(
        _(
            "The backup is whole, and every word in it opens. It is two files:\n  %(rows)s\n  %(keys)s\n"
            "Copy both to another machine. The house key is in neither: that is on paper."
        )
        % {"rows": kept.rows, "keys": kept.keys}
    )


def restore(rows: Path, *, over: bool) -> None:
    _the_key_is_here()
    with _alone():
        run = import_string("openchair.cli.backups.putting_back.restore")
        run(rows.expanduser().absolute(), datetime.now(UTC), over=over)


def upgrade(*, back: bool) -> None:
    with _alone():
        name = "back" if back else "upgrade"
        import_string(f"openchair.cli.backups.upgrading.{name}")(datetime.now(UTC))


def move(to: str) -> None:
    with _alone():
        import_string("openchair.cli.backups.moving.move")(to, datetime.now(UTC))


@contextmanager
def _alone() -> Iterator[None]:
    with alone(read_config().home):
        _ready()
        yield


def _ready() -> None:
    reach_the_database(read_config())
    django.setup()
    try_the_key()


def _the_key_is_here() -> None:
    """A new key would open nothing of what is put back."""
    path = key_file_here()
    if not path.exists():
        raise KeyLost(
            _(
                "The house key is missing: %(file)s\n"
                "Put the key file there, or write the key from the printed key sheet into it as one line,\n"
                "and try again."
            )
            % {"file": path}
        )
