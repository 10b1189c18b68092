"""AS-39: one is worried about another, who alone reads it, and says whether a third may be told."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail

from openchair.delivery import outbox
from openchair.presence.models import Worry
from openchair.sharing.models import Share
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest
from tests.worried import (
    BEN,
    JOE,
    SAM,
    WAITS,
    answers,
    form,
    is_worried,
    page,
    said_in_the_night,
    table,
)

HOUR = timedelta(hours=1)
ANSWER = "Shall they also ask Lin to look in?"
OTHERS = ("Bert", "Chiara", "Dev", "Noor", "Harriet", "Ralf", "Mara", "Omar")


@pytest.fixture
def post(settings: Any) -> None:
    settings.OPENCHAIR = replace(settings.OPENCHAIR, demo=False, mail_host="mail.example")
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    mail.outbox = []


@pytest.fixture
def night(scene: Scene) -> Share:
    return said_in_the_night(scene)


def told() -> list[str]:
    outbox.send_due(NOON + HOUR)
    return sorted(address for letter in mail.outbox for address in letter.to)


def test_as_39_the_writer_reads_the_name_and_is_asked_whether_a_third_may_be_told(
    scene: Scene, night: Share
) -> None:
    row = is_worried(scene, night)
    assert WAITS in page(scene, SAM, "/today/")
    assert WAITS in table(scene, SAM)
    asked = page(scene, SAM, f"/worries/{row.pk}/")
    assert "Els would like to be here with you." in asked
    assert ANSWER in asked
    assert all(f'value="{one}"' in asked for one in ("yes", "no", "call-me"))


def test_as_39_no_other_member_keeper_or_duty_reads_of_it(scene: Scene, night: Share) -> None:
    row = is_worried(scene, night)
    for name in (*OTHERS, BEN):
        assert not Worry.objects.for_viewer(scene.people[name]).exists()
        assert Guest(scene.people[name]).get(f"/worries/{row.pk}/").status_code == 404
        assert WAITS not in page(scene, name, "/today/")
    for name in ("Bert", "Chiara", "Dev", "Noor", BEN):
        assert "is worried about" not in table(scene, name)


def test_as_39_joe_is_led_to_the_guide_with_the_numbers_and_the_choice_is_his(
    scene: Scene, night: Share
) -> None:
    is_worried(scene, night)
    for path in (form(night), "/staying/"):
        guide = page(scene, JOE, path)
        assert "They do not answer, and you fear for their life" in guide
        assert "The choice is yours." in guide
        assert 'href="tel:112"' in guide
        assert "To talk or write" in guide


def test_as_39_nothing_on_the_guide_reaches_anybody_outside(scene: Scene, night: Share) -> None:
    """Telephone numbers are dialled by people. No form leads out, and no link but to this house."""
    is_worried(scene, night)
    for path in (form(night), "/staying/"):
        guide = page(scene, JOE, path)
        targets = re.findall(r'(?:href|action|src)="([^"]+)"', guide)
        assert [to for to in targets if not to.startswith(("/", "#", "tel:", "sms:"))] == []
    actions = {one.action for one in Guest(scene.people[JOE]).forms("/staying/")}
    assert actions <= {"/sign-out/"}


@pytest.mark.usefixtures("post")
def test_as_39_mail_says_that_there_is_something_and_nothing_of_it(
    scene: Scene, night: Share
) -> None:
    """I-10."""
    row = is_worried(scene, night)
    assert told() == ["ama@example.org"]
    answers(scene, row, "yes")
    assert told() == ["ama@example.org", "els@example.org", "lin@example.org"]
    for letter in mail.outbox:
        for word in ("Ama", "Els", "Lin", "Tuesday", "worr", "here any more"):
            assert word not in f"{letter.subject} {letter.body} {letter.message()}"


def test_as_39_yes_tells_ben_who_is_worried_about_whom(scene: Scene, night: Share) -> None:
    row = is_worried(scene, night)
    answers(scene, row, "yes")
    line = "Els is worried about Ama, and you are asked to look in."
    assert line in page(scene, BEN, "/today/")
    told_to_ben = page(scene, BEN, f"/worries/{row.pk}/")
    assert "Ama said yes to your being asked to look in." in told_to_ben
    assert f'href="/words/{night.pk}/"' in told_to_ben
    assert "Ama said yes." in page(scene, JOE, form(night))
    assert "Lin has been asked to look in." in page(scene, SAM, f"/worries/{row.pk}/")
    assert WAITS not in table(scene, SAM)


def test_as_39_no_closes_it_and_ben_never_hears(scene: Scene, night: Share) -> None:
    row = is_worried(scene, night)
    answers(scene, row, "no")
    assert "Ama answered: no. Nobody else is asked." in page(scene, JOE, form(night))
    assert "Ama answered you." in page(scene, JOE, "/today/")
    assert not Worry.objects.for_viewer(scene.people[BEN]).exists()
    assert WAITS not in table(scene, SAM)


def test_as_39_call_me_tells_joe_with_the_number_if_it_is_shown_to_him(
    scene: Scene, night: Share
) -> None:
    row = is_worried(scene, night)
    answers(scene, row, "call-me")
    assert "Ama asks you to call." in page(scene, JOE, "/today/")
    assert "No number of theirs is shown to you here." in page(scene, JOE, form(night))
    number = {"number": "+32 2 555 01 23", "hours_from": "22:00", "hours_until": "23:00"}
    Guest(scene.people[SAM]).fill(
        "/mine/company/", "/mine/company/number/", to=str(scene.people[JOE].pk), **number
    )
    assert 'href="tel:+3225550123"' in page(scene, JOE, form(night))
    assert not Worry.objects.for_viewer(scene.people[BEN]).exists()
