"""AS-47: company within a minute, when anyone said that they may be asked; and AS-37, when nobody did."""

import socket
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core import mail

from openchair.delivery import outbox
from openchair.delivery.models import Letter
from openchair.delivery.worker import Worker
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

MINUTE = timedelta(minutes=1)
AFTERNOON = datetime(2026, 3, 4, 13, 10, tzinfo=UTC)
"""14:10 on a Wednesday, in the zone of the house."""
AT_NIGHT = datetime(2026, 3, 5, 2, 7, tzinfo=UTC)
MORNING = AT_NIGHT + timedelta(hours=6)
ASKER, FIRST, SECOND = "Ama", "Els", "Lin"
"""In the scenario: Sam, Ana and Joe."""
NEUTRAL = "Someone would like company now, at Elm House."
NIGHT_TRUTH = "Nobody from this table is awake. That is about the hour, not about you."


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


@pytest.fixture
def quiet(scene: Scene) -> Scene:
    """What the scene itself wrote is not on its way any more."""
    with acting_for_the_house("tests"):
        Letter.objects.all().delete()
    return scene


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def says_when(scene: Scene, name: str, when: str, how: str = "together") -> None:
    Guest(scene.people[name]).fill("/mine/company/", when=when, how=how)


def sit_with_me(scene: Scene, at: datetime, who: str = ASKER) -> str:
    """Presses *Sit with me*, and comes to the page it leads to."""
    with time_machine.travel(at, tick=False):
        guest = Guest(scene.people[who])
        said = guest.fill(table(scene), words="Sit with me?", kind="sit-with-me")
    assert said.status_code == 302
    return str(said["Location"])


def reads(scene: Scene, who: str, page: str, at: datetime) -> str:
    with time_machine.travel(at, tick=False):
        return str(Guest(scene.people[who]).get(page).text)


def answers(scene: Scene, who: str, page: str, answer: str, at: datetime) -> Any:
    with time_machine.travel(at, tick=False):
        return Guest(scene.people[who]).fill(page, f"{page}answer/", answer=answer)


def told(at: datetime) -> list[str]:
    outbox.send_due(at)
    return sorted(address for letter in mail.outbox for address in letter.to)


def test_as_47_both_are_told_at_once_by_day(quiet: Scene) -> None:
    says_when(quiet, FIRST, "day")
    says_when(quiet, SECOND, "both")
    sit_with_me(quiet, AFTERNOON)
    assert told(AFTERNOON) == ["els@example.org", "lin@example.org"]
    for letter in mail.outbox:
        assert NEUTRAL in letter.body


def test_as_47_the_mail_holds_no_name_no_table_and_no_word(quiet: Scene) -> None:
    """I-10."""
    says_when(quiet, FIRST, "day")
    sit_with_me(quiet, AFTERNOON)
    outbox.send_due(AFTERNOON)
    (letter,) = mail.outbox
    for word in ("Ama", "Els", "Tuesday", "Sit with me"):
        assert word not in f"{letter.subject} {letter.body} {letter.message()}"


def test_as_47_the_asker_reads_who_was_asked_with_help_lines_beside_it(quiet: Scene) -> None:
    says_when(quiet, FIRST, "day")
    says_when(quiet, SECOND, "day")
    page = reads(quiet, ASKER, sit_with_me(quiet, AFTERNOON), AFTERNOON)
    assert "Els and Lin have been asked." in page
    assert "A life in danger" in page
    assert "To talk or write" in page


def test_as_47_one_comes_in_and_the_other_sees_that_someone_is_there(quiet: Scene) -> None:
    says_when(quiet, FIRST, "day")
    says_when(quiet, SECOND, "day")
    company = sit_with_me(quiet, AFTERNOON)
    today = reads(quiet, FIRST, "/today/", AFTERNOON)
    assert "Ama would like company now." in today
    assert f'href="{company}"' in today
    answers(quiet, FIRST, company, "coming", AFTERNOON + MINUTE)
    assert "Els is here." in reads(quiet, ASKER, company, AFTERNOON + MINUTE)
    assert "Els is here already." in reads(quiet, SECOND, company, AFTERNOON + MINUTE)
    assert "Ama is here." in reads(quiet, FIRST, company, AFTERNOON + MINUTE)


def test_as_47_nobody_said_so_and_the_asker_reads_that_at_once(quiet: Scene) -> None:
    with time_machine.travel(AFTERNOON, tick=False):
        Guest(quiet.people[SECOND]).fill(
            "/mine/company/",
            "/mine/company/number/",
            number="+32 2 555 01 23",
            to=str(quiet.people[ASKER].pk),
        )
    page = reads(quiet, ASKER, sit_with_me(quiet, AFTERNOON), AFTERNOON)
    assert "Nobody at this table has said that they may be asked at this hour." in page
    assert "Lin said that you may ring." in page
    assert 'href="tel:+3225550123"' in page
    assert page.index("A life in danger") < page.index("Lin said that you may ring.")
    assert told(AFTERNOON) == []


def test_as_47_after_five_minutes_the_truth(quiet: Scene) -> None:
    says_when(quiet, FIRST, "day")
    company = sit_with_me(quiet, AFTERNOON)
    truth = "Nobody has been able to come yet. That is about the hour, not about you."
    assert truth not in reads(quiet, ASKER, company, AFTERNOON + 4 * MINUTE)
    assert truth in reads(quiet, ASKER, company, AFTERNOON + 5 * MINUTE)


