"""A real house, with its own server process, in which made-up words are said. Used from outside: what
needs its rows runs in a process of its own (bench/ground)."""

from datetime import datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from bench.kill.laying import found_the_house, signed_in
from openchair.circles import actions as circles
from openchair.circles.actions.inviting import write_letter
from openchair.circles.cloths import Cloth
from openchair.circles.models import About, CircleKind, Seat, ShownTo
from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.journeys import copying
from openchair.journeys.models import Copy
from openchair.pathways import actions as pathways
from openchair.pathways.models import HostLetter
from openchair.people import actions as people
from openchair.people.models import Account
from openchair.presence.models import RingLine
from openchair.repair import actions as repair
from openchair.repair.models import Report
from openchair.sharing import actions as sharing
from openchair.sharing import retellings
from openchair.sharing.models import Audience, Share, ShareKind
from tests.shape.canaries import find_canary


def lay(stem: str) -> dict[str, str]:
    """A table of Ama and Bert; every word of theirs begins with `stem`. Says where to look, and as whom."""
    call_command("migrate", interactive=False, verbosity=0)
    found_the_house()
    at = timezone.now() - timedelta(hours=1)
    ama, bert = (_arrive(f"{stem}{name}", at) for name in ("ama", "bert"))
    circle = circles.gather(
        ama,
        name=f"{stem}table",
        purpose=f"{stem}purpose",
        kind=CircleKind.GRIEF,
        cloth=Cloth.INDIGO,
        at=at,
    )
    people.say_how(bert, f"{stem}as it sounds")
    people.never_use(bert, f"{stem}never", at=at)
    circles.never_seat_with(bert, name=f"{stem}apart", address=f"{stem}@example.net", at=at)
    seat = circles.take_seat(bert, circle.pk, at=at)
    circles.rest(bert, seat, word=f"{stem}resting")
    mine = Seat.objects.for_viewer(ama).get(account=ama, circle=circle)
    circles.set_out_chair(ama, mine, words=f"{stem}chair", at=at)
    letter = write_letter(ama, circle, invitee=f"{stem}kim", words=f"{stem}letter", at=at)
    house.give_duty(ama, Duty.STEWARD, since=at.date(), shown_as=f"{stem}duty")
    _show_a_number(stem, bert)
    share = sharing.say(
        bert,
        seat,
        words=f"{stem}share",
        kind=ShareKind.JUST_WORDS,
        need=None,
        audience=Audience.CIRCLE,
        at=at,
    )
    _take_along(stem, ama, bert, at)
    _write_to_the_listener(stem, bert, at)
    _show_a_card(stem, ama, mine, at)
    _write_to_the_host(stem, at)
    return {
        "table": reverse("circle", args=[circle.pk]),
        "letter": reverse("invitation", args=[letter.token]),
        "answers": reverse("answer", args=[share.pk]),
        "under_the_share": sharing.place_under(share),
        "cookies": signed_in(ama),
    }


def _take_along(stem: str, ama: Account, bert: Account, at: datetime) -> None:
    """A passage that is asked about; a copy whose key is known; and one that lies there, made."""
    said = Share.objects.for_viewer(ama).get(author=bert)
    retellings.point(ama, said, f"{stem}share", at=at)
    copies, now = Copy.objects.for_viewer(ama), timezone.now()
    copies.create(account=ama, key=f"{stem}key", much=0, asked_at=at, made_at=now)
    copying.ask_for_copy(bert, at=at)
    while Copy.objects.for_viewer(bert).filter(made_at=None).exists():
        copying.go_on(timezone.now())


def _arrive(name: str, at: datetime) -> Account:
    return people.arrive(
        name=name, adult=True, night_from=time(21), night_until=time(8), zone="UTC", at=at
    )


def _write_to_the_listener(stem: str, writer: Account, at: datetime) -> None:
    actor = _arrive(f"{stem}ear", at)
    house.give_duty(actor, Duty.EAR, since=at.date())
    said = {"words": f"{stem}report", "about": None, "about_words": f"{stem}about"}
    report = repair.write(writer, **said, reader=actor.pk, has_read=False, at=at)  # type: ignore[arg-type]
    heard = Report.objects.for_viewer(actor).get(pk=report.pk)
    repair.answer(actor, heard, words=f"{stem}heard", at=at)


def _show_a_number(stem: str, actor: Account) -> None:
    """No action takes letters for a telephone number; in the row it lies as any other word."""
    lines = RingLine.objects.for_viewer(actor)
    lines.create(account=actor, number=f"{stem}number", hours_from=time(9), hours_until=time(9))


def _show_a_card(stem: str, actor: Account, seat: Seat, at: datetime) -> None:
    """For the house: what is shown to visitors stands on the front page of its own accord."""
    words = dict.fromkeys(("name", "sentence", "area", "language", "rhythm"), f"{stem}card")
    said = words | {"about": About.HARD}
    circles.show_card(actor, seat, shown_to=ShownTo.HOUSE, said=said, at=at)


def _write_to_the_host(stem: str, at: datetime) -> None:
    """One line to the door, answered by whoever greets people."""
    actor = _arrive(f"{stem}host", at)
    house.give_duty(actor, Duty.HOST, since=at.date())
    said = {"name": f"{stem}visitor", "words": f"{stem}line", "address": f"{stem}@example.org"}
    pathways.write_to_host(uuid4(), **said, language="en", home="", at=at)
    letter = HostLetter.objects.for_viewer(actor).get()
    words = f"{stem}welcome"
    pathways.answer(actor, letter, words=words, tables=[], first_link=True, at=at)


def found(stem: str) -> list[str]:
    """Where these words lie: in the data folder with its logs, and in PostgreSQL where it is used."""
    home: Path = settings.OPENCHAIR.home
    return find_canary(home, stem)
