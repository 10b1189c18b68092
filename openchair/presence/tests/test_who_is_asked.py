"""Who is asked for company, in which order, and who never is (spec/model.md, Company call)."""

from datetime import UTC, datetime, timedelta

import pytest

from openchair.circles import actions as circles
from openchair.circles.models import Distance, Seat, SeatState
from openchair.delivery.models import Kind, Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import actions as people
from openchair.people.models import Block
from openchair.presence import actions
from openchair.presence.asking import ONE_BY_ONE, is_anyone_to_wake
from openchair.presence.models import Asked, Call, How, Readiness, When
from openchair.testing.scenes import Scene

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 5, 2, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def ready(scene: Scene, *names: str, when: When = When.DAY, how: How = How.TOGETHER) -> None:
    for name in names:
        actions.say_when(scene.people[name], when=when, how=how)


def asks(scene: Scene, name: str = "Ama", table: str = "Tuesday", at: datetime = NOON) -> Call:
    return actions.call(scene.people[name], scene.seat(name, table), at=at)


def asked(scene: Scene, call: Call) -> list[str]:
    called = {account.pk: name for name, account in scene.people.items()}
    with acting_for_the_house("tests"):
        return [called[row.account_id] for row in Asked.objects.filter(call=call.pk)]


def letters_about(call: Call) -> list[Letter]:
    with acting_for_the_house("tests"):
        return list(Letter.objects.filter(about=call.pk))


def test_those_who_said_so_are_asked_together(scene: Scene) -> None:
    ready(scene, "Els", "Lin", "Dev")
    assert sorted(asked(scene, asks(scene))) == ["Dev", "Els", "Lin"]


def test_it_counts_at_every_table_they_share_with_the_asker(scene: Scene) -> None:
    ready(scene, "Lin")
    assert asked(scene, asks(scene)) == ["Lin"]
    assert asked(scene, asks(scene, "Kim", "Stairwell")) == ["Lin"]
    assert asked(scene, asks(scene, "Ines", "Pair")) == []


def test_who_rests_is_paused_visits_or_left_is_not_asked_nor_the_asker(scene: Scene) -> None:
    ready(scene, "Ama", "Bert", "Noor", "Sam", "Lin")
    with acting_for_the_house("tests"):
        seat = Seat.objects.filter(account=scene.people["Lin"], circle=scene.tables["Tuesday"].pk)
        seat.update(state=SeatState.PAUSED)
    assert asked(scene, asks(scene)) == []


@pytest.mark.parametrize(("by", "of"), [("Ama", "Lin"), ("Lin", "Ama")])
def test_whoever_is_kept_apart_is_not_asked_whichever_of_them_wished_it(
    scene: Scene, by: str, of: str
) -> None:
    ready(scene, "Lin", "Els")
    people.block(scene.people[by], scene.people[of], at=NOON)
    assert asked(scene, asks(scene)) == ["Els"]


@pytest.mark.parametrize(("by", "of"), [("Ama", "Lin"), ("Lin", "Ama")])
def test_nobody_is_asked_at_some_distance_whichever_of_them_keeps_it(
    scene: Scene, by: str, of: str
) -> None:
    ready(scene, "Lin", "Els")
    with acting_for_the_house("tests"):
        Distance.objects.create(
            circle_id=scene.tables["Tuesday"].pk,
            by=scene.people[by],
            of=scene.people[of],
            since=NOON,
        )
    assert asked(scene, asks(scene)) == ["Els"]


def test_a_block_set_while_it_goes_on_closes_it_for_the_two(scene: Scene) -> None:
    ready(scene, "Lin")
    call = asks(scene)
    people.block(scene.people["Lin"], scene.people["Ama"], at=NOON)
    assert not Call.objects.for_viewer(scene.people["Lin"]).exists()
    assert not Asked.objects.for_viewer(scene.people["Ama"]).exists()
    with pytest.raises(Refusal):
        actions.come(scene.people["Ama"], call, at=NOON)


