"""A letter mailed at its writer's wish: once, as theirs, and to nobody who is kept apart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from openchair.circles import actions as circles
from openchair.circles.models import Invitation
from openchair.delivery import keeping, outbox
from openchair.delivery.actions import choose_mail
from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter, State
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.testing.scenes import Scene
from tests.guest import Guest, forms_in

HOUR = timedelta(hours=1)
TO = "jonas@example.net"


@pytest.fixture(autouse=True)
def post(settings) -> None:
    settings.OPENCHAIR = replace(
        settings.OPENCHAIR,
        public_address="https://elm-house.example",
        mail_host="mail.example",
        mail_from="post@elm-house.example",
    )
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    mail.outbox = []


@pytest.fixture
def letter(scene: Scene) -> Invitation:
    return scene.letter_of("Lin", "Stairwell", words="Come down for soup.\n\nBring a pot.")


def mails(scene: Scene, letter: Invitation, email: str = TO):
    page = f"/letters/{letter.pk}/"
    return Guest(scene.people["Lin"]).fill(page, f"{page}mail/", email=email)


def rows() -> list[Letter]:
    with acting_for_the_house("tests"):
        return list(Letter.objects.filter(kind=Kind.INVITATION))


def sent(scene: Scene) -> list[str]:
    outbox.send_due(scene.at + HOUR)
    return [one.to[0] for one in mail.outbox if one.to[0] != "ralf@example.org"]


def to(address: str) -> list[Any]:
    return [one for one in mail.outbox if one.to == [address]]


def test_it_is_the_writer_s_own_letter_under_the_neutral_name(
    scene: Scene, letter: Invitation
) -> None:
    assert mails(scene, letter).status_code == 302
    sent(scene)
    (one,) = to(TO)
    assert one.body == (
        "Come down for soup.\n\nBring a pot.\n\nLin\n\n"
        "There is an invitation for you at Elm House. It can wait.\n\n"
        f"https://elm-house.example/i/{letter.token}/\n\n"
        "Whoever wrote this asked to have it mailed once. Your address is not kept for it.\n"
    )
    assert one.subject == "There is something for you"
    assert "Elm House" in one.from_email
    page = one.alternatives[0].content
    assert "Bring a pot." in page
    for text in (one.body, page):
        assert "tairwell" not in text
        assert "Mara" not in text


def test_it_is_mailed_once_however_often_it_is_asked_for(scene: Scene, letter: Invitation) -> None:
    lin, page = Guest(scene.people["Lin"]), f"/letters/{letter.pk}/"
    form, other, by_hand = (lin.form(page, to) for to in (f"{page}mail/", f"{page}mail/", page))
    assert [lin.send(one, email=TO).status_code for one in (form, form, other)] == [302, 303, 302]
    assert "Mail it once" not in lin.get(page).text
    assert lin.send(by_hand, passed_by="hand").status_code == 302
    assert "Mail it once" not in lin.get(page).text
    sent(scene)
    assert len(to(TO)) == 1


def test_its_address_lies_sealed_and_is_soon_forgotten(scene: Scene, letter: Invitation) -> None:
    mails(scene, letter)
    with acting_for_the_house("tests"):
        stored: Any = Letter.objects.filter(kind=Kind.INVITATION).values_list("address", flat=True)
        on_disk = b"".join(stored)
    assert len(on_disk) > 20
    assert b"jonas" not in on_disk
    keeping.forget_old(scene.at + HOUR)
    assert len(rows()) == 1
    sent(scene)
    keeping.forget_old(scene.at + 2 * HOUR)
    assert rows() == []


def test_one_that_cannot_go_is_forgotten_after_three_days(scene: Scene, letter: Invitation) -> None:
    mails(scene, letter)
    keeping.forget_old(scene.at + 71 * HOUR)
    assert len(rows()) == 1
    keeping.forget_old(scene.at + 73 * HOUR)
    assert rows() == []


def blocked(scene: Scene) -> None:
    people.block(scene.people["Mara"], scene.people["Omar"], at=scene.at)


def blocks(scene: Scene) -> None:
    people.block(scene.people["Omar"], scene.people["Mara"], at=scene.at)


def listed(scene: Scene) -> None:
    address = "Omar@example.org"
    circles.never_seat_with(scene.people["Mara"], name="", address=address, at=scene.at)


def wants_none(scene: Scene) -> None:
    kinds = {Kind.INVITATION}
    choose_mail(scene.people["Omar"], set(), among=kinds, at=scene.at)


@pytest.mark.parametrize("keep_away", [blocked, blocks, listed, wants_none])
def test_who_is_kept_apart_or_wants_none_gets_nothing_and_the_writer_reads_the_same(
    scene: Scene, letter: Invitation, keep_away: Callable[[Scene], None]
) -> None:
    keep_away(scene)
    assert mails(scene, letter, "OMAR@example.org").status_code == 302
    page = Guest(scene.people["Lin"]).get(f"/letters/{letter.pk}/").text
    assert "mailed from here, as your own letter" in page
    sent(scene)
    assert not [one for one in mail.outbox if one.to[0].lower() == "omar@example.org"]
    (row,) = rows()
    assert row.state == State.LET_GO
    keeping.forget_old(scene.at + HOUR)
    assert rows() == []


def test_somebody_else_with_a_seat_in_this_house_gets_it(scene: Scene, letter: Invitation) -> None:
    mails(scene, letter, "omar@example.org")
    sent(scene)
    assert len(to("omar@example.org")) == 1


def test_a_letter_taken_back_meanwhile_is_let_go(scene: Scene, letter: Invitation) -> None:
    mails(scene, letter)
    circles.withdraw(scene.people["Lin"], letter)
    sent(scene)
    assert to(TO) == []
    assert rows()[0].state == State.LET_GO


def test_what_is_no_address_stands_there_to_be_put_right(scene: Scene, letter: Invitation) -> None:
    answer = mails(scene, letter, "down the stairs")
    assert answer.status_code == 422
    assert "down the stairs" in answer.text
    page = f"/letters/{letter.pk}/"
    assert page in {form.action for form in forms_in(answer.text, f"{page}mail/")}  # by hand
    assert "does not look like an address" in answer.text
    assert rows() == []


def test_it_is_no_way_to_write_to_many(scene: Scene) -> None:
    letters = [scene.letter_of("Lin", "Stairwell") for _number in range(6)]
    lin = Guest(scene.people["Lin"])
    last = lin.form(f"/letters/{letters[5].pk}/", f"/letters/{letters[5].pk}/mail/")
    assert {mails(scene, one).status_code for one in letters[:5]} == {302}
    refused = lin.send(last, email=TO)
    assert refused.status_code == 409
    assert "The house mailed several letters for you lately." in refused.text
    assert "Mail it once" not in lin.get(f"/letters/{letters[5].pk}/").text


def test_a_house_without_a_mail_server_does_not_offer_it(
    scene: Scene, letter: Invitation, settings
) -> None:
    form = Guest(scene.people["Lin"]).form(f"/letters/{letter.pk}/", f"/letters/{letter.pk}/mail/")
    settings.OPENCHAIR = replace(settings.OPENCHAIR, mail_host="", demo=False)
    lin = Guest(scene.people["Lin"])
    assert "Mail it once" not in lin.get(f"/letters/{letter.pk}/").text
    assert lin.send(form, email=TO).status_code == 409


def test_a_letter_that_waits_for_the_others_is_not_mailed(scene: Scene) -> None:
    naming = circles.name_someone(
        scene.people["Lin"],
        scene.tables["Stairwell"],
        name="Jonas",
        line="",
        words="Come.",
        address="",
        at=scene.at,
    )
    with acting_for_the_house("tests"):
        drafted = Invitation.objects.get(naming=naming.pk)
    form = Guest(scene.people["Lin"]).form("/tables/start/")
    answer = Guest(scene.people["Lin"]).post(
        f"/letters/{drafted.pk}/mail/", email=TO, once=form.fields["once"]
    )
    assert answer.status_code == 409
    assert "This letter cannot be used now." in answer.text
