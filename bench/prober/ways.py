"""The ten ways. In each, `kept` says whether somebody at the table keeps Omar apart; the other case
is what the house says it looks like."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse

from bench.prober.table import Table
from bench.prober.watching import Watch, guest, undone
from openchair.circles import actions
from openchair.circles.actions.inviting import write_letter
from openchair.circles.models import Invitation, InvitationState, Naming, OpenChair, WhenAsked
from openchair.delivery.models import Letter
from openchair.journeys import copy_pages
from openchair.journeys.rooms import read_rooms
from openchair.kernel.guard import acting_for_the_house

DAYS = timedelta(days=3)
type Case = Callable[[Table, bool, Watch], None]


@dataclass(frozen=True)
class Way:
    name: str
    compared: str
    live: Case


def proposal(table: Table, kept: bool, watch: Watch) -> None:
    """Ama names Omar, looks, and looks again when the answer is there."""
    naming = _name_omar(table, kept, watch)
    page, room = _page(naming), reverse("make-room", args=[table.circle.pk])
    ama = guest(table, "Ama")
    watch.get(ama, page, room)
    actions.settle_namings(table.world.at + DAYS)
    watch.get(ama, page, room, reverse("today"))


def link(table: Table, kept: bool, watch: Watch) -> None:
    """Omar holds a letter's address: kept apart, or the letter was taken back."""
    address = reverse("invitation", args=[_letter(table, kept)])
    omar = guest(table, "Omar")
    watch.get(omar, address, f"{address}arriving/")
    watch.post(omar, f"{address}arriving/", agreement="yes")


def timing_of_naming(table: Table, kept: bool, watch: Watch) -> None:
    """How long the house takes to take a name in, somebody being kept apart or nobody at all."""
    if kept:
        table.keep_apart()
    watch.post(guest(table, "Ama"), _name_page(table), **_said(table))


def timing_of_a_link(table: Table, kept: bool, watch: Watch) -> None:
    """A letter that is not for Omar, or one that never was."""
    token = _letter(table, kept=True) if kept else "nobody-ever-wrote-this-letter000"
    watch.get(guest(table, "Omar"), reverse("invitation", args=[token]))


def page(table: Table, kept: bool, watch: Watch) -> None:
    """All that Omar can open by links from Today."""
    if kept:
        table.keep_apart()
    names = ("today", "front", "mine", "apart", "start-with-one", "now", "safety")
    watch.get(guest(table, "Omar"), *map(reverse, names))


def mail(table: Table, kept: bool, watch: Watch) -> None:
    """Which letters Ama and Omar get for a proposal, of which kind; when is asked by `delays`."""
    _name_omar(table, kept, Watch())
    actions.settle_namings(table.world.at + DAYS)
    actions.look_at_openings(table.world.at + DAYS)
    with acting_for_the_house("tests"):
        for name in ("Ama", "Omar"):
            rows = Letter.objects.filter(to=table.account(name)).order_by("written_at", "kind")
            watch.note([(row.kind, row.alone, row.state, row.said_yes_to_nights) for row in rows])


def search(table: Table, kept: bool, watch: Watch) -> None:
    """Words in every address that takes some: names of people and tables are no words it knows."""
    if kept:
        table.keep_apart()
    omar = guest(table, "Omar")
    for name in ("meetings", "meeting-places", "front", "today", "start"):
        for word in ("Els", "Hearth"):
            said = urlencode({"near": word, "words": word, "q": word, "place": word})
            watch.get(omar, f"{reverse(name)}?{said}")


def export(table: Table, kept: bool, watch: Watch) -> None:
    """All of Omar's own copy."""
    if kept:
        table.keep_apart()
    for piece in copy_pages.as_json(read_rooms(table.account("Omar"))):
        watch.note(piece)


def error(table: Table, kept: bool, watch: Watch) -> None:
    """The addresses of a hidden table, and the same of one that never was."""
    circle = table.circle.pk if kept else uuid.uuid4()
    omar = guest(table, "Omar")
    for name in ("circle", "agreement", "make-room", "name-someone", "card", "leaving"):
        watch.get(omar, reverse(name, args=[circle]))
        watch.post(omar, reverse(name, args=[circle]))


def count_of_seats(table: Table, kept: bool, watch: Watch) -> None:
    """Somebody more or less at the table, a chair set out or not: whoever sits elsewhere sees neither."""
    if kept:
        actions.take_seat(table.account("Lin"), table.circle.pk, at=table.world.at)
        with acting_for_the_house("tests"):
            OpenChair.objects.create(
                circle=table.circle, words="for anyone", set_out_at=table.world.at
            )
    watch.get(guest(table, "Omar"), reverse("front"), reverse("today"))


KEPT_OR_NO = "kept apart / answered no in private"
WAYS = (
    Way("proposal", KEPT_OR_NO, proposal),
    Way("link", "kept apart / taken back", link),
    Way("timing of a naming", "kept apart / nobody is", timing_of_naming),
    Way("timing of a link", "kept apart / forged", timing_of_a_link),
    Way("page", "kept apart / nobody is", page),
    Way("mail", KEPT_OR_NO, mail),
    Way("search", "kept apart / nobody is", search),
    Way("export", "kept apart / nobody is", export),
    Way("error", "there / never was", error),
    Way("count of seats", "one more / one less", count_of_seats),
)


def delays(table: Table, kept: bool, times: int) -> list[float]:
    """Seconds from the last answer to the moment the outcome may be known."""
    found = []
    for _time in range(times):
        with undone():
            naming = _name_omar(table, kept, Watch())
            with acting_for_the_house("tests"):
                naming.refresh_from_db()
            assert naming.due_at is not None
            found.append((naming.due_at - naming.asked_at).total_seconds())
    return found


def _name_omar(table: Table, kept: bool, watch: Watch) -> Naming:
    """Nobody says no where somebody keeps him apart; where nobody does, Chiara says no."""
    if kept:
        table.keep_apart()
    watch.post(guest(table, "Ama"), _name_page(table), **_said(table))
    with acting_for_the_house("tests"):
        naming = Naming.objects.get(circle=table.circle.pk)
    chiara = table.account("Chiara")
    answer = WhenAsked.YES if kept else WhenAsked.NO
    mine = Naming.objects.for_viewer(chiara).get(pk=naming.pk)
    actions.answer_naming(chiara, mine, answer=answer, at=table.world.at)
    return naming


def _said(table: Table) -> dict[str, str]:
    said = {"name": "Omar", "line": "A friend.", "words": "Come and sit with us."}
    return said | {"email": table.account("Omar").email or ""}


def _name_page(table: Table) -> str:
    return reverse("name-someone", args=[table.circle.pk])


def _page(naming: Naming) -> str:
    return reverse("naming", args=[naming.pk])


def _letter(table: Table, kept: bool) -> str:
    ama = table.account("Ama")
    letter = write_letter(ama, table.circle, invitee="", words="w", at=table.world.at)
    if kept:
        table.keep_apart()
    else:
        with acting_for_the_house("tests"):
            rows = Invitation.objects.filter(pk=letter.pk)
            rows.update(state=InvitationState.WITHDRAWN)
    return letter.token