def test_one_by_one_is_asked_in_turn_every_five_minutes(scene: Scene) -> None:
    ready(scene, "Els", "Lin", how=How.ALONE)
    call = asks(scene)
    (first,) = asked(scene, call)
    actions.go_on(NOON + ONE_BY_ONE - MINUTE)
    assert asked(scene, call) == [first]
    actions.go_on(NOON + ONE_BY_ONE)
    assert set(asked(scene, call)) == {"Els", "Lin"}
    actions.go_on(NOON + 2 * ONE_BY_ONE)
    assert len(asked(scene, call)) == 2


def test_whoever_was_asked_longest_ago_is_next(scene: Scene) -> None:
    ready(scene, "Els", "Lin", how=How.ALONE)
    (first,) = asked(scene, asks(scene))
    (second,) = asked(scene, asks(scene, "Dev", at=NOON + MINUTE))
    assert {first, second} == {"Els", "Lin"}
    assert asked(scene, asks(scene, "Chiara", at=NOON + 2 * MINUTE)) == [first]


def test_who_comes_one_by_one_waits_for_those_who_come_together(scene: Scene) -> None:
    ready(scene, "Els")
    ready(scene, "Lin", how=How.ALONE)
    call = asks(scene)
    assert asked(scene, call) == ["Els"]
    actions.go_on(NOON + ONE_BY_ONE)
    assert set(asked(scene, call)) == {"Els", "Lin"}


def test_once_somebody_came_nobody_else_is_asked(scene: Scene) -> None:
    ready(scene, "Els", "Lin", how=How.ALONE)
    call = asks(scene)
    (first,) = asked(scene, call)
    actions.come(scene.people[first], call, at=NOON)
    actions.go_on(NOON + ONE_BY_ONE)
    assert asked(scene, call) == [first]


def test_at_night_a_letter_goes_to_those_alone_who_said_yes_to_nights(scene: Scene) -> None:
    ready(scene, "Els")
    ready(scene, "Lin", when=When.NIGHT)
    ready(scene, "Dev", when=When.BOTH)
    actions.wake_me(scene.people["Chiara"], at=NIGHT)
    call = asks(scene, at=NIGHT)
    assert sorted(asked(scene, call)) == ["Dev", "Lin"]
    actions.wake_someone(scene.people["Ama"], call, at=NIGHT)
    assert sorted(asked(scene, call)) == ["Chiara", "Dev", "Lin"]
    for letter in letters_about(call):
        assert letter.kind == Kind.WAKE_CALL
        assert letter.said_yes_to_nights


def test_nobody_is_woken_for_one_night_before_the_asker_presses(scene: Scene) -> None:
    """AS-37: neither by asking, nor by asking again, nor by the clock; afterwards also by these."""
    actions.wake_me(scene.people["Chiara"], at=NIGHT)
    call, ama = asks(scene, at=NIGHT), scene.people["Ama"]
    actions.ask_again(ama, call, at=NIGHT + MINUTE)
    actions.go_on(NIGHT + 2 * ONE_BY_ONE)
    assert asked(scene, call) == []
    assert is_anyone_to_wake(call, at=NIGHT)
    actions.wake_someone(ama, call, at=NIGHT)
    actions.wake_someone(ama, call, at=NIGHT)
    assert asked(scene, call) == ["Chiara"]
    assert not is_anyone_to_wake(call, at=NIGHT)
    assert len(letters_about(call)) == 1
    actions.wake_me(scene.people["Els"], at=NIGHT)
    actions.go_on(NIGHT + 4 * ONE_BY_ONE)
    assert set(asked(scene, call)) == {"Chiara", "Els"}


def test_only_the_asker_wakes_someone_and_only_at_night_is_there_someone(scene: Scene) -> None:
    actions.wake_me(scene.people["Chiara"], at=NOON)
    call = asks(scene)
    assert not is_anyone_to_wake(call, at=NOON)
    with pytest.raises(Refusal):
        actions.wake_someone(scene.people["Chiara"], call, at=NOON)


def test_by_day_alone_nothing_of_it_may_come_at_night(scene: Scene) -> None:
    ready(scene, "Els")
    (letter,) = letters_about(asks(scene))
    assert letter.kind == Kind.COMPANY_CALL
    assert not letter.may_wake(NIGHT)


