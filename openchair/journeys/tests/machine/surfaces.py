"""Wherever words could be read: each surface, what is found there, and what the oracle says of it.

A surface that is added to the house is added here by one line. There are no pieces of pages to be read by
themselves (docs/decisions/0001): whatever leads to words leads to a whole page.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import mail
from django.test import override_settings
from django.urls import reverse

from openchair.delivery import outbox
from openchair.delivery.models import Letter
from openchair.journeys.copy_pages import as_json, as_page
from openchair.journeys.rooms import read_rooms
from openchair.journeys.tests.machine.life import COMMON, COMPARED, PEOPLE, TESTS, Life, canary
from openchair.journeys.tests.machine.oracle import Who
from openchair.kernel.guard import acting_for_the_house
from openchair.sharing.looking import SHOWN
from openchair.sharing.models import Answer, Offer, Share

CANARY = re.compile(r"qzx[a-z]{5}xq")
NAMES = {canary(who) for who in range(PEOPLE)}
FOUND, LED_ON, REFUSED = 200, 302, 409
POST: Any = {"demo": False, "mail_host": "mail.example", "mail_from": "post@mail.example"}
KEPT_HERE = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}

MAILS = 3
"""Letters that wait, at most, when mail is read: about each of them every room of the house is asked."""
EVERY = 2
"""Steps, from one surface to the next: a page costs as much as an act and what it is looked at for."""

type Read = Callable[[Life, Who], str]
type Meant = Callable[[Life, Who], set[str]]


def must_hold(life: Life, step: int, name: str, reader: Who) -> None:
    """I-3, I-4, I-7: each time what the guard gives to one person after another, and every other time
    this surface, as the reader finds it."""
    who = step % PEOPLE
    readable = life.oracle.own(who) | life.oracle.others(who)
    _compare(life, who, "rows", words_in(rows(life, who)), readable, readable)
    if step % EVERY == 0 and name:
        _read(life, name, reader)


def _read(life: Life, name: str, who: Who) -> None:
    with life.now():
        if name == "mail":
            _mail(life)
        else:
            read, least, most = SURFACES[name]
            _compare(life, who, name, words_in(read(life, who)), least(life, who), most(life, who))


def _compare(
    life: Life, who: Who, name: str, found: set[str], least: set[str], most: set[str]
) -> None:
    more, less = sorted(found - most), sorted(least - found)
    assert not more, f"{name} shows {who} {more}"
    assert not less, f"{name} does not show {who} {less}"
    COMPARED[name] += 1


def words_in(page: str) -> set[str]:
    return set(CANARY.findall(page)) - NAMES


def _page(life: Life, who: Who, path: str) -> str:
    answer = life.guest(who).get(path)
    assert answer.status_code in (FOUND, LED_ON, 404, REFUSED), (path, answer.status_code)
    return str(answer.text)


def rows(life: Life, who: Who) -> str:
    """What every page is made of: the rows that the guard gives to this person. What was taken back
    holds no words any more, wherever it is read."""
    viewer = life.people[who]
    said: list[Share | Answer] = [*Share.objects.for_viewer(viewer)]
    said += Answer.objects.for_viewer(viewer)
    return " ".join(row.words for row in said)


def table(life: Life, who: Who) -> str:
    return _page(life, who, reverse("circle", args=[life.circle.pk]))


def shown_since_yesterday(life: Life, who: Who) -> set[str]:
    return life.oracle.shown_at_table(who, _day(life.at) - timedelta(days=1), _day(life.at, 1))


def _day(moment: datetime, more: int = 0) -> datetime:
    """These people's clocks stand at UTC."""
    return moment.replace(hour=0, minute=0) + timedelta(days=more)


def days(life: Life, who: Who) -> str:
    """The pages of all days on which something was said."""
    said = sorted({one.said_at.date() for one in life.oracle.said.values()})
    paths = (reverse("day", args=[life.circle.pk, day]) for day in said)
    return "".join(_page(life, who, path) for path in paths)


def ever_shown(life: Life, who: Who) -> set[str]:
    return life.oracle.shown_at_table(who, _day(life.at, -5000), _day(life.at, 1))


def found_by_words(life: Life, who: Who) -> str:
    """The search that there is, by the reader's own words, within what they may read (I-8)."""
    answer = life.guest(who).post(reverse("passages"), words=COMMON)
    return str(answer.text)


def others_words(life: Life, who: Who) -> set[str]:
    return life.oracle.others(who)


def others_words_here(life: Life, who: Who) -> set[str]:
    """Who sits there no more finds at most what others answered them, where no name stands on it."""
    return life.oracle.others(who) if life.oracle.places[who].inside else set()


def looked_for(life: Life, who: Who) -> str:
    """The search at one table."""
    answer = life.guest(who).post(reverse("look-for", args=[life.circle.pk]), words=COMMON)
    return str(answer.text)


