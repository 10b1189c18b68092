"""Whom a call for company may reach, each condition alone."""

from datetime import UTC, datetime
from typing import Any

import pytest

from openchair.circles.models import Circle, CircleKind, Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, Block
from openchair.presence import policy
from openchair.presence.asking import may_meet
from openchair.presence.models import Asked, Call

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def sit(circle: Circle, name: str, state: SeatState = SeatState.SEATED) -> Account:
    account, _new = Account.objects.get_or_create(email=f"{name}@meeting.example")
    at: Any = {"arrived_at": NOON, "agreed_at": NOON, "agreed_to": "starter-1"}
    at |= {"door_open_until": NOON} if state == SeatState.LEFT else {}
    Seat.objects.create(
        circle=circle, account=account, state=state, position=circle.seats.count(), **at
    )
    return account


def a_table() -> Circle:
    return Circle.objects.create(kind=CircleKind.GRIEF, cloth="plum", founded_at=NOON)


@pytest.mark.django_db
def test_whoever_sits_there_and_is_free_may_be_met() -> None:
    with acting_for_the_house("laying rows for a test"):
        here, elsewhere = a_table(), a_table()
        asks = sit(here, "asks")
        free = {sit(here, "sits").pk, sit(here, "arrives", SeatState.ARRIVING).pk}
        for state in (SeatState.RESTING, SeatState.PAUSED, SeatState.VISITING, SeatState.LEFT):
            sit(here, f"is {state}".replace(" ", "-"), state)
        sit(elsewhere, "sits-elsewhere")
        kept, keeps = sit(here, "kept"), sit(here, "keeps")
        Block.objects.create(by=asks, of=kept, set_at=NOON)
        Block.objects.create(by=keeps, of=asks, set_at=NOON)
        assert may_meet(Call(circle=here, by=asks)) == free


@pytest.mark.django_db
def test_nobody_is_met_once_the_asker_sits_there_no_more() -> None:
    with acting_for_the_house("laying rows for a test"):
        here, elsewhere = a_table(), a_table()
        left = sit(here, "left", SeatState.LEFT)
        sit(elsewhere, "left")
        sit(here, "stays")
        assert may_meet(Call(circle=here, by=left)) == set()
        assert may_meet(Call(circle=elsewhere, by=left)) == set()


def test_what_is_offered_after_company_is_put_aside_by_those_who_came() -> None:
    opened, ended = Call(), Call(ended_at=NOON)
    came, asked = Asked(came_at=NOON), Asked()
    assert policy.why_not_put_aside(came, ended) is None
    assert "not ended" in str(policy.why_not_put_aside(came, opened))
    for mine in (None, asked):
        assert "those who came" in str(policy.why_not_put_aside(mine, ended))
