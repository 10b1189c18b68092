"""Nights are kept, and nobody gets a second mail on one day. spec/model.md 5.9, I-11."""

from datetime import UTC, datetime, time, timedelta

import pytest

from openchair.delivery import letters, outbox
from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter, State
from openchair.delivery.night import Hours
from openchair.delivery.tests.conftest import NOON, all_letters, only_letter
from openchair.kernel.guard import acting_for_the_house

NIGHT = datetime(2026, 11, 24, 2, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 7, tzinfo=UTC)
SOON = timedelta(minutes=1)


@pytest.fixture
def asleep(ama, readers):
    """Ama sleeps from nine to eight in Berlin."""
    readers.asleep[ama.pk] = Hours(time(21), time(8), "Europe/Berlin")
    return ama


def test_at_night_a_letter_waits_for_the_morning(asleep, mailoutbox):
    letters.write(asleep, Kind.SOMETHING, at=NIGHT)
    outbox.send_due(NIGHT)
    assert (only_letter().state, only_letter().due_at) == (State.WAITING, MORNING)
    outbox.send_due(MORNING - SOON)
    assert mailoutbox == []
    outbox.send_due(MORNING)
    assert len(mailoutbox) == 1


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.SIGN_IN_CODE])
def test_no_kind_comes_at_night_by_itself(asleep, kind, mailoutbox):
    letters.write(asleep, kind, at=NIGHT)
    outbox.send_due(NIGHT)
    assert mailoutbox == []


def test_a_code_comes_at_night_and_not_ten_minutes_later(asleep, mailoutbox):
    letters.write(asleep, Kind.SIGN_IN_CODE, at=NIGHT, secret="AAA")
    outbox.send_due(NIGHT)
    letters.write(asleep, Kind.SIGN_IN_CODE, at=NIGHT, secret="BBB")
    outbox.send_due(NIGHT + timedelta(minutes=11))
    assert [mail.body[:16] for mail in mailoutbox] == ["Your code is AAA"]


def test_who_said_yes_to_nights_is_called_at_night(asleep, mailoutbox):
    letters.write_even_at_night(asleep, Kind.WAKE_CALL, at=NIGHT)
    outbox.send_due(NIGHT)
    assert len(mailoutbox) == 1


def test_what_gathered_goes_as_one_mail(ama, mailoutbox):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    letters.write(ama, Kind.INVITATION, at=NOON + SOON)
    outbox.send_due(NOON + SOON)
    assert len(mailoutbox) == 1
    assert {letter.state for letter in all_letters()} == {State.SENT}


def test_what_comes_later_on_the_day_waits_until_tomorrow_morning(ama, mailoutbox):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    for _ in range(3):
        letters.write(ama, Kind.SOMETHING, at=NOON + SOON)
        outbox.send_due(NOON + SOON)
    assert len(mailoutbox) == 1
    outbox.send_due(datetime(2026, 11, 25, 7, 59, tzinfo=UTC))
    assert len(mailoutbox) == 1
    outbox.send_due(datetime(2026, 11, 25, 8, tzinfo=UTC))
    assert len(mailoutbox) == 2
    assert {letter.state for letter in all_letters()} == {State.SENT}


def test_codes_and_calls_do_not_use_up_the_mail_of_the_day(ama, mailoutbox):
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")
    letters.write(ama, Kind.CALLING_OFF, at=NOON)
    letters.write(ama, Kind.SOMETHING, at=NOON)
    letters.write(ama, Kind.SECURITY, at=NOON)
    outbox.send_due(NOON)
    assert len(mailoutbox) == 4


def test_everyone_has_a_day_of_their_own(ama, bert, mailoutbox):
    letters.write_to_each([ama, bert], Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    assert sorted(mail.to[0] for mail in mailoutbox) == ["ama@example.org", "bert@example.org"]


def test_while_one_process_sends_todays_mail_another_leaves_it_be(ama, mailoutbox):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    with acting_for_the_house("tests"):
        Letter.objects.update(held_until=NOON + SOON)
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    assert mailoutbox == []
    outbox.send_due(NOON + 2 * SOON)
    assert len(mailoutbox) == 1


def test_what_was_read_inside_needs_no_mail(ama, mailoutbox):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    with acting_for_the_house("tests"):
        Letter.objects.update(read_at=NOON)
    outbox.send_due(NOON)
    assert only_letter().state == State.LET_GO
    assert mailoutbox == []


def test_who_gave_no_address_is_told_inside(ama, mailoutbox):
    ama.email = None
    ama.save()
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    assert (only_letter().state, only_letter().sent_at) == (State.SENT, None)
    assert mailoutbox == []


def test_a_code_overtakes_what_can_wait(ama, bert, mailoutbox):
    letters.write(ama, Kind.SOMETHING, at=NOON - SOON)
    letters.write(bert, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")
    outbox.send_due(NOON)
    assert [mail.subject for mail in mailoutbox] == ["A code", "There is something for you"]
