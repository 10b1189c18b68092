"""Nothing is lost and nothing doubled while a real mail server has its bad days."""

from datetime import time, timedelta

import pytest

from openchair.delivery import letters, outbox
from openchair.delivery.channels.email import ServerAway
from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter, State
from openchair.delivery.night import Hours
from openchair.delivery.queries import does_not_arrive, inside
from openchair.delivery.tests.conftest import (
    NOON,
    a_free_port,
    all_letters,
    only_letter,
    through_smtp,
)
from openchair.delivery.tests.test_at_the_mail_server import parsed

QUARTER = timedelta(minutes=15)
DAY = timedelta(days=1)


def ask_through(start, end, step=QUARTER) -> int:
    """The outbox works from `start` to `end`; how often it found the mail server away."""
    moment, away = start, 0
    while moment <= end:
        try:
            outbox.send_due(moment)
        except ServerAway:
            away += 1
        moment += step
    return away


@pytest.mark.parametrize("answer", ["421 closing", "450 later", "451 4.7.1 greylisted", "552 full"])
@pytest.mark.parametrize("place", ["answers_to_address", "answers_to_words"])
def test_what_may_pass_later_is_sent_once_later(ama, mail_server, place, answer):
    setattr(mail_server, place, [answer] * 3)
    letters.write(ama, Kind.SOMETHING, at=NOON)
    ask_through(NOON, NOON + timedelta(hours=2), timedelta(seconds=10))
    assert len(mail_server.taken) == 1
    assert only_letter().state == State.SENT
    assert not does_not_arrive(ama, ama.email)


@pytest.mark.parametrize(
    "answer", ["550 no such person", "553 no such mailbox", "550 5.1.1 unknown"]
)
def test_where_nobody_is_nothing_more_is_mailed(ama, mail_server, answer):
    mail_server.answers_to_address = [answer]
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    letters.write(ama, Kind.SOMETHING, at=NOON + DAY)
    outbox.send_due(NOON + DAY)
    assert mail_server.taken == []
    assert does_not_arrive(ama, ama.email)
    assert len(inside(ama)) == 2


def test_another_address_mends_it_by_itself(ama, mail_server):
    mail_server.answers_to_address = ["550 no such person"]
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    ama.email = "ama.new@example.org"
    ama.save()
    assert not does_not_arrive(ama, ama.email)
    letters.write(ama, Kind.SOMETHING, at=NOON + DAY)
    outbox.send_due(NOON + DAY)
    assert mail_server.taken[0].rcpt_tos == ["ama.new@example.org"]


def test_a_code_is_tried_all_the_same_and_mends_what_was_wrong(ama, mail_server):
    mail_server.answers_to_address = ["550 no such person"]
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON + DAY, secret="AAA")
    outbox.send_due(NOON + DAY)
    assert len(mail_server.taken) == 1
    assert not does_not_arrive(ama, ama.email)


def test_a_code_for_another_address_says_nothing_about_their_own(ama, mail_server):
    mail_server.answers_to_address = ["550 no such person"]
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="AAA", address="typo@example.org")
    outbox.send_due(NOON)
    assert only_letter().state == State.FAILED
    assert not does_not_arrive(ama, ama.email)


def test_a_mail_that_is_never_taken_says_nothing_about_the_address(ama, mail_server):
    mail_server.answers_to_words = ["554 we do not like these words"]
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    assert only_letter().state == State.FAILED
    assert not does_not_arrive(ama, ama.email)


def test_a_connection_that_drops_after_the_words_costs_one_duplicate(ama, mail_server):
    drops = [True]

    async def drop(_self, server, _session, envelope) -> str:
        mail_server.taken.append(envelope)
        if drops.pop() if drops else False:
            server.transport.abort()
        return "250 OK"

    type(mail_server).handle_DATA, kept = drop, type(mail_server).handle_DATA
    try:
        letters.write(ama, Kind.SOMETHING, at=NOON)
        assert ask_through(NOON, NOON + timedelta(hours=1), timedelta(seconds=10)) == 1
    finally:
        type(mail_server).handle_DATA = kept
    assert len(mail_server.taken) == 2
    assert len({mail["Message-ID"] for mail in parsed(mail_server)}) == 1
    assert only_letter().state == State.SENT


def test_a_day_without_a_mail_server_loses_nothing_and_doubles_nothing(
    ama, bert, mail_server, settings, readers
):
    """Letters of all hours; nights honoured; what is stale by then is not sent; bert reads inside."""
    readers.asleep[ama.pk] = Hours(time(21), time(8), "Europe/Brussels")
    there = settings.MAILERS
    through_smtp(settings, a_free_port())
    for hour in range(0, 24, 3):
        letters.write_to_each([ama, bert], Kind.SOMETHING, at=NOON + timedelta(hours=hour))
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")
    away = ask_through(NOON, NOON + timedelta(hours=20))
    assert away > 60
    assert {letter.state for letter in all_letters()} == {State.WAITING, State.LET_GO}

    readers.may_hear = lambda letter: letter.to_id != bert.pk
    settings.MAILERS = there
    back = NOON + timedelta(hours=20)
    ask_through(back, back + DAY)
    said = {(letter.to_id, letter.kind): letter.state for letter in all_letters()}
    assert said == {
        (ama.pk, Kind.SOMETHING): State.SENT,
        (bert.pk, Kind.SOMETHING): State.LET_GO,
        (ama.pk, Kind.SIGN_IN_CODE): State.LET_GO,
    }
    assert [taken.rcpt_tos for taken in mail_server.taken] == [["ama@example.org"]] * 2
    assert all(not night(letter) for letter in all_letters() if letter.sent_at)


def night(letter: Letter) -> bool:
    assert letter.sent_at
    return not 7 <= letter.sent_at.hour < 20


def test_once_the_server_is_back_nothing_waits_longer_than_a_quarter_of_an_hour(
    ama, mail_server, settings
):
    there = settings.MAILERS
    through_smtp(settings, a_free_port())
    letters.write(ama, Kind.SECURITY, at=NOON)
    ask_through(NOON, NOON + 3 * DAY)
    settings.MAILERS = there
    outbox.send_due(NOON + 3 * DAY + QUARTER)
    assert only_letter().state == State.SENT


def test_two_letters_to_one_person_are_one_mail(ama, mail_server):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    letters.write(ama, Kind.HOST_ANSWER, at=NOON)
    outbox.send_due(NOON)
    assert len(mail_server.taken) == 1
    assert {letter.state for letter in all_letters()} == {State.SENT}
