"""What must hold after every step: spec/model.md I-1, I-5, I-6, I-22, I-23."""

from datetime import timedelta
from itertools import combinations

from openchair.circles.actions.holding import (
    SIXTH_SEAT,
    TWO_KEEPERS,
    WITHOUT_KEEPERS,
    willing_keepers,
)
from openchair.circles.models import (
    INSIDE,
    MOST_SEATS,
    Circle,
    CircleState,
    OpenChair,
    Seat,
    SeatState,
    members,
)
from openchair.circles.tests.machine.table import (
    TESTS,
    Life,
    Seen,
    came_in,
    count_transitions,
    is_blocked,
    went,
)
from openchair.kernel.guard import acting_for_the_house

ELSEWHERE = {CircleState.UNKEPT, CircleState.RESTING, CircleState.CLOSING, CircleState.CLOSED}


def must_hold(life: Life) -> None:
    before, after = count_transitions(life)
    with acting_for_the_house(TESTS):
        circle = Circle.objects.get(pk=life.circle.pk)
        seats = list(Seat.objects.filter(circle=circle.pk))
        chairs = OpenChair.objects.filter(circle=circle.pk).count()
        i_1_nobody_is_moved_out(life, circle, before, after)
        i_5_twelve_at_most(circle, seats, chairs)
        i_6_nobody_comes_to_sit_with_whom_they_are_kept_from(life, seats, before, after)
        i_22_a_pause_holds_and_ends(life, seats)
        i_23_two_look_after_six(life, circle)


def i_1_nobody_is_moved_out(life: Life, circle: Circle, before: Seen, after: Seen) -> None:
    if went(before, after):
        assert circle.state == CircleState.CLOSED
        assert circle.words_until is not None
        assert circle.words_until <= life.at


def i_5_twelve_at_most(circle: Circle, seats: list[Seat], chairs: int) -> None:
    inside = sum(seat.is_inside for seat in seats)
    assert inside + chairs <= MOST_SEATS
    assert inside <= circle.seats_most


def i_6_nobody_comes_to_sit_with_whom_they_are_kept_from(
    life: Life, seats: list[Seat], before: Seen, after: Seen
) -> None:
    inside = {seat.pk: seat.account_id for seat in seats if seat.state in INSIDE}
    new = set(came_in(before, after))
    for one, other in combinations(inside, 2):
        pair = frozenset((inside[one], inside[other]))
        apart = is_blocked(inside[one], inside[other])
        if apart and (one in new or other in new):
            raise AssertionError("Someone came to sit with whom they are kept from.")
        assert not apart or pair in life.apart_inside


def i_22_a_pause_holds_and_ends(life: Life, seats: list[Seat]) -> None:
    for seat in seats:
        if seat.is_inside:
            assert (seat.state == SeatState.PAUSED) == (seat.paused_until is not None)
        if seat.state == SeatState.PAUSED:
            assert seat.paused_until is not None
            assert seat.paused_until - life.at <= timedelta(hours=24)


def i_23_two_look_after_six(life: Life, circle: Circle) -> None:
    there = Seat.objects.filter(members(), circle=circle.pk).count()
    if there < SIXTH_SEAT or circle.state in ELSEWHERE:
        return
    assert circle.state == CircleState.GATHERING
    if len(willing_keepers(circle.pk, at=life.at)) < TWO_KEEPERS:
        assert circle.few_keepers_since is not None
        assert life.at - circle.few_keepers_since < WITHOUT_KEEPERS
