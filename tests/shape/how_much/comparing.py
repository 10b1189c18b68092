"""Two worlds, in which the same people did the same things seldom and often: what is shown of numbers."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from openchair.web.help import read_for_bad_times
from tests.shape.access_matrix.cells import targets
from tests.shape.access_matrix.routes import ROUTES, Target
from tests.shape.access_matrix.sight import EVERYBODY
from tests.shape.access_matrix.world import World
from tests.shape.how_much import reading
from tests.shape.how_much.acts import ACTS, do_everything
from tests.shape.how_much.compared import Compared
from tests.shape.how_much.doing import Act
from tests.shape.how_much.numbers import Moments, moments_of, with_numbers
from tests.shape.how_much.reading import Reader

SELDOM, OFTEN = 2, 7
ZONES = ("UTC", "Europe/Brussels")
MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
DECLARED: dict[str, str] = {}
"""Lines that may differ, each with its reason. Ten at most."""

type Cell = tuple[str, Target, str]
type Choose = Callable[[list[Cell]], Sequence[Cell]]
type Numbers = dict[str, frozenset[str]]
"""By what was read: its lines that hold a number."""


@dataclass
class Told:
    """All numbers that a world shows."""

    pages: Numbers = field(default_factory=dict)
    letters: Numbers = field(default_factory=dict)
    copies: Numbers = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)


def compare(
    world: World, choose: Choose, people: Collection[str], *, acts: Sequence[Act] = ACTS
) -> Compared:
    """At those addresses that `choose` takes of all; and of `people` also copies and mails."""
    told = []
    for times in (SELDOM, OFTEN):
        with a_world_where_people_did(world, times, acts):
            told.append(_told(world, choose(all_cells(world)), people))
    seldom, often = told
    compared = Compared()
    compared.pages, unlike_pages = _set_against(seldom.pages, often.pages)
    compared.otherwise = sum(often.statuses[n] != s for n, s in seldom.statuses.items())
    compared.letters, unlike_letters = _set_against(seldom.letters, often.letters)
    compared.copies, unlike_copies = _set_against(seldom.copies, often.copies)
    compared.unlike = unlike_pages + unlike_letters + unlike_copies
    return compared


def _set_against(seldom: Numbers, often: Numbers) -> tuple[int, list[str]]:
    return len(seldom.keys() & often.keys()), list(unlike(seldom, often))


@contextmanager
def a_world_where_people_did(
    world: World, times: int, acts: Sequence[Act] = ACTS
) -> Iterator[None]:
    """All there is to do, so many times; afterwards nothing of it is left."""
    rows, planted = dict(world.rows), dict(world.planted)
    house = replace(settings.OPENCHAIR, demo=False, mail_host="mail.example")
    with override_settings(OPENCHAIR=house, MAILERS=MAILERS), transaction.atomic():
        do_everything(world, times, acts)
        cache.clear()
        yield
        transaction.set_rollback(True)
    world.rows, world.planted = rows, planted
    cache.clear()


def all_cells(world: World) -> list[Cell]:
    """Everybody at every address: as it stands, and after each press."""
    return [
        (person, target, method)
        for target in targets(world)
        for person in sorted(EVERYBODY)
        for method in sorted(ROUTES[target.route].methods - {"HEAD"})
    ]


def _told(world: World, cells: Sequence[Cell], people: Collection[str]) -> Told:
    read_for_bad_times(world.at)
    told, moments = Told(), moments_of(world.at, ZONES)
    _read_pages(told, world, cells, moments)
    for name in people:
        for what, lines in reading.copy_of(world.people[name]).items():
            told.copies[f"{what} of {name}"] = with_numbers(lines, moments)
    _read_letters(told, world, people, moments)
    return told


def _read_pages(told: Told, world: World, cells: Sequence[Cell], moments: Moments) -> None:
    reader = Reader(world)
    for person, target, method in cells:
        shown = reader.page(person, target, method)
        at = " ".join(filter(None, (target.route, f"[{target.label}]", target.more)))
        name = f"{person} {method} {at}"
        told.pages[name], told.statuses[name] = with_numbers(shown.lines, moments), shown.status


def _read_letters(told: Told, world: World, people: Collection[str], moments: Moments) -> None:
    """Each letter as it were alone; and what goes out to these people, gathered as it is."""
    secrets = []
    for to, one, secret in reading.letters_one_by_one(world):
        secrets.append(secret)
        _add(told.letters, to, with_numbers(reading.lines_of_mail(one), moments, secret))
    for sent in reading.mails_sent(world, people):
        lines = with_numbers(reading.lines_of_sent(sent), moments, *secrets)
        _add(told.letters, f"{sent.to}: {sent.subject}", lines)


def _add(numbers: Numbers, name: str, lines: frozenset[str]) -> None:
    numbers[name] = numbers.get(name, frozenset()) | lines


def unlike(seldom: Numbers, often: Numbers) -> Iterator[str]:
    """What is read in both worlds, and shows another number in one of them."""
    for name in sorted(seldom.keys() & often.keys()):
        for line in sorted(seldom[name] ^ often[name]):
            if line not in DECLARED:
                where = "seldom" if line in seldom[name] else "often"
                yield f"{name}, {where}: {line}"
