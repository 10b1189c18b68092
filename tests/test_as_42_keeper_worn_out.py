"""AS-42: Chiara puts the Tuesday table down at 22:00, in one press; it is told in the morning."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail

from openchair.circles import actions as circles
from openchair.clock import APPOINTMENTS
from openchair.delivery import outbox
from openchair.delivery.models import Letter
from openchair.house import actions as house
from openchair.house.models import Duty
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

DAY = timedelta(days=1)
AT_TEN = datetime(2026, 3, 3, 21, 0, tzinfo=UTC)
"""22:00 in the zone of the house; nights are quiet until eight."""
MORNING = AT_TEN + timedelta(hours=11)
NEEDS_SOMEONE = "This table needs someone to look after it."


@pytest.fixture
def put_down(scene: Scene) -> Guest:
    """Omar greets people too, so that there is someone besides Chiara to be told; and Noor, who just
    sat down, is new."""
    house.give_duty(scene.people["Omar"], Duty.HOST, since=scene.at.date())
    circles.sit_down(scene.people["Noor"], scene.seat("Noor", "Tuesday"), at=scene.at)
    chiara = Guest(scene.people["Chiara"], csrf=True)
    with time_machine.travel(AT_TEN, tick=False):
        assert "Noor is new here." in chiara.get(keeping(scene)).text
        assert chiara.press(keeping(scene), f"{keeping(scene)}down/").status_code == 302
    return chiara


@pytest.fixture(autouse=True)
def post(settings: Any) -> None:
    """A mail server is named; Django's own test mailer stands in its place."""
    settings.OPENCHAIR = replace(
        settings.OPENCHAIR,
        demo=False,
        public_address="https://elm-house.example",
        mail_host="mail.example",
        mail_from="post@elm-house.example",
    )
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    mail.outbox = []


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def keeping(scene: Scene) -> str:
    return f"{table(scene)}looking-after/"


def reads(scene: Scene, who: str, page: str, at: datetime) -> str:
    with time_machine.travel(at, tick=False):
        return str(Guest(scene.people[who]).get(page).text)


def the_clock_goes_on(at: datetime) -> None:
    for name in (
        "end terms of looking after a table",
        "ask a host to help a table nobody looks after",
    ):
        APPOINTMENTS[name].do(at)


def test_as_42_her_duties_stop_at_once(scene: Scene, put_down: Guest) -> None:
    with time_machine.travel(AT_TEN, tick=False):
        page = put_down.get(keeping(scene)).text
    assert "Nothing here is yours to look after." in page
    assert "Noor is new here." not in page
    assert "You look after this table" not in page


def test_as_42_she_is_offered_to_rest_from_the_table_too(scene: Scene, put_down: Guest) -> None:
    with time_machine.travel(AT_TEN, tick=False):
        assert f'href="{table(scene)}rest/"' in put_down.get(keeping(scene)).text
        put_down.fill(f"{table(scene)}rest/", words="")
        assert f'href="{table(scene)}rest/"' not in put_down.get(keeping(scene)).text


def test_as_42_the_table_reads_that_she_is_resting_from_keeping(
    scene: Scene, put_down: Guest
) -> None:
    page = reads(scene, "Ama", table(scene), AT_TEN)
    assert "Chiara is resting from keeping." in page
    assert "Dev looks after this table." in page


def test_as_42_dev_and_a_host_are_told_in_the_morning_and_nobody_else(
    scene: Scene, put_down: Guest
) -> None:
    with acting_for_the_house("tests"):
        Letter.objects.filter(written_at__lt=AT_TEN).delete()  # what the scene wrote before
    outbox.send_due(AT_TEN)
    assert mail.outbox == []
    outbox.send_due(MORNING)
    told = sorted(address for letter in mail.outbox for address in letter.to)
    assert told == ["dev@example.org", "omar@example.org"]
    for letter in mail.outbox:
        assert "Chiara" not in f"{letter.subject} {letter.body}"
        assert "table" not in f"{letter.subject} {letter.body}"
    assert "Chiara is resting from keeping." in reads(scene, "Dev", "/today/", MORNING)
    assert "Chiara would be helped by a talk" in reads(scene, "Omar", "/today/", MORNING)
    assert "Tuesday" not in reads(scene, "Omar", "/house/talks/", MORNING)
    assert "Chiara" not in reads(scene, "Ama", "/today/", MORNING)


def test_as_42_pressing_twice_is_once(scene: Scene) -> None:
    chiara = Guest(scene.people["Chiara"], csrf=True)
    with time_machine.travel(AT_TEN, tick=False):
        form = chiara.form(keeping(scene), f"{keeping(scene)}down/")
        answers = [chiara.send(form) for _press in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"] == keeping(scene)


def test_as_42_after_fourteen_days_with_one_the_table_says_so_and_sets_out_no_chair(
    scene: Scene, put_down: Guest
) -> None:
    before, after = AT_TEN + 13 * DAY, AT_TEN + 14 * DAY
    the_clock_goes_on(before)
    assert NEEDS_SOMEONE not in reads(scene, "Ama", table(scene), before)
    the_clock_goes_on(after)
    assert NEEDS_SOMEONE in reads(scene, "Ama", table(scene), after)
    ama = Guest(scene.people["Ama"])
    with time_machine.travel(after, tick=False):
        refused = ama.fill(f"{table(scene)}chairs/", words="")
        assert refused.status_code == 409
        assert NEEDS_SOMEONE.rstrip(".") in refused.text


def test_as_42_and_nothing_else_stops(scene: Scene, put_down: Guest) -> None:
    after = AT_TEN + 14 * DAY
    the_clock_goes_on(after)
    ama = Guest(scene.people["Ama"])
    with time_machine.travel(after, tick=False):
        assert ama.fill(table(scene), words="Good morning.").status_code == 302
        assert "Good morning." in ama.get(table(scene)).text
        assert ama.fill(f"{table(scene)}rest/", words="").status_code == 302
        assert ama.press(table(scene), f"{table(scene)}back/").status_code == 302
        asked = ama.fill(f"{table(scene)}together/agreement/", words="We knock.")
        assert asked.status_code == 302


def test_as_42_with_two_again_it_goes_on_as_before(scene: Scene, put_down: Guest) -> None:
    after = AT_TEN + 15 * DAY
    the_clock_goes_on(after)
    with time_machine.travel(after, tick=False):
        lin = Guest(scene.people["Lin"])
        assert lin.press(keeping(scene), f"{keeping(scene)}me/").status_code == 302
    assert NEEDS_SOMEONE not in reads(scene, "Ama", table(scene), after)
