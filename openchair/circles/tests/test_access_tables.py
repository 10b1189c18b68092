"""Each reason why not at a table, alone: with it there is a sentence, without it there is none."""

from datetime import UTC, datetime, timedelta

from openchair.circles import policy
from openchair.circles.models import (
    Circle,
    CircleKind,
    Invitation,
    InvitationState,
    Seat,
    SeatState,
)

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def a_circle(kind: CircleKind = CircleKind.FRIENDS, seats: int = 5) -> Circle:
    return Circle(kind=kind, seats_most=seats)


def a_seat(state: SeatState = SeatState.SEATED, door: datetime | None = None) -> Seat:
    return Seat(state=state, door_open_until=door, circle=a_circle())


def a_letter(state: InvitationState, lapses_at: datetime) -> Invitation:
    return Invitation(state=state, lapses_at=lapses_at)


def test_a_table_begins_with_a_name_and_a_sentence() -> None:
    assert policy.why_not_start("us", "for us") is None
    assert "name" in str(policy.why_not_start("", "for us"))
    assert "sentence" in str(policy.why_not_start("us", ""))
    assert "name" in str(policy.why_not_start("", ""))


def test_only_those_who_sit_there_change_the_table() -> None:
    for state in (SeatState.SEATED, SeatState.ARRIVING, SeatState.RESTING):
        assert policy.why_not_change_table(a_seat(state)) is None
    assert "Only people" in str(policy.why_not_change_table(None))
    assert "Only people" in str(policy.why_not_change_table(a_seat(SeatState.LEFT, NOW)))
    assert "visiting" in str(policy.why_not_change_table(a_seat(SeatState.VISITING)))


def test_a_letter_needs_a_free_chair_and_someone_who_sits_there() -> None:
    pair = a_circle(CircleKind.PAIR, 9)
    assert policy.why_not_invite(a_seat(), pair, 1) is None
    assert "for two" in str(policy.why_not_invite(a_seat(), pair, 2))
    assert policy.why_not_invite(a_seat(), a_circle(), 4) is None
    assert "Every chair" in str(policy.why_not_invite(a_seat(), a_circle(), 5))
    assert "visiting" in str(policy.why_not_invite(a_seat(SeatState.VISITING), a_circle(), 1))
    assert "Only people" in str(policy.why_not_invite(None, pair, 1))


def test_a_letter_is_open_until_it_is_answered_or_lapses() -> None:
    assert policy.why_not_open(a_letter(InvitationState.READY, NOW + HOUR), NOW) is None
    closed = policy.closed_letter()
    assert policy.why_not_open(None, NOW) == closed
    assert policy.why_not_open(a_letter(InvitationState.READY, NOW), NOW) == closed
    assert policy.why_not_open(a_letter(InvitationState.ACCEPTED, NOW + HOUR), NOW) == closed


def test_a_chair_is_set_out_where_there_is_room() -> None:
    assert policy.why_not_set_out_chair(a_seat(), a_circle(), 4) is None
    assert "Every chair" in str(policy.why_not_set_out_chair(a_seat(), a_circle(), 5))
    assert "for two" in str(policy.why_not_set_out_chair(a_seat(), a_circle(CircleKind.PAIR), 1))
    visiting = a_seat(SeatState.VISITING)
    assert "visiting" in str(policy.why_not_set_out_chair(visiting, a_circle(), 1))


def test_who_sits_there_may_rest_unless_paused() -> None:
    assert policy.why_not_rest(a_seat()) is None
    assert "not at this table" in str(policy.why_not_rest(a_seat(SeatState.GONE)))
    assert "paused" in str(policy.why_not_rest(a_seat(SeatState.PAUSED)))


def test_one_leaves_once() -> None:
    assert policy.why_not_leave(a_seat()) is None
    assert "already" in str(policy.why_not_leave(a_seat(SeatState.LEFT, NOW)))


def test_one_comes_back_through_an_open_door_to_a_free_chair() -> None:
    left = a_seat(SeatState.LEFT, NOW + HOUR)
    assert policy.why_not_come_back(left, 4, NOW) is None
    assert "already" in str(policy.why_not_come_back(a_seat(), 4, NOW))
    assert "closed" in str(policy.why_not_come_back(a_seat(SeatState.LEFT, NOW), 4, NOW))
    assert "taken" in str(policy.why_not_come_back(left, 5, NOW))
