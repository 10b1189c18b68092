"""Lays a house in which one person has said very much: at a table for two, sealed like a real one."""

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import batched
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import models, transaction
from django.test import Client
from django.utils import timezone

from bench.kill.laying import _awake, found_the_house, signed_in
from openchair.circles import actions as circles
from openchair.circles.models import Circle, Seat
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import seal_all
from openchair.kernel.sealed.models import KeyToDestroy
from openchair.people import sure
from openchair.people.models import Account
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind, Witness

AT_ONCE = 5000
YEARS = timedelta(days=3000)
LINE = "It is raining and he would have liked it; we stood under the roof and said nothing. "


def lay(items: int, answered: int) -> dict[str, Any]:
    """Six of ten items are shares and three are answers, and for the tenth somebody was seen. The other
    one answered `answered` of the shares. Where both sit, and with whose cookies to ask."""
    call_command("migrate", interactive=False, verbosity=0)
    found_the_house()
    at = timezone.now()
    one, other = _awake("Ines", at), _awake("Yusuf", at)
    circle, letter = circles.start_with_one(one, name="The quiet flat", sentence="For two", at=at)
    circles.accept(other, letter.token, at=at)
    _say_very_much(circle, one, other, items, answered)
    cookies = signed_in(other)
    return {
        "one": str(one.pk),
        "page": f"/tables/{circle.pk}/",
        "cookies": cookies,
        "items": items * 6 // 10 + items * 3 // 10,
        "rows": {kind.__name__: _count(kind) for kind in (Share, Answer, Witness)},
    }


def sure_of(one: str) -> str:
    """The cookies of somebody who signed in just now, as "Is it you?" asks for."""
    browser = Client()
    browser.force_login(Account.objects.get(pk=one))
    session = browser.session
    sure.remember(session, at=timezone.now())
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


def _say_very_much(circle: Circle, one: Account, other: Account, items: int, answered: int) -> None:
    began = timezone.now() - YEARS
    with acting_for_the_house("laying a world"), transaction.atomic():
        Seat.objects.filter(circle=circle.pk).update(arrived_at=began)
        said = _write(_shares(circle, one, items * 6 // 10, began))
        heard = _write(_shares(circle, other, items // 10, began))
        _write(_answers(heard, one, items * 3 // 10))
        _write(_answers(said[:answered], other, answered))
        Witness.objects.bulk_create(
            Witness(share_id=key, account=one, given_at=began + timedelta(minutes=number))
            for number, key in enumerate(heard)
        )


def _shares(circle: Circle, author: Account, number: int, began: datetime) -> Iterator[Share]:
    for one in range(number):
        yield Share(
            circle=circle,
            author=author,
            words=f"{one}. {LINE * (1 + one % 5)}",
            kind=list(ShareKind)[one % 4],
            need=list(Need)[one % 5],
            audience=Audience.CIRCLE,
            said_at=began + timedelta(minutes=one * 30),
        )


def _answers(under: list[uuid.UUID], author: Account, number: int) -> Iterator[Answer]:
    for one in range(number):
        yield Answer(
            share_id=under[one % len(under)],
            author=author,
            words=f"{one}. {LINE}",
            said_at=timezone.now() - YEARS + timedelta(minutes=one * 45),
        )


def _write(rows: Iterator[Any]) -> list[uuid.UUID]:
    keys = []
    for some in batched(rows, AT_ONCE):
        seal_all(*some)
        type(some[0]).objects.bulk_create(some)
        keys += [row.pk for row in some]
    return keys


def _count(kind: type[models.Model]) -> int:
    with acting_for_the_house("laying a world"):
        return int(kind._default_manager.count())


def left_of(one: str) -> dict[str, int]:
    """Their rows that still lie there, and keys that should have gone."""
    with acting_for_the_house("laying a world"):
        kinds = {kind.__name__: kind.objects.filter(author=one).count() for kind in (Share, Answer)}
    accounts = Account.objects.filter(pk=one).count()
    return kinds | {"Account": accounts, "KeyToDestroy": KeyToDestroy.objects.count()}
