"""Each refusal says why, and what can be done."""

from datetime import UTC, datetime, time

import pytest

from openchair.circles.models import Circle, CircleState, Seat, SeatState
from openchair.delivery.night import Hours
from openchair.people.models import Account
from openchair.presence import policy
from openchair.presence.models import Asked, Call

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)
ENDED = "This has ended. Nothing more is needed of you."


def test_who_is_paused_or_at_a_closed_table_is_led_to_the_lines() -> None:
    here = Circle(state=CircleState.GATHERING)
    for seat, why in (
        (Seat(circle=here, state=SeatState.PAUSED), "Your place here is paused for now"),
        (Seat(circle=Circle(state=CircleState.CLOSED)), "This table has come to its end"),
    ):
        said = policy.why_not_ask(seat) or ""
        assert said.startswith(why)
        assert "Need someone now?" in said
    for state in (SeatState.SEATED, SeatState.VISITING, SeatState.RESTING):
        assert policy.why_not_ask(Seat(circle=here, state=state)) is None


def test_within_a_call() -> None:
    asker, other = Account(), Account()
    going, ended = Call(by=asker, asked_at=AT), Call(by=asker, asked_at=AT, ended_at=AT)
    only = "Only the one who asked for company can do this."
    assert policy.why_not_ask_again(asker, going) is None
    assert policy.why_not_ask_again(other, going) == only
    assert policy.why_not_ask_again(asker, ended) == ENDED
    assert policy.why_not_answer(Asked(), going) is None
    assert policy.why_not_answer(Asked(), ended) == ENDED
    assert policy.why_not_answer(None, going) == "You asked yourself. Whoever can come answers."


def test_a_lamp_is_for_the_night() -> None:
    asker, call = Account(), Call(asked_at=AT)
    call.by = asker
    assert policy.why_not_leave_lamp(asker, call, night=True) is None
    assert policy.why_not_leave_lamp(Account(), call, night=True) is not None
    assert (policy.why_not_leave_lamp(asker, call, night=False) or "").startswith("It is day.")


def test_who_has_no_quiet_hours_need_not_be_woken() -> None:
    assert policy.why_not_wake(Hours(time(21), time(8))) is None
    assert "no quiet hours" in (policy.why_not_wake(Hours(time(8), time(8))) or "")


@pytest.mark.parametrize("number", ["112", "+32 2 555 01 23", "(02) 555-0123", "0800.555.010"])
def test_numbers_that_can_be_dialled(number: str) -> None:
    refused = number == "112"  # that is nobody's own
    assert (policy.why_not_ring(number) is not None) == refused


@pytest.mark.parametrize("number", ["", "call me", "javascript:1", "+", "123;ext=4", "1" * 40])
def test_words_are_no_number(number: str) -> None:
    assert policy.why_not_ring(number) is not None
