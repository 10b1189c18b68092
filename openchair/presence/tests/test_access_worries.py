"""Worry, alone: each reason why not, who reads it where the world of the matrix has no such row, and who
is neither named nor asked to look in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from openchair.circles import actions as circles
from openchair.circles.models import Distance, Seat, SeatState
from openchair.circles.tests.test_access_letters import a_scene
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.people.models import Account
from openchair.presence import actions, policy, worrying
from openchair.presence.models import How, When, Worry, WorryReply
from openchair.presence.named import named_at
from openchair.sharing.models import Share
from openchair.testing.scenes import NOON, Scene

AT = datetime(2026, 3, 4, 12, tzinfo=UTC)


def shared(author: Account | None, **more: Any) -> Share:
    return Share(author=author, **more)


def test_whoever_reads_words_may_be_worried_about_their_writer() -> None:
    joe, sam = Account(), Account()
    sits, away = Seat(state=SeatState.RESTING), Seat(state=SeatState.LEFT)
    why = policy.why_not_worry
    assert why(joe, shared(sam), sits, sits) is None
    assert why(joe, shared(sam), None, sits) is None
    for share, mine, theirs, said in (
        (shared(joe), sits, sits, "These are your own words."),
        (shared(sam, taken_back_at=AT), sits, sits, "These words were taken back"),
        (shared(sam), Seat(state=SeatState.PAUSED), sits, "Your place here is paused"),
        (shared(sam), sits, away, "Whoever said this does not sit here now"),
        (shared(sam), sits, None, "Whoever said this does not sit here now"),
        (shared(sam, nameless=True), sits, sits, "Whoever said this does not sit here now"),
    ):
        assert (why(joe, share, mine, theirs) or "").startswith(said)


def test_what_was_answered_and_taken_back_is_not_said_again() -> None:
    answered, taken_back = {"reply": "no"}, {"taken_back_at": AT}
    for before in (None, Worry(), Worry(**answered), Worry(**taken_back)):
        assert policy.why_not_worry_again(before) is None
    assert policy.why_not_worry_again(Worry(**answered, **taken_back)) is not None


def test_the_writer_answers_once() -> None:
    sam, row = Account(), Worry()
    row.of = sam
    assert policy.why_not_reply(sam, row) is None
    assert "Only the one whose words these are" in (policy.why_not_reply(Account(), row) or "")
    row.reply = "no"
    assert "You have answered this." in (policy.why_not_reply(sam, row) or "")


@contextmanager
def lin_is_worried(also: str = "Els") -> Iterator[tuple[Scene, Worry]]:
    """About Chiara, whose words stand there; nothing is answered yet."""
    with a_scene() as scene:
        lin, joy = scene.people["Lin"], scene.words["joy"]
        share = Share.objects.for_viewer(lin).get(pk=joy.pk)
        yield scene, worrying.worry(lin, share, also=scene.people[also].pk, at=NOON)


def yes(scene: Scene, row: Worry) -> None:
    chiara = scene.people["Chiara"]
    mine = Worry.objects.for_viewer(chiara).get(pk=row.pk)
    worrying.reply(chiara, mine, WorryReply.YES, at=NOON)


def reads(scene: Scene, name: str) -> bool:
    return Worry.objects.for_viewer(scene.people[name]).exists()


def change_seat(scene: Scene, name: str, state: SeatState) -> None:
    with acting_for_the_house("tests"):
        Seat.objects.filter(pk=scene.seat(name, "Tuesday").pk).update(state=state)


@pytest.mark.django_db
def test_of_words_without_a_name_nobody_reads_it() -> None:
    with lin_is_worried() as (scene, row):
        yes(scene, row)
        with acting_for_the_house("tests"):
            Share.objects.filter(pk=row.share_id).update(nameless=True)
        assert not any(reads(scene, name) for name in ("Lin", "Chiara", "Els"))


@pytest.mark.django_db
def test_nobody_looks_in_on_who_sits_there_no_more() -> None:
    with lin_is_worried() as (scene, row):
        yes(scene, row)
        assert reads(scene, "Els")
        change_seat(scene, "Chiara", SeatState.GONE)
        assert not reads(scene, "Els")
        assert not reads(scene, "Chiara")


@pytest.mark.django_db
def test_whoever_left_this_table_reaches_nobody_here_from_another() -> None:
    with lin_is_worried() as (scene, _row):
        assert reads(scene, "Chiara")
        circles.leave(scene.people["Lin"], scene.seat("Lin", "Tuesday"), at=NOON)
        assert not reads(scene, "Chiara")


@pytest.mark.django_db
def test_who_may_look_in_sits_there_awake() -> None:
    with lin_is_worried() as (scene, row):
        assert worrying.may_look_in(row) == scene.people["Els"].pk
        for state in (SeatState.PAUSED, SeatState.RESTING, SeatState.VISITING, SeatState.GONE):
            change_seat(scene, "Els", state)
            assert worrying.may_look_in(row) is None
        change_seat(scene, "Els", SeatState.ARRIVING)
        assert worrying.may_look_in(row) is not None
        row.also = None
        assert worrying.may_look_in(row) is None


@pytest.mark.django_db
def test_who_sits_elsewhere_may_not_look_in_here() -> None:
    with lin_is_worried() as (scene, row):
        row.also = scene.people["Kim"]
        assert worrying.may_look_in(row) is None


@pytest.mark.django_db
def test_who_is_kept_apart_from_either_may_not_look_in() -> None:
    for pair in (("Els", "Lin"), ("Lin", "Els"), ("Els", "Chiara"), ("Chiara", "Els")):
        with lin_is_worried() as (scene, row):
            people.block(scene.people[pair[0]], scene.people[pair[1]], at=NOON)
            assert worrying.may_look_in(row) is None
        with lin_is_worried() as (scene, row):
            keeps_distance(scene, *pair)
            assert worrying.may_look_in(row) is None


def keeps_distance(scene: Scene, by: str, of: str, where: str = "Tuesday") -> None:
    table, at = scene.tables[where].pk, NOON
    with acting_for_the_house("tests"):
        Distance.objects.create(circle_id=table, by=scene.people[by], of=scene.people[of], since=at)


@pytest.mark.django_db
def test_who_is_named_sits_there_awake_and_near() -> None:
    with a_scene() as scene:
        mine = scene.seat("Ama", "Tuesday")
        for name in ("Ama", "Els", "Dev", "Bert", "Kim"):
            account = scene.people[name]
            actions.say_when(account, when=When.BOTH, how=How.TOGETHER, named=True)
        actions.say_when(scene.people["Lin"], when=When.BOTH, how=How.TOGETHER)
        assert named_at(mine, at=NOON) == {scene.people[name].pk for name in ("Els", "Dev")}
        keeps_distance(scene, "Chiara", "Els")
        keeps_distance(scene, "Els", "Chiara")
        keeps_distance(scene, "Ama", "Els", "Stairwell")
        assert scene.people["Els"].pk in named_at(mine, at=NOON)
        keeps_distance(scene, "Ama", "Els")
        keeps_distance(scene, "Dev", "Ama")
        assert named_at(mine, at=NOON) == set()


@pytest.mark.django_db
def test_nobody_is_named_to_whom_they_are_apart_from() -> None:
    for pair in (("Els", "Ama"), ("Ama", "Els")):
        with a_scene() as scene:
            actions.say_when(scene.people["Els"], when=When.DAY, how=How.TOGETHER, named=True)
            people.block(scene.people[pair[0]], scene.people[pair[1]], at=NOON)
            assert named_at(scene.seat("Ama", "Tuesday"), at=NOON) == set()
