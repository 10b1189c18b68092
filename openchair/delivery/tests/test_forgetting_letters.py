"""What this room keeps, and for how long."""

from datetime import timedelta

from openchair.delivery import keeping, letters
from openchair.delivery.kinds import Kind
from openchair.delivery.tests.conftest import NOON, all_letters

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_person_gets_out_that_there_were_letters_and_when(ama, bert):
    letters.write(ama, Kind.SOMETHING, at=NOON)
    letters.write(bert, Kind.SOMETHING, at=NOON)
    (row,) = keeping.export(ama)["letters"]
    assert row == {"kind": Kind.SOMETHING, "written_at": NOON, "sent_at": None, "read_at": None}


def test_forgetting_a_person_takes_their_letters_and_nobody_elses(ama, bert):
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")
    letters.write(bert, Kind.SOMETHING, at=NOON)
    keeping.forget(ama)
    assert [letter.to for letter in all_letters()] == [bert]


def test_codes_are_forgotten_after_an_hour_and_letters_after_thirty_days(ama):
    letters.write(ama, Kind.SIGN_IN_CODE, at=NOON, secret="AAA")
    letters.write(ama, Kind.SOMETHING, at=NOON)
    keeping.forget_old(NOON + HOUR)
    assert len(all_letters()) == 2
    keeping.forget_old(NOON + 2 * HOUR)
    assert [letter.kind for letter in all_letters()] == [Kind.SOMETHING]
    keeping.forget_old(NOON + 31 * DAY)
    assert all_letters() == []
