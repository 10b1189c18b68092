"""What people do in the house at large: come in, keep others away, write to host, listener and steward."""

import secrets
from uuid import uuid4

from django.test import Client

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.house.actions import ask, check_help_line, take_back
from openchair.house.models import Duty
from openchair.pathways import actions as pathways
from openchair.pathways.models import HostLetter
from openchair.pathways.placing import hashed
from openchair.people import actions as people
from openchair.people.models import Passkey, RecoveryCode
from openchair.repair import actions as repair
from tests.guest import has_signed_in
from tests.shape.how_much.doing import MINUTE, WORDS, Act, Doing


def come_in(do: Doing) -> None:
    """In another browser, which stays; with a code on paper, which is used up; with a code by mail."""
    for name in ("Ama", "Els", "Ralf"):
        client = Client()
        client.force_login(do.who(name))
        has_signed_in(client)
        letters.write(do.who(name), Kind.SIGN_IN_CODE, at=do.world.at, secret=_a_code())
    _use_up_a_code(do)


def _use_up_a_code(do: Doing) -> None:
    """One of Dev's ten on paper, as rows: which letters stand on the paper is not kept."""
    dev = do.who("Dev")
    if do.nth == 0:
        people.make_recovery_codes(dev, at=do.at)
    for row in RecoveryCode.objects.for_viewer(dev).order_by("pk")[:1]:
        row.delete()
        letters.answer(dev, Kind.SECURITY, at=do.at, asked_at=do.at)


def _a_code() -> str:
    return "".join(secrets.choice("BCDFGH23456") for _sign in range(8))


def keep_devices(do: Doing) -> None:
    lin, handle = do.who("Lin"), secrets.token_hex(16)
    Passkey.objects.for_viewer(lin).create(
        account=lin, name=WORDS, handle=handle, credential="{}", made_at=do.at
    )
    people.make_recovery_codes(do.who("Ama"), at=do.at)


def be_called_otherwise(do: Doing) -> None:
    people.never_use(do.who("Els"), do.another_name, at=do.at)


def keep_apart(do: Doing) -> None:
    """One more each time, who sits nowhere with Omar; and one again and again."""
    omar = do.who("Omar")
    for name in do.one_of(["Bert", "Lin", "Dev", "Chiara", "Ines", "Yusuf", "Gus"]):
        people.block(omar, do.who(name), at=do.at)
    people.block(omar, do.who("Sam"), at=do.at)
    people.end_block(omar, do.who("Sam"))


def write_to_the_host(do: Doing) -> None:
    """One waits, one is answered, one is put away, one is taken back by whoever wrote it."""
    chiara, rows = do.who("Chiara"), []
    for _letter in range(4):
        said = {"name": WORDS, "words": WORDS, "address": "somebody@example.net", "language": "en"}
        place = pathways.write_to_host(uuid4(), home="", at=do.at, **said)
        rows.append(HostLetter.objects.for_viewer(chiara).get(place_hash=hashed(place)))
    tables = [str(do.world.id("circle Tuesday"))]
    at = do.at + MINUTE
    pathways.answer(chiara, rows[1], words=WORDS, tables=tables, first_link=True, at=at)
    pathways.put_letter_away(chiara, rows[2])
    pathways.take_letter_back(place, at=do.at)
    for what, row in zip(("waits", "answered", "away"), rows, strict=False):
        do.put(f"hostletter {what}", row)


def write_to_the_listener(do: Doing) -> None:
    """New letters, and more in one that is there; one is answered, one closed, one set down."""
    kim, harriet, reports = do.who("Kim"), do.who("Harriet"), []
    for _letter in range(4):
        reports.append(
            repair.write(
                kim,
                words=WORDS,
                reader=harriet.pk,
                about=do.who("Tom").pk,
                about_words="",
                has_read=False,
                at=do.at,
            )
        )
    for report in reports[:2]:
        repair.go_on(kim, report, words=WORDS, at=do.at + MINUTE)
    reads = [type(one).objects.for_viewer(harriet).get(pk=one.pk) for one in reports]
    repair.answer(harriet, reads[0], words=WORDS, at=do.at + MINUTE)
    repair.keep_for_safety(harriet, reads[0], days=30, at=do.at)
    repair.close(harriet, reads[1], at=do.at + 2 * MINUTE)
    repair.set_down(kim, reports[2], at=do.at + 2 * MINUTE)
    for what, report in zip(("answered", "closed", "set down", "waits"), reports, strict=True):
        do.put(f"report {what}", report)
    mara = do.who("Mara")
    repair.go_on(mara, do.read("Mara", "report of Mara"), words=WORDS, at=do.at)


def look_after_the_house(do: Doing) -> None:
    ralf = do.who("Ralf")
    take_back(ralf, ask(ralf, Duty.EAR, at=do.at))
    ask(ralf, Duty.HOST, at=do.at)
    line = next(row for label, row in do.world.rows.items() if label.startswith("line "))
    check_help_line(ralf, line.pk, on=do.world.at.date(), at=do.at)
    for label in [one for one in do.world.rows if one.startswith("entry ")][:2]:
        pathways.check(ralf, do.read("Ralf", label), on=do.world.at.date(), opened_page=True)


ACTS: tuple[Act, ...] = (
    come_in,
    keep_devices,
    be_called_otherwise,
    keep_apart,
    write_to_the_host,
    write_to_the_listener,
    look_after_the_house,
)
