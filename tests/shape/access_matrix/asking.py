"""Sends a request as one person, undoes what it did, and says what changed meanwhile."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from http.cookies import SimpleCookie
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from openchair.kernel.guard import acting_for_the_house
from tests.guest import has_signed_in
from tests.shape.access_matrix.routes import MISSING, READ, Target
from tests.shape.access_matrix.sight import EVERYBODY
from tests.shape.access_matrix.world import World

NOWHERE = uuid.UUID("11111111-2222-4333-8444-555555555555")
FORGED = "nobody-ever-wrote-this-letter000"
FIELDS = {
    "words": "a few words",
    "name": "a name",
    "sentence": "a sentence",
    "invitee": "",
    "adult": "yes",
    "agreement": "yes",
    "night_from": "21:00",
    "night_until": "08:00",
    "zone": "Europe/Brussels",
    "email": "somebody@example.net",
    "code": "AAAA-BBBB-CCCC",
    "credential": "{}",
    "name_said": "as it sounds",
    "never": "an old name",
    "device": "own",
    "lost": "somebody@example.net",
    "know_them": "yes",
    "what": "people who listen",
    "call": "555 1",
    "hours": "at any hour",
    "provider": "https://bell.example.net/",
    "neutral_name": "a plain name",
    "country": "BE",
    "languages": "en",
    "emergency_number": "112",
    "greeting": "a greeting",
    "greeter": "a name",
    "run_by": "neighbours",
    "stands_where": "in a cupboard",
    "steward_reads": "addresses",
    "shown_as": "a name for this",
    "has_read": "on",
    "needed": "month",
    "keep_drafts": "on",
    "crisis_panel": "on",
    "words_go": "with-me",
    "need": "read",
    "audience": "circle",
    "place": "",
    "line": "a line about them",
    "answer": "yes",
    "reply": "yes",
    "passed_by": "hand",
    "purpose": "a sentence",
    "openness": "invitation",
    "seats_most": "12",
    "days": "14",
    "words_stay": "30",
    "when": "day",
    "how": "together",
    "capacity": "some",
    "note": "how",
    "number": "+32 555 1",
    "named": "yes",
    "also": "",
    "hours_from": "09:00",
    "hours_until": "21:00",
}
TOKENS = re.compile(rb'name="(once|csrfmiddlewaretoken)" value="[^"]*"')
CHALLENGE = re.compile(rb"(challenge&#34;: ?&#34;)[^&]*")
PASSING = {"people_session", "kernel_keytodestroy"}

type Rows = dict[str, dict[Any, dict[str, Any]]]


@dataclass(frozen=True)
class Reply:
    status: int
    head: bytes
    body: bytes

    @property
    def whole(self) -> bytes:
        return b"%d\n%b\n%b" % (self.status, self.head, self.body)

    @property
    def text(self) -> str:
        return self.whole.decode(errors="replace")


class Asker:
    """Holds one browser for each person. The invited one has read the open letter before."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.client = Client(raise_request_exception=False)
        self.jars = {name: self._jar(name) for name in sorted(EVERYBODY)}

    def _jar(self, name: str) -> SimpleCookie:
        self.client.cookies = SimpleCookie()
        if name in self.world.people:
            self.client.force_login(self.world.people[name])
            has_signed_in(self.client)
        elif name == "invited":
            self.client.get(self.path(Target("invitation", "invitation Alone")))
        return self.client.cookies

    def ask(self, person: str, target: Target, method: str) -> Reply:
        """The reply, with tokens and the asked address made alike. Nothing stays of the request."""
        with transaction.atomic():
            reply = self._send(person, target, method)
            transaction.set_rollback(True)
        cache.delete("house")
        return reply

    def ask_and_watch(self, person: str, target: Target, method: str) -> tuple[Reply, Rows, Rows]:
        """Also the rows that went, and the rows that came; a changed row is in both."""
        before = self.as_it_lies
        with transaction.atomic():
            counted = _changes()
            reply = self._send(person, target, method)
            after = before if counted is not None and counted == _changes() else _all_rows()
            transaction.set_rollback(True)
        cache.delete("house")
        return reply, _without(before, after), _without(after, before)

    @cached_property
    def as_it_lies(self) -> Rows:
        """Every request is undone, so this is read once: what one of them left would show in the next."""
        return _all_rows()

    def _send(self, person: str, target: Target, method: str) -> Reply:
        self.take_up(person)
        path = self.path(target)
        data = FIELDS | {"once": str(uuid.uuid4())} if method == "POST" else {}
        send = getattr(self.client, method.lower())
        response = send(path, data) if method in ("POST", *READ) else send(path)
        return _as_reply(response, path)

    def take_up(self, person: str) -> None:
        """Their browser, as it was when they came in."""
        self.client.cookies = SimpleCookie(self.jars[person].output(header="", sep=";"))
        self.client.cookies.load({key: m.value for key, m in self.jars[person].items()})

    def path(self, target: Target) -> str:
        return reverse(target.route, args=list(self._in_address(target)))

    def _in_address(self, target: Target) -> Iterator[Any]:
        world = self.world
        if target.kind in ("token", "place") or target.route == "duty-letter":
            name = "place" if target.kind == "place" else "token"
            yield world.planted.get((target.label, name)) or FORGED
        elif target.kind == "signed":
            yield from (self._id(target.label), "0" * 40)
        elif target.kind in ("done", "secret"):
            yield FORGED
        elif target.kind == "duty":
            yield target.label.rpartition(" ")[2]
        elif target.kind == "chair":
            yield world.id(f"circle {target.more}") if target.more != MISSING else NOWHERE
            yield self._id(target.label)
        elif target.kind:
            yield from self._of_its_kind(target)
        yield from self._more_in_address(target)

    def _more_in_address(self, target: Target) -> Iterator[Any]:
        world = self.world
        if target.route == "ask-together":
            yield target.more
        if target.route == "begin-of-kind":
            yield "grief"
        if target.route in ("day", "earlier"):
            ago = {"today": 0, "yesterday": 1}.get(target.more, 6)
            yield (world.at - timedelta(days=ago)).date()

    def _of_its_kind(self, target: Target) -> Iterator[Any]:
        """A seat has two ids in its address: the table's, and whose it is."""
        if target.kind != "seat":
            yield self._id(target.label)
            return
        seat: Any = self.world.rows.get(target.label)
        yield from (seat.circle_id, seat.account_id) if seat else (NOWHERE, NOWHERE)

    def _id(self, label: str) -> Any:
        return NOWHERE if label == MISSING else self.world.id(label)


