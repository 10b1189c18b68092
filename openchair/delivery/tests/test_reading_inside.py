"""Letters read inside the house, and those of the demo."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from openchair.delivery import actions, letters, outbox, queries
from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter
from openchair.delivery.tests.conftest import NOON, all_letters, only_letter

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def demo(settings, post):
    settings.OPENCHAIR = replace(settings.OPENCHAIR, demo=True)


def test_today_shows_what_has_not_been_read_newest_first(ama):
    letters.write(ama, Kind.INVITATION, at=NOON)
    letters.write(ama, Kind.SOMETHING, at=LATER)
    assert [letter.kind for letter in queries.inside(ama)] == [Kind.SOMETHING, Kind.INVITATION]


def test_codes_are_not_shown_inside(ama):
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")
    assert queries.inside(ama) == []


def test_another_persons_letters_are_not_there(ama, bert):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    assert queries.inside(bert) == []
    assert queries.inside(AnonymousUser()) == []


def test_what_was_let_go_is_not_shown_when_the_thing_comes_back(ama, readers):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    readers.may_hear = lambda letter: False
    outbox.send_due(NOON)
    readers.may_hear = lambda letter: True
    assert queries.inside(ama) == []


def test_reading_a_letter(ama):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    actions.mark_read(ama, only_letter(), at=NOON)
    assert queries.inside(ama) == []
    assert only_letter().read_at == NOON


def test_reading_it_twice_is_reading_it_once(ama):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    actions.mark_read(ama, only_letter(), at=NOON)
    actions.mark_read(ama, only_letter(), at=LATER)
    assert only_letter().read_at == NOON


def test_all_that_was_shown_is_marked_at_once(ama):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    letters.write(ama, Kind.INVITATION, at=NOON)
    shown = queries.inside(ama)
    actions.mark_read(ama, *shown, at=NOON)
    assert queries.inside(ama) == []
    actions.mark_read(ama, at=NOON)


def test_nobody_reads_anothers_letter_nor_their_own_in_its_company(ama, bert):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    letters.write(bert, Kind.SOMETHING, at=NOON)
    with pytest.raises(Letter.DoesNotExist):
        actions.mark_read(bert, *all_letters(), at=NOON)
    assert [letter.read_at for letter in all_letters()] == [None, None]


def test_the_demo_sends_nothing_and_shows_what_it_would_have_sent(ama, demo, mailoutbox):
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="QX7-RTM")
    outbox.send_due(NOON)
    letters.write(ama, Kind.SOMETHING, at=LATER)
    letters.write(ama, Kind.INVITATION, at=LATER)
    outbox.send_due(LATER)
    assert mailoutbox == []
    something, code = queries.sent_letters()
    assert (something.address, something.subject) == (
        "ama@example.org",
        "There is something for you",
    )
    assert "QX7-RTM" in code.body


def test_outside_the_demo_sent_letters_are_shown_to_nobody(ama):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    assert queries.sent_letters() == []