def found_open(life: Life, who: Who) -> set[str]:
    """But for what waits closed, behind a line of warning or from someone at a distance; as long as it
    all stands on one page."""
    if len(found_at_most(life, who)) > SHOWN:
        return set()
    near = life.oracle.found(who, open_alone=True)
    return near if life.oracle.places[who].inside else set()


def found_at_most(life: Life, who: Who) -> set[str]:
    return life.oracle.found(who, open_alone=False)


def own_words(life: Life, who: Who) -> str:
    return _page(life, who, reverse("my-words-at", args=[life.circle.pk]))


def own(life: Life, who: Who) -> set[str]:
    return life.oracle.own(who)


def private_page(life: Life, who: Who) -> str:
    return _page(life, who, reverse("private-page"))


def own_and_shown_nowhere(life: Life, who: Who) -> set[str]:
    return life.oracle.private(who)


def copy_to_read(life: Life, who: Who) -> str:
    return "".join(as_page(read_rooms(life.people[who])))


def copy_for_a_program(life: Life, who: Who) -> str:
    return "".join(as_json(read_rooms(life.people[who])))


def own_with_warnings(life: Life, who: Who) -> set[str]:
    return life.oracle.own(who) | life.oracle.own_warnings(who)


def today(life: Life, who: Who) -> str:
    return _page(life, who, reverse("today"))


def readable(life: Life, who: Who) -> set[str]:
    return life.oracle.readable(who)


def nothing(_life: Life, _who: Who) -> set[str]:
    return set()


def around_words(life: Life, who: Who) -> str:
    """Pages about one share or one answer, at whatever address somebody keeps."""
    return "".join(_page(life, who, path) for path in _addresses(life))


ABOUT = "words change-words erase-words close-words hide-words worried".split()


def _addresses(life: Life) -> Iterator[str]:
    """Of one of the newest words, and of one of the newest answers."""
    for pk in _one_of_the_newest(life, life.oracle.said):
        yield from (reverse(name, args=[pk]) for name in ABOUT)
        yield f"{reverse('pause', args=[life.circle.pk])}?about={pk}"
    for pk in _one_of_the_newest(life, life.oracle.under):
        yield reverse("erase-answer", args=[pk])


def _one_of_the_newest(life: Life, rows: Iterable[UUID]) -> list[UUID]:
    newest = list(rows)[-3:]
    return newest[life.step % 3 :][:1] or newest[:1]


SURFACES: dict[str, tuple[Read, Meant, Meant]] = {
    "table": (table, shown_since_yesterday, shown_since_yesterday),
    "days": (days, ever_shown, ever_shown),
    "looking": (looked_for, found_open, found_at_most),
    "passages": (found_by_words, others_words_here, others_words),
    "own words": (own_words, own, own),
    "private page": (private_page, own_and_shown_nowhere, own_and_shown_nowhere),
    "copy to read": (copy_to_read, own_with_warnings, own_with_warnings),
    "copy for a program": (copy_for_a_program, own_with_warnings, own_with_warnings),
    "Today": (today, nothing, nothing),
    "around words": (around_words, nothing, readable),
}
"""How each is read, what must stand there, and what may."""
OFTEN = ["table", "looking", "table", "days", "looking", "table", "days", "looking", "mail"]
TURNS = [*OFTEN, *sorted({*SURFACES} - {*OFTEN}), "mail"]
"""To be drawn from."""


def _mail(life: Life) -> None:
    """Whatever is due goes out: of what may still be heard, and it tells of nobody's words and of nobody."""
    mail.outbox = []
    _only_the_newest_wait(life)
    with override_settings(OPENCHAIR=replace(settings.OPENCHAIR, **POST), MAILERS=KEPT_HERE):
        outbox.send_due(life.at)
    for letter in mail.outbox:
        told = CANARY.findall(str(letter.message()))
        assert not told, f"A mail tells {told}"
        COMPARED["mail"] += 1
    for who, about in _letters_gone(life):
        assert _may_hear(life, who, about), f"A letter to {who} is about {about}"


def _may_hear(life: Life, who: Who, about: UUID) -> bool:
    """What waits for a yes is told to whoever can say it."""
    with acting_for_the_house(TESTS):
        offer = Offer.objects.filter(pk=about).first()
    waiting = life.oracle.under.get(offer.answer_id) if offer else None
    oracle = life.oracle
    return oracle.may_be_asked(who, waiting) if waiting else oracle.may_hear(who, about)


def _only_the_newest_wait(life: Life) -> None:
    with acting_for_the_house(TESTS):
        due = Letter.objects.filter(sent_at=None, due_at__lte=life.at).order_by("-written_at")
        Letter.objects.filter(pk__in=[row.pk for row in due[MAILS:]]).delete()


def _letters_gone(life: Life) -> list[tuple[Who, UUID]]:
    """To whom, and about what, in the mails of this moment."""
    numbers: dict[UUID | None, Who] = {one.pk: who for who, one in enumerate(life.people)}
    with acting_for_the_house(TESTS):
        gone = Letter.objects.filter(sent_at=life.at, to__in=life.people)
        return [(numbers[row.to_id], row.about) for row in gone if row.about]