def _all_rows() -> Rows:
    with acting_for_the_house("comparing rows"), connection.cursor() as cursor:
        return {model._meta.db_table: _rows(cursor, model) for model in _models()}


def _changes() -> int | None:
    """SQLite counts what it writes; where nothing was written nothing is read again."""
    return connection.connection.total_changes if connection.vendor == "sqlite" else None


def _models() -> list[Any]:
    return [m for m in apps.get_models() if m._meta.db_table not in PASSING]


def _rows(cursor: Any, model: Any) -> dict[Any, dict[str, Any]]:
    cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
    names = [column[0] for column in cursor.description]
    key = names.index(model._meta.pk.column)
    return {_plain(row[key]): dict(zip(names, map(_plain, row), strict=True)) for row in cursor}


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def _without(these: Rows, those: Rows) -> Rows:
    if these is those:
        return {}
    return {
        table: {pk: row for pk, row in rows.items() if those[table].get(pk) != row}
        for table, rows in these.items()
    }


def _as_reply(response: HttpResponseBase, path: str) -> Reply:
    names = sorted(response.headers.items())
    head = "\n".join(f"{name}: {value}" for name, value in names)
    cookies = "\n".join(sorted(_cookie(morsel) for morsel in response.cookies.values()))
    body = TOKENS.sub(rb'name="\1"', getattr(response, "content", b""))
    body = CHALLENGE.sub(rb"\1", body)
    plain = f"{head}\n{cookies}".replace(path, "PATH")
    return Reply(response.status_code, plain.encode(), body.replace(path.encode(), b"PATH"))


def _cookie(morsel: Any) -> str:
    """Session and form cookies are drawn anew; all else of them must be alike."""
    drawn = morsel.key in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
    return f"{morsel.key}: {'drawn' if drawn and morsel.value else morsel.value}"
