"""Two worlds that differ in one thing which a person may not see must answer that person alike.

Each difference is made by `make` inside a savepoint; whoever is not in `noticed_by` is asked the same
addresses in both worlds, and every reply is compared, with the tokens drawn for each page made alike.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.cache import cache
from django.db import transaction

from openchair.circles import actions as circles
from openchair.circles.models import Circle, KeeperTerm, OpenChair, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Draft
from openchair.pathways.models import HostLetter
from openchair.people.models import Block
from openchair.repair import actions as repair
from openchair.sharing.models import Answer, Audience, Need, Offer, Share, Witness
from openchair.web.help import read_for_bad_times
from tests.shape.access_matrix.asking import Asker
from tests.shape.access_matrix.cells import targets
from tests.shape.access_matrix.routes import ROUTES, Target
from tests.shape.access_matrix.sight import EVERYBODY, INSIDE
from tests.shape.access_matrix.world import World

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Difference:
    what: str
    make: Callable[[World], Any]
    noticed_by: frozenset[str]


DECLARED: dict[str, str] = {
    "the stairwell was never there: invitation": "who holds a letter's address may read the letter",
    "the stairwell was never there: arriving": "the same letter, and a yes to it",
}
"""Replies that may differ, "difference: address", each with its reason. Ten at most."""


@dataclass
class Compared:
    replies: int = 0
    differences: int = 0
    unlike: list[str] = field(default_factory=list)


def _share(name: str, table: str, audience: Audience = Audience.CIRCLE) -> Callable[[World], Any]:
    return lambda world: Share.objects.create(
        author=world.people[name],
        circle_id=world.scene.tables[table].pk,
        words="some words",
        need=Need.READ,
        audience=audience,
        said_at=world.at - HOUR,
    )


def _answer(name: str, share: str) -> Callable[[World], Any]:
    return lambda world: Answer.objects.create(
        author=world.people[name],
        share_id=world.id(f"share {share}"),
        words="some words",
        said_at=world.at - HOUR,
    )


def _see(name: str, share: str) -> Callable[[World], Any]:
    return lambda world: Witness.objects.create(
        account=world.people[name], share_id=world.id(f"share {share}"), given_at=world.at
    )


def _offers(name: str, share: str) -> Callable[[World], Any]:
    """An idea behind a yes."""

    def offer(world: World) -> None:
        row = Answer(author=world.people[name], share_id=world.id(f"share {share}"), kind="idea")
        row.words, row.held, row.said_at = "some words", True, world.at - HOUR
        row.save()
        Offer.objects.create(
            share_id=row.share_id, answer=row, by=row.author, kind="idea", offered_at=row.said_at
        )

    return offer


def _put_away(label: str) -> Callable[[World], Any]:
    rows = Answer.objects
    return lambda world: rows.filter(pk=world.id(label)).update(put_away_at=world.at)


def _block(by: str, of: str) -> Callable[[World], Any]:
    return lambda world: Block.objects.create(
        by=world.people[by], of=world.people[of], set_at=world.at
    )


def _gone(label: str) -> Callable[[World], Any]:
    return lambda world: (
        type(world.rows[label])._default_manager.filter(pk=world.id(label)).delete()
    )


def _no_stairwell(world: World) -> None:
    Circle.objects.filter(pk=world.id("circle Stairwell")).delete()


def _never_there(name: str, table: str) -> Callable[[World], Any]:
    return lambda world: Seat.objects.filter(
        account=world.people[name], circle=world.id(f"circle {table}")
    ).delete()


def _resting(world: World) -> None:
    seats = Seat.objects.filter(pk=world.id("seat Els at Tuesday"))
    seats.update(state=SeatState.RESTING)


def _draft(world: World) -> None:
    place = f"share:{world.id('share soup')}"
    Draft.objects.create(account=world.people["Kim"], place=place, words="w", kept_at=world.at)


def _term(world: World) -> None:
    KeeperTerm.objects.create(
        circle_id=world.id("circle Tuesday"),
        account=world.people["Els"],
        began_at=world.at,
        ends_at=world.at + HOUR,
    )


def _chair(world: World) -> None:
    OpenChair.objects.create(circle_id=world.id("circle Stairwell"), words="c", set_out_at=world.at)


def _never_with(world: World) -> None:
    circles.never_seat_with(
        world.people["Ama"], name="Omar", address="somebody@example.net", at=world.at
    )


def _a_letter_about_tom(world: World) -> None:
    repair.write(
        world.people["Kim"],
        words="some words",
        reader=world.people["Harriet"].pk,
        about=world.people["Tom"].pk,
        about_words="",
        has_read=False,
        at=world.at,
    )


def _line_to_the_host(world: World) -> None:
    HostLetter.objects.create(words="w", place_hash="0" * 64, written_at=world.at - HOUR)


def _is_an_address(world: World) -> None:
    """The one that strangers write when they ask for a code."""
    account = type(world.people["Omar"]).objects.get(pk=world.people["Omar"].pk)
    account.email = "somebody@example.net"
    account.save()


TUESDAY, STAIRWELL = INSIDE["Tuesday"], INSIDE["Stairwell"]


def _only(*names: str) -> frozenset[str]:
    return frozenset(names)


DIFFERENCES = [
    Difference("Els says one thing more to herself", _share("Els", "Tuesday", Audience.ONLY_ME), _only("Els")),
    Difference("what Els said to herself is gone", _gone("share private"), _only("Els")),
    Difference("something more is said on Tuesday", _share("Ama", "Tuesday"), TUESDAY),
    Difference("something more is said on the stairwell", _share("Lin", "Stairwell"), STAIRWELL),
    Difference("Tom says something, as Mara sees it", _share("Tom", "Stairwell"), STAIRWELL - {"Mara"}),
    Difference("Mara says something, as Tom sees it", _share("Mara", "Stairwell"), STAIRWELL - {"Tom"}),
    Difference("Dev says something, as Vera sees it", _share("Dev", "Tuesday"), TUESDAY - {"Vera"}),
    Difference("Tom answers Lin, as Mara sees it", _answer("Tom", "soup"), STAIRWELL - {"Mara"}),
    Difference("Ama has an idea for Dev", _offers("Ama", "towel"), _only("Ama", "Dev")),
    Difference("Tom has an idea for Mara", _offers("Tom", "silent"), _only("Tom", "Lin")),
    Difference("what Ama answered Dev is put away", _put_away("answer Ama to towel"), TUESDAY - {"Vera"}),
    Difference("Tom sees Mara's words", _see("Tom", "silent"), _only("Tom", "Lin")),
    Difference("Kim sees what Tom said", _see("Kim", "ladder"), _only("Kim", "Tom")),
    Difference("Lin answers what was said before Kim came", _answer("Lin", "before Kim"), _only("Mara", "Tom", "Lin")),
    Difference("the block between Mara and Tom, as others see it", _gone("block Mara Tom"), _only("Mara", "Tom")),
    Difference("Ama blocks Omar", _block("Ama", "Omar"), _only("Ama", "Omar")),
    Difference("Omar blocks Ines", _block("Omar", "Ines"), _only("Omar", "Ines")),
    Difference("the stairwell was never there", _no_stairwell, STAIRWELL | {"Una", "Gus"}),
    Difference("Sam was never on Tuesday", _never_there("Sam", "Tuesday"), TUESDAY | {"Sam"}),
    Difference(
        "Tom was never on the stairwell, as Mara sees it",
        _never_there("Tom", "Stairwell"),
        STAIRWELL - {"Mara"} | {"Una", "Gus"},
    ),
    Difference("Els rests", _resting, TUESDAY),
    Difference("Kim has begun to write", _draft, _only("Kim")),
    Difference("Els looks after the table too", _term, TUESDAY),
    Difference("a chair is set out on the stairwell", _chair, STAIRWELL),
    Difference("an entry waits for the steward", _gone("entry Mourning café"), _only("Ralf")),
    Difference("what is hidden was never said", _gone("share hidden"), _only("Vera")),
    Difference("Lin never walked beside Kim", _gone("beside Lin Kim"), _only("Lin", "Kim")),
    Difference("Bert keeps no distance from Dev", _gone("distance Bert Dev"), _only("Bert")),
    Difference("Kim keeps no distance from Tom", _gone("distance Kim Tom"), _only("Kim")),
    Difference("Ama writes down whom she never sits with", _never_with, _only("Ama")),
    Difference("the pair's kettle", _gone("share kettle"), _only("Ines", "Yusuf")),
    Difference("Kim writes to the listener about Tom", _a_letter_about_tom, _only("Kim", "Harriet")),
    Difference("Mara never wrote about Tom", _gone("report of Mara"), _only("Mara", "Harriet")),
    Difference("Ama never asked for company", _gone("company Ama"), _only("Ama", "Els", "Dev", "Lin")),
    Difference("Tom never did, as Mara sees it", _gone("company Tom"), _only("Tom", "Lin", "Kim")),
    Difference("Els may not be asked", _gone("readiness Els"), _only("Els")),
    Difference("Dev shows his number to nobody", _gone("ringline Dev"), _only("Dev", "Ama")),
    Difference("Lin is not worried about Ama", _gone("worry Lin rain"), _only("Lin", "Ama")),
    Difference("Lin was not asked", _gone("asked-to-answer Lin towel"), _only("Lin", "Dev")),
    Difference("nobody answered Mara", _gone("words-waiting key"), _only("Mara", "Kim")),
    Difference("Ama closed nothing for herself", _gone("closed Ama joy"), _only("Ama")),
    Difference("what Dev said is not hidden", _gone("hidden share hidden of Dev"), TUESDAY - {"Vera"} | {"Harriet"}),
    Difference("Kim is not worried about Lin", _gone("worry Kim soup"), _only("Kim", "Lin", "Tom")),
    Difference("Tom was never to ask Mara", _gone("worry Tom soup"), _only("Tom", "Lin")),
    Difference("Els did not say how she is", _gone("checkin Els"), TUESDAY - {"Noor"}),
    Difference("Vera did not, who is paused", _gone("checkin Vera"), _only("Vera")),
    Difference("Dev told nobody how he is", _gone("checkin Dev"), _only("Dev", "Ama")),
    Difference("Tom did not say so, as Mara sees it", _gone("checkin Tom"), STAIRWELL - {"Mara"}),
    Difference("Lin told no one, as Kim sees it", _gone("checkin Lin"), STAIRWELL - {"Kim"}),
    Difference("Bert keeps no page of how he was", _gone("checkin Bert"), _only("Bert")),
    Difference("Ines has something left", _gone("checkin Ines"), _only("Ines", "Yusuf")),
    Difference("a line comes to the host", _line_to_the_host, _only("Chiara")),
    Difference("a stranger's address belongs to Omar", _is_an_address, _only("Omar")),
]  # fmt: skip


def compare(
    world: World, differences: Sequence[Difference], most: int, *, every: int = 1
) -> Compared:
    """`most` people for each difference, and one address in `every`."""
    read_for_bad_times(
        world.at
    )  # as a house does when it starts: it is kept in memory from then on
    compared, asker = Compared(), Asker(world)
    first: dict[tuple[str, Target], bytes] = {}
    for place, difference in enumerate(differences):
        people = sorted(EVERYBODY - difference.noticed_by)
        chosen = people[place % 3 :: max(1, len(people) // most)][:most]
        asked = [(who, t) for who in chosen for t in _asked(world, place, every)]
        for key in asked:
            if key not in first:
                first[key] = _reply(asker, *key)
        with transaction.atomic():
            with acting_for_the_house("making a difference"):
                difference.make(world)
            cache.clear()
            compared.unlike += _unlike(asker, difference, asked, first)
            transaction.set_rollback(True)
        cache.clear()
        compared.replies += len(asked)
        compared.differences += 1
    return compared


def _asked(world: World, place: int, every: int) -> list[Target]:
    return [t for n, t in enumerate(targets(world)) if (n + place) % every == 0]


def _reply(asker: Asker, who: str, target: Target) -> bytes:
    method = "GET" if "GET" in ROUTES[target.route].methods else "POST"
    return asker.ask(who, target, method).whole


def _unlike(
    asker: Asker,
    difference: Difference,
    asked: Sequence[tuple[str, Target]],
    first: dict[tuple[str, Target], bytes],
) -> Iterator[str]:
    for who, target in asked:
        if _reply(asker, who, target) != first[who, target]:
            told = f"{difference.what}: {target.route}"
            if told not in DECLARED:
                yield f"{told} [{target.label}] tells {who}"