def test_as_37_at_night_only_whoever_said_yes_to_nights_is_woken(quiet: Scene) -> None:
    """I-11 (b)."""
    says_when(quiet, FIRST, "day")
    says_when(quiet, SECOND, "night")
    company = sit_with_me(quiet, AT_NIGHT)
    assert told(AT_NIGHT) == ["lin@example.org"]
    assert {letter.body.split("\n")[0] for letter in mail.outbox} == {NEUTRAL}
    page = reads(quiet, ASKER, company, AT_NIGHT)
    assert "Lin has been asked." in page
    assert "Els" not in page


def test_as_37_whoever_can_be_woken_tonight_is_asked_only_by_a_press(quiet: Scene) -> None:
    """Sam posts; Ana and Joe hear only if Sam taps *wake someone*; Ana joins."""
    for name in (FIRST, SECOND):
        with time_machine.travel(AFTERNOON, tick=False):
            Guest(quiet.people[name]).press("/mine/company/", "/mine/company/wake/")
    company = sit_with_me(quiet, AT_NIGHT)
    assert told(AT_NIGHT) == []
    page = reads(quiet, ASKER, company, AT_NIGHT)
    woken = "Nobody is woken unless you press."
    assert page.index("A life in danger") < page.index("To talk or write") < page.index(woken)
    assert NIGHT_TRUTH not in page
    assert "Els" not in page
    with time_machine.travel(AT_NIGHT, tick=False):
        assert Guest(quiet.people[ASKER]).press(company, f"{company}wake/").status_code == 302
    assert told(AT_NIGHT) == ["els@example.org", "lin@example.org"]
    assert woken not in reads(quiet, ASKER, company, AT_NIGHT)
    answers(quiet, FIRST, company, "coming", AT_NIGHT + MINUTE)
    assert "Els is here." in reads(quiet, ASKER, company, AT_NIGHT + MINUTE)


def test_as_37_words_at_night_wake_nobody_and_no_duty_hears_of_them(quiet: Scene) -> None:
    with time_machine.travel(AFTERNOON, tick=False):
        Guest(quiet.people[FIRST]).press("/mine/company/", "/mine/company/wake/")
    with time_machine.travel(AT_NIGHT, tick=False):
        words = "I don't want to be here any more, I have the pills"
        Guest(quiet.people[ASKER]).fill(table(quiet), words=words)
    with acting_for_the_house("tests"):
        assert not Letter.objects.exists()


def test_as_37_waking_ends_by_itself_in_the_morning(quiet: Scene) -> None:
    with time_machine.travel(AFTERNOON - timedelta(days=1), tick=False):
        Guest(quiet.people["Dev"]).press("/mine/company/", "/mine/company/wake/")
    sit_with_me(quiet, AT_NIGHT)
    assert told(AT_NIGHT) == []


def test_as_37_if_none_is_awake_the_asker_reads_the_lines_and_then_the_truth(quiet: Scene) -> None:
    says_when(quiet, FIRST, "day")
    page = reads(quiet, ASKER, sit_with_me(quiet, AT_NIGHT), AT_NIGHT)
    assert NIGHT_TRUTH in page
    assert page.index("A life in danger") < page.index("To talk or write") < page.index(NIGHT_TRUTH)
    assert told(AT_NIGHT) == []
    assert told(MORNING) == []


def test_as_37_in_the_morning_the_first_one_in_reads_that_a_lamp_was_left_on(quiet: Scene) -> None:
    company = sit_with_me(quiet, AT_NIGHT)
    with time_machine.travel(AT_NIGHT, tick=False):
        asker = Guest(quiet.people[ASKER])
        assert asker.press(company, f"{company}lamp/").status_code == 302
        assert "A lamp is left on." in asker.get(company).text
    lamp = "Someone left a lamp on in the night."
    assert lamp not in reads(quiet, FIRST, table(quiet), AT_NIGHT)
    assert lamp not in reads(quiet, "Noor", table(quiet), MORNING)  # she visits
    assert lamp not in reads(quiet, ASKER, table(quiet), MORNING)
    assert lamp in reads(quiet, FIRST, table(quiet), MORNING)
    assert lamp not in reads(quiet, SECOND, table(quiet), MORNING)
    assert told(MORNING) == []


@pytest.mark.django_db(transaction=True)
def test_as_47_within_a_minute_by_the_real_worker_and_a_real_mail_server(
    transactional_db: None, settings: Any, quiet: Scene
) -> None:
    """From the press to the mail at the server, with the clock on the wall."""
    taken: list[str] = []
    server = Controller(Taking(taken), hostname="127.0.0.1", port=a_free_port())
    options = {"host": "127.0.0.1", "port": server.port, "timeout": 5, "name": "elm-house.example"}
    backend = "openchair.delivery.channels.smtp.Backend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    server.start()
    worker = Worker({}, lambda: AFTERNOON)
    worker.start()
    try:
        says_when(quiet, FIRST, "day")
        sit_with_me(quiet, AFTERNOON)
        until = time.monotonic() + MINUTE.total_seconds()
        while not taken and time.monotonic() < until:
            time.sleep(0.01)
    finally:
        worker.stop()
        server.stop()
    assert taken == ["els@example.org"]


class Taking:
    def __init__(self, taken: list[str]) -> None:
        self.taken = taken

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken += envelope.rcpt_tos
        return "250 OK"


def a_free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return int(door.getsockname()[1])
