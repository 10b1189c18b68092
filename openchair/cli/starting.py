"""From nothing to a house that answers: rows, styles, people of the demo, and an open port."""

import fcntl
import hashlib
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import django
import uvicorn
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, execute_from_command_line
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation
from django.utils.module_loading import import_string

from openchair.cli.holding import in_use
from openchair.cli.troubles import Trouble, say
from openchair.cli.words import _, language
from openchair.config import Config, read_config

LOGS = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"wordless": {"()": "openchair.cli.logs.Wordless"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "wordless"}},
    "loggers": {"uvicorn": {"handlers": ["terminal"], "propagate": False}},
}


def open_the_house() -> None:
    """Prepares what is missing, then answers until it is told to stop."""
    config = read_config()
    reach_the_database(config)
    with in_use(config.home), a_door(config) as door:
        with one_start_at_a_time(config.home):
            django.setup()
            try_the_key()
            migrate(config)
            finish_restoring()
            collect_static()
            if config.demo:
                invite_the_demo_people()
            secret = make_a_set_up_address()
        House(config, secret).run(sockets=[door])


def reach_the_database(config: Config) -> None:
    """By name: a house on SQLite need not load what speaks with PostgreSQL."""
    if config.database_url:
        import_string("openchair.cli.second_server.reach")(config.database_url)


@contextmanager
def a_door(config: Config) -> Iterator[socket.socket]:
    """The port, taken before anything is changed: who calls early waits instead of failing."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    try:
        door = socket.create_server((config.host, config.port), family=family, backlog=512)
    except OSError as error:
        raise Trouble(
            _("Port %(port)d cannot be used (%(why)s).\nTry another:  --port %(next)d")
            % {
                "port": config.port,
                "why": os.strerror(error.errno or 0),
                "next": config.port + 1,
            }
        ) from None
    with door:
        yield door


@contextmanager
def one_start_at_a_time(home: Path) -> Iterator[None]:
    with (home / "starting.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def try_the_key() -> None:
    """Raises KeyLost where the house key is another house's: before anything is sealed with it."""
    import_string("openchair.kernel.sealed.keys.store").read([])


def migrate(config: Config) -> None:
    """A house with people in it is backed up before it is brought forward; the demo is laid anew."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan and executor.loader.applied_migrations and not config.demo:
        import_string("openchair.cli.backups.upgrading.upgrade")(datetime.now(UTC))
    elif plan:
        say(_("Laying the floors."))
        call_command("migrate", interactive=False, verbosity=0)
    connection.close()


def finish_restoring() -> None:
    """What a restore or a backup that was cut short had still to do: before anybody comes in."""
    import_string("openchair.cli.backups.places.throw_away_left")(settings.OPENCHAIR.home)
    import_string("openchair.journeys.again.finish_restoring")()
    connection.close()


def collect_static() -> None:
    """Copies styles, scripts and fonts under their hashed names, where they have changed."""
    stamp = settings.STATIC_ROOT / "collected-from"
    sources = fingerprint_of_sources()
    if stamp.exists() and stamp.read_text() == sources:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    stamp.write_text(sources)


def fingerprint_of_sources() -> str:
    found = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            seen = Path(storage.path(path)).stat()
            found.update(f"{path} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return found.hexdigest()


def invite_the_demo_people() -> None:
    """By name: this module is read before there are settings, and theirs needs them."""
    if not import_string("openchair.people.models.Account").objects.exists():
        say(_("Inviting the people of the demo."))
        import_string("openchair.testing.scenes.lay_the_demo")()
    connection.close()


def make_a_set_up_address() -> str:
    """A new one at each start of a house that is not open; it ends those before it."""
    secret: str = import_string("openchair.house.actions.new_address")(datetime.now(UTC))
    connection.close()
    return secret


class House(uvicorn.Server):
    """Tells its address once it truly answers."""

    def __init__(self, config: Config, secret: str) -> None:
        self.address = config.public_address
        self.secret = secret
        super().__init__(
            uvicorn.Config(
                "openchair.asgi:application",
                access_log=False,
                log_config=LOGS,
                log_level="warning",
                server_header=False,
                timeout_graceful_shutdown=3,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            say(self.greeting() % {"address": self.address, "secret": self.secret})

    def greeting(self) -> str:
        if self.secret:
            return _(
                "This house is not open yet. Set it up in your browser, at this address:\n\n"
                "    %(address)s/set-up/%(secret)s/\n\n"
                "It is for one person, and the next start ends it.  (Ctrl-C closes the house.)"
            )
        return _("Openchair is open at %(address)s  (Ctrl-C closes it.)")


def manage(words: list[str]) -> None:
    """Django's own commands, on this house, in the language of the terminal."""
    django.setup()
    translation.activate(language())
    execute_from_command_line(["bin/openchair manage", *words])
