"""What people are shown in a world: pages, the pages after a press, mails, the copy of their words."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.core import mail
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone, translation

from openchair.delivery import outbox
from openchair.delivery.models import Letter, State
from openchair.delivery.wording import Mail, mail_for
from openchair.journeys.copy_pages import as_json, as_page
from openchair.journeys.rooms import read_rooms
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, Person
from tests.shape.access_matrix.asking import FIELDS, Asker
from tests.shape.access_matrix.routes import Target
from tests.shape.access_matrix.world import World
from tests.shape.how_much.lines import lines_of_json, lines_of_page, lines_of_text


@dataclass(frozen=True)
class Shown:
    lines: set[str]
    status: int


class Reader(Asker):
    """A browser for each person, which goes on to where it is led."""

    def page(self, person: str, target: Target, method: str) -> Shown:
        with transaction.atomic():
            response = self._go(person, target, method)
            body = b"" if response.streaming else response.content
            transaction.set_rollback(True)
        cache.delete("house")
        file = response.headers.get("Content-Disposition", "")
        kind = response.headers.get("Content-Type", "")
        lines = _lines(body.decode(errors="replace"), kind) | lines_of_text(file)
        return Shown(lines, response.status_code)

    def _go(self, person: str, target: Target, method: str) -> Any:
        self.take_up(person)
        if method == "GET":
            return self.client.get(self.path(target))
        said = FIELDS | {"once": str(uuid.uuid4())}
        return self.client.post(self.path(target), said, follow=True)


def _lines(body: str, kind: str) -> set[str]:
    if kind.startswith("text/html"):
        return lines_of_page(body)
    return lines_of_json(body) if kind.startswith("application/json") else lines_of_text(body)


def copy_of(account: Account) -> dict[str, set[str]]:
    """The two pages of the copy one may take along, in their language and hours."""
    with acting_for_the_house("making the copies that were asked for"):
        person = Person.objects.get(account=account)
    language = person.language or "en"
    with translation.override(language), timezone.override(person.zone):
        page, values = "".join(as_page(read_rooms(account))), "".join(as_json(read_rooms(account)))
    return {
        "copy to read": lines_of_page(page),
        "copy for a program": lines_of_json(values),
    }


def letters_one_by_one(world: World) -> list[tuple[str, Mail, str]]:
    """To whom, the mail each waiting letter would be if it went alone, and the code in it."""
    called = {account.pk: name for name, account in world.people.items()}
    with acting_for_the_house("sending letters"):
        rows = list(Letter.objects.filter(state=State.WAITING).order_by("written_at", "pk"))
    found = []
    for row in rows:
        name = called[row.to_id] if row.to_id else "somebody outside"
        found.append((f"{name}: {row.kind}", mail_for([row]), row.secret))
    return found


def lines_of_mail(one: Mail) -> set[str]:
    lines = lines_of_text(one.sender) | lines_of_text(one.subject) | lines_of_text(one.body)
    return lines | lines_of_page(one.page)


def mails_sent(world: World, people: Collection[str]) -> list[Any]:
    """All that is due to these people goes out, gathered as it is; to a mailer of Django's own."""
    mail.outbox = []
    others = [one.pk for name, one in world.people.items() if name not in people]
    with acting_for_the_house("sending letters"):
        Letter.objects.filter(to__in=others).delete()
    outbox.send_due(world.at)
    return list(mail.outbox)


def lines_of_sent(one: Any) -> set[str]:
    """As it left: subject, sender, words, and the same as a page."""
    lines = lines_of_text(f"{one.subject}\n{one.from_email}\n{one.body}")
    for page, kind in one.alternatives:
        lines |= _lines(page, kind)
    return lines
