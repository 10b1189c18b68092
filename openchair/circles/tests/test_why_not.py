"""Every reason to say no at a table, in the words the person reads."""

from datetime import timedelta

import pytest

from openchair.circles import policy
from openchair.circles.models import Invitation, InvitationState, Seat, SeatState
from openchair.testing.scenes import Scene

ALL_TAKEN = "Every chair at this table is taken or promised."
FOR_TWO = "This is a table for two"
NOT_AT_TABLE = "Only people who sit at this table can do this."


@pytest.fixture
def seat(scene: Scene) -> Seat:
    return scene.seat("Els", "Tuesday")


@pytest.fixture
def pair(scene: Scene) -> Seat:
    return scene.seat("Ines", "Pair")


def in_state(seat: Seat, state: SeatState) -> Seat:
    seat.state = state
    return seat


def test_a_table_begins_with_a_name_and_a_sentence() -> None:
    assert "Give the table a name." in (policy.why_not_start("", "a") or "")
    assert "Write one sentence" in (policy.why_not_start("a", "") or "")
    assert policy.why_not_start("a", "a") is None


def test_who_visits_or_does_not_sit_there_leaves_the_table_as_it_is(seat: Seat) -> None:
    assert policy.why_not_change_table(None) == NOT_AT_TABLE
    assert policy.why_not_change_table(in_state(seat, SeatState.LEFT)) == NOT_AT_TABLE
    visiting = policy.why_not_change_table(in_state(seat, SeatState.VISITING))
    assert visiting == "You are visiting this table. Someone who sits here can do this with you."
    assert policy.why_not_change_table(in_state(seat, SeatState.SEATED)) is None


def test_a_letter_needs_a_free_chair(seat: Seat, pair: Seat) -> None:
    assert policy.why_not_invite(None, seat.circle, 0) == NOT_AT_TABLE
    assert policy.why_not_invite(seat, seat.circle, 11) is None
    assert policy.why_not_invite(seat, seat.circle, 12) == ALL_TAKEN
    assert policy.why_not_invite(pair, pair.circle, 1) is None
    assert FOR_TWO in (policy.why_not_invite(pair, pair.circle, 2) or "")


def test_a_letter_is_open_until_it_is_answered_or_lapses(scene: Scene) -> None:
    at, ama = scene.at, scene.people["Ama"]
    letter = Invitation.objects.for_viewer(ama).get()
    assert policy.why_not_open(letter, at) is None
    assert policy.why_not_open(None, at) == policy.closed_letter()
    assert policy.why_not_open(letter, letter.lapses_at) == policy.closed_letter()
    assert policy.why_not_open(letter, letter.lapses_at - timedelta(seconds=1)) is None
    letter.state = InvitationState.WITHDRAWN
    assert policy.why_not_open(letter, at) == policy.closed_letter()


def test_a_chair_is_set_out_where_there_is_room(seat: Seat, pair: Seat) -> None:
    assert policy.why_not_set_out_chair(seat, seat.circle, 11) is None
    assert policy.why_not_set_out_chair(seat, seat.circle, 12) == ALL_TAKEN
    assert policy.why_not_set_out_chair(pair, pair.circle, 1) == "This is a table for two."
    gone = in_state(seat, SeatState.LEFT)
    assert policy.why_not_set_out_chair(gone, seat.circle, 1) == NOT_AT_TABLE


def test_who_is_paused_or_gone_does_not_rest(seat: Seat) -> None:
    assert policy.why_not_rest(seat) is None
    paused = policy.why_not_rest(in_state(seat, SeatState.PAUSED))
    assert paused is not None
    assert paused.startswith("Your place here is paused for now.")
    left = policy.why_not_rest(in_state(seat, SeatState.LEFT))
    assert left == "You are not at this table now, so there is nothing to rest from."


def test_one_leaves_once(seat: Seat) -> None:
    assert policy.why_not_leave(seat) is None
    assert (
        policy.why_not_leave(in_state(seat, SeatState.LEFT)) == "You have left this table already."
    )


def test_one_comes_back_while_the_door_is_open_and_a_chair_free(scene: Scene) -> None:
    sam, at = scene.seat("Sam", "Tuesday"), scene.at
    assert policy.why_not_come_back(sam, 11, at) is None
    assert (policy.why_not_come_back(sam, 12, at) or "").startswith("Every chair at this table")
    late = sam.door_open_until
    assert late
    assert (policy.why_not_come_back(sam, 1, late) or "").startswith("The door has closed.")
    els = scene.seat("Els", "Tuesday")
    assert policy.why_not_come_back(els, 1, at) == "You are at this table already."


def test_whatever_stood_against_someone_the_words_are_the_same() -> None:
    assert policy.not_possible() == "This chair cannot be offered to this person now."
