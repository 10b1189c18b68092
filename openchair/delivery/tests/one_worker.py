"""A worker in a process of its own, for the tests that kill it.

Arguments: the test's database, the port of the mail server, and what the clock shows.
"""

import sys
from datetime import datetime
from importlib import import_module

import django
from django.conf import settings


def send(database: str, port: str, at: str) -> None:
    settings.DATABASES["default"]["NAME"] = database
    mailer = {"OPTIONS": {"host": "127.0.0.1", "port": int(port), "timeout": 5}}
    settings.MAILERS = {"default": mailer}
    django.setup()
    _hand_over()
    import_module("openchair.delivery.outbox").send_due(datetime.fromisoformat(at))


def _hand_over() -> None:
    kinds = import_module("openchair.delivery.kinds").Kind
    hours = import_module("openchair.delivery.night").Hours
    sending = import_module("openchair.delivery.sending")
    sending.ask_before_sending(dict.fromkeys(kinds, lambda _letter: True))
    sending.know_readers(hours_of=lambda _account: hours(), language_of=lambda _account: "")
    sending.speak_as(lambda: "Elm House")


if __name__ == "__main__":
    send(*sys.argv[1:])
