"""Some letters wait inside for whoever has no strength for them: they are not mailed, nor let go."""

from uuid import uuid4

from openchair.delivery import letters, outbox
from openchair.delivery.kinds import Kind
from openchair.delivery.models import State
from openchair.delivery.queries import inside
from openchair.delivery.tests.conftest import NOON, all_letters


def test_it_is_not_mailed_and_is_there_to_be_read(ama, readers, mailoutbox):
    waits, goes = uuid4(), uuid4()
    readers.stays = lambda letter: letter.about == waits
    letters.write(ama, Kind.SOMETHING, about=waits, at=NOON)
    outbox.send_due(NOON)
    assert mailoutbox == []
    assert [(one.state, one.sent_at) for one in all_letters()] == [(State.SENT, None)]
    assert [one.about for one in inside(ama)] == [waits]
    letters.write(ama, Kind.SOMETHING, about=goes, at=NOON)
    outbox.send_due(NOON)
    assert [mail.to for mail in mailoutbox] == [["ama@example.org"]]


def test_nothing_stays_where_nobody_said_so(ama, readers, mailoutbox):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    outbox.send_due(NOON)
    assert len(mailoutbox) == 1
