"""At the door someone asks once more: may this person still hear of this?"""

from uuid import uuid4

import pytest

from openchair.delivery import letters, outbox, sending
from openchair.delivery.kinds import Kind
from openchair.delivery.models import State
from openchair.delivery.sending import NotHandedOver
from openchair.delivery.tests.conftest import NOON, all_letters, only_letter


def test_what_someone_may_no_longer_hear_of_is_let_go(ama, readers, mailoutbox):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    readers.may_hear = lambda letter: False
    outbox.send_due(NOON)
    assert only_letter().state == State.LET_GO
    assert mailoutbox == []


def test_the_question_is_about_this_letter(ama, readers):
    mine, other = uuid4(), uuid4()
    readers.may_hear = lambda letter: letter.about == mine
    letters.write(ama, Kind.SECURITY, about=mine, at=NOON)
    letters.write(ama, Kind.SECURITY, about=other, at=NOON)
    outbox.send_due(NOON)
    states = {letter.about: letter.state for letter in all_letters()}
    assert states == {mine: State.SENT, other: State.LET_GO}


def test_a_kind_without_a_question_stops_the_house_from_starting():
    with pytest.raises(NotHandedOver, match="sign-in code"):
        sending.ask_before_sending({Kind.SOMETHING: lambda letter: True})


def test_a_house_without_readers_or_a_name_does_not_start():
    sending.ready()
    sending._readers.clear()
    with pytest.raises(NotHandedOver):
        sending.ready()