def test_asking_twice_is_once_and_asks_nobody_twice(scene: Scene) -> None:
    ready(scene, "Els")
    first, second = asks(scene), asks(scene, at=NOON + MINUTE)
    assert first.pk == second.pk
    actions.ask_again(scene.people["Ama"], first, at=NOON + MINUTE)
    assert asked(scene, first) == ["Els"]
    assert len(letters_about(first)) == 1


def test_asking_again_asks_who_may_be_asked_by_now(scene: Scene) -> None:
    call = asks(scene)
    ready(scene, "Els")
    actions.ask_again(scene.people["Ama"], call, at=NOON + MINUTE)
    assert asked(scene, call) == ["Els"]


def test_nobody_is_asked_for_someone_who_sits_there_no_more(scene: Scene) -> None:
    call = asks(scene)
    ready(scene, "Els")
    circles.leave(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=NOON)
    actions.go_on(NOON + ONE_BY_ONE)
    assert asked(scene, call) == []


def test_it_ends_by_itself_after_four_hours_and_is_forgotten_a_day_later(scene: Scene) -> None:
    call, end = asks(scene), NOON + actions.LASTS
    calls = Call.objects.for_viewer(scene.people["Ama"])
    actions.go_on(end - MINUTE)
    assert calls.filter(ended_at=None).exists()
    actions.go_on(end)
    actions.go_on(end + MINUTE)
    assert calls.get(pk=call.pk).ended_at == end
    actions.forget_old(end + actions.FORGOTTEN_AFTER - MINUTE)
    assert calls.exists()
    actions.forget_old(end + actions.FORGOTTEN_AFTER)
    assert not calls.exists()


def test_coming_stepping_out_and_not_now_twice_are_once(scene: Scene) -> None:
    ready(scene, "Els")
    call, els = asks(scene), scene.people["Els"]
    mine = Asked.objects.for_viewer(els)
    actions.not_now(els, call, at=NOON)
    actions.not_now(els, call, at=NOON + MINUTE)
    assert mine.get().passed_at == NOON
    actions.come(els, call, at=NOON)
    actions.come(els, call, at=NOON + MINUTE)
    assert (mine.get().came_at, mine.get().passed_at) == (NOON, None)
    actions.not_now(els, call, at=NOON)
    assert mine.get().is_here
    actions.step_out(els, call, at=NOON)
    actions.step_out(els, call, at=NOON + MINUTE)
    assert mine.get().left_at == NOON
    actions.end(scene.people["Ama"], call, at=NOON)
    actions.end(scene.people["Ama"], call, at=NOON + MINUTE)
    assert call.ended_at == NOON


def test_not_now_is_told_to_nobody(scene: Scene) -> None:
    ready(scene, "Els", "Lin")
    call = asks(scene)
    actions.not_now(scene.people["Els"], call, at=NOON)
    seen = Asked.objects.for_viewer(scene.people["Lin"])
    assert not seen.filter(account=scene.people["Els"]).exists()


def test_who_said_what_is_read_by_nobody_else(scene: Scene) -> None:
    ready(scene, "Els")
    for name, account in scene.people.items():
        assert Readiness.objects.for_viewer(account).exists() == (name == "Els")


def test_the_clock_forgets_one_night(scene: Scene) -> None:
    actions.wake_me(scene.people["Els"], at=NOON)
    row = Readiness.objects.for_viewer(scene.people["Els"])
    actions.forget_old(NOON)
    assert row.get().wake_until == datetime(2026, 3, 5, 7, 0, tzinfo=UTC)
    actions.forget_old(datetime(2026, 3, 5, 7, 0, tzinfo=UTC))
    assert row.get().wake_until is None


def test_blocks_do_not_hide_a_call_from_others(scene: Scene) -> None:
    """The two worlds: Kim and Lin are asked by Tom, whom Mara keeps apart."""
    ready(scene, "Mara", "Lin", "Kim")
    assert Block.objects.for_viewer(scene.people["Mara"]).exists()
    assert sorted(asked(scene, asks(scene, "Tom", "Stairwell"))) == ["Kim", "Lin"]
