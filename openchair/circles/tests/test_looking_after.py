"""Looking after a table: asked, handed over, put down (AS-42); a pause for a day; what all decide."""

from datetime import timedelta

import pytest

from openchair.circles import actions, keeping
from openchair.circles.agreement import lines_of
from openchair.circles.models import (
    Circle,
    CircleState,
    HoldingPause,
    HostCall,
    KeeperTerm,
    QuestionKind,
    QuestionState,
    Seat,
    SeatState,
)
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.testing.scenes import Scene

DAY = timedelta(days=1)
THERE = ("Ama", "Chiara", "Dev", "Els", "Lin", "Bert")


def table(scene: Scene) -> Circle:
    with acting_for_the_house("tests"):
        return Circle.objects.get(pk=scene.tables["Tuesday"].pk)


def seen_by(scene: Scene, who: str, other: str) -> Seat:
    viewer = scene.people[who]
    seats = Seat.objects.for_viewer(viewer).filter(circle=scene.tables["Tuesday"].pk)
    return seats.get(account=scene.people[other])


def test_as_42_put_down_at_once_and_unkept_after_two_weeks(scene: Scene) -> None:
    chiara, at = scene.people["Chiara"], scene.at
    for _press in range(2):
        actions.put_down(chiara, scene.tables["Tuesday"], at=at)
    term = KeeperTerm.objects.for_viewer(chiara).get(account=chiara)
    assert term.put_down_at == at
    with acting_for_the_house("tests"):
        told = list(Letter.objects.filter(about=term.pk).values_list("to", flat=True))
        assert told == [scene.people["Dev"].pk]
        assert HostCall.objects.get().name == "Chiara"
    actions.end_terms(at + 13 * DAY)
    assert table(scene).state == CircleState.GATHERING
    actions.end_terms(at + 14 * DAY)
    assert table(scene).state == CircleState.UNKEPT
    ama = scene.people["Ama"]
    with pytest.raises(Refusal, match="needs someone to look after it"):
        actions.set_out_chair(ama, scene.seat("Ama", "Tuesday"), words="", at=at + 14 * DAY)
    actions.look_after(scene.people["Ama"], scene.tables["Tuesday"], at=at + 15 * DAY)
    assert table(scene).state == CircleState.GATHERING


def test_after_thirty_days_a_host_is_asked_once(scene: Scene) -> None:
    at = scene.at
    for name in ("Chiara", "Dev"):
        actions.put_down(scene.people[name], scene.tables["Tuesday"], at=at)
    with acting_for_the_house("tests"):
        HostCall.objects.all().delete()
    actions.end_terms(at + 14 * DAY)
    actions.ask_for_help(at + 29 * DAY)
    assert not HostCall.objects.for_viewer(scene.people["Chiara"]).exists()
    for _turn in range(2):
        actions.ask_for_help(at + 30 * DAY)
    call = HostCall.objects.for_viewer(scene.people["Chiara"]).get()
    actions.done_talking(scene.people["Chiara"], call, at=at + 31 * DAY)
    actions.forget_old_calls(at + 61 * DAY)
    assert not HostCall.objects.for_viewer(scene.people["Chiara"]).exists()


def test_the_last_who_leaves_puts_it_down(scene: Scene) -> None:
    for name in ("Chiara", "Dev"):
        actions.leave(scene.people[name], scene.seat(name, "Tuesday"), at=scene.at)
    assert not KeeperTerm.objects.for_viewer(scene.people["Ama"]).exists()
    assert table(scene).few_keepers_since is None  # five sit there now


def test_handing_over_ends_with_the_other_s_yes_and_not_before(scene: Scene) -> None:
    chiara, els, at = scene.people["Chiara"], scene.people["Els"], scene.at
    mine, other = scene.seat("Chiara", "Tuesday"), seen_by(scene, "Chiara", "Els")
    for _press in range(2):
        actions.ask_to_look_after(chiara, mine, other, handing_over=True, at=at)
    asked = KeeperTerm.objects.for_viewer(els).get(account=els)
    assert not KeeperTerm.objects.for_viewer(scene.people["Ama"]).filter(account=els).exists()
    actions.rather_not(els, asked)
    assert KeeperTerm.objects.for_viewer(chiara).get(account=chiara).is_serving(at)
    actions.ask_to_look_after(chiara, mine, other, handing_over=True, at=at)
    actions.look_after(els, scene.tables["Tuesday"], at=at)
    assert KeeperTerm.objects.for_viewer(chiara).get(account=chiara).put_down_at == at
    assert KeeperTerm.objects.for_viewer(els).get(account=els).is_serving(at)
    with pytest.raises(Refusal, match="do not look after"):
        actions.ask_to_look_after(chiara, mine, other, handing_over=True, at=at)


def test_a_term_ends_on_its_day(scene: Scene) -> None:
    ends = KeeperTerm.objects.for_viewer(scene.people["Dev"]).first()
    assert ends
    actions.end_terms(ends.ends_at)
    assert not KeeperTerm.objects.for_viewer(scene.people["Ama"]).exists()
    assert table(scene).few_keepers_since == ends.ends_at


def test_the_sixth_seat_makes_a_founding_table_gather(scene: Scene) -> None:
    seats = [scene.people[name] for name in ("Ama", "Bert", "Dev")]
    circle = scene.tables["Stairwell"]
    for number, account in enumerate(seats):
        with acting_for_the_house("tests"):
            now = Circle.objects.get(pk=circle.pk)
        assert (now.state == CircleState.FOUNDING) == (number < 2)
        actions.take_seat(account, circle.pk, at=scene.at)
    with acting_for_the_house("tests"):
        assert Circle.objects.get(pk=circle.pk).few_keepers_since == scene.at


def test_a_pause_is_told_and_the_listener_undoes_it(scene: Scene) -> None:
    chiara, els, harriet = (scene.people[name] for name in ("Chiara", "Els", "Harriet"))
    mine, other = scene.seat("Chiara", "Tuesday"), seen_by(scene, "Chiara", "Els")
    rows = [
        actions.pause_for_a_day(chiara, mine, other, reason="a threat", at=scene.at)
        for _press in range(2)
    ]
    assert rows[0].pk == rows[1].pk
    assert HoldingPause.objects.for_viewer(els).get().reason == "a threat"
    assert not HoldingPause.objects.for_viewer(scene.people["Ama"]).exists()
    pause = HoldingPause.objects.for_viewer(harriet).get()
    for _press in range(2):
        actions.undo_pause(harriet, pause, at=scene.at)
    assert scene.seat("Els", "Tuesday").state == SeatState.SEATED


def test_nobody_but_a_listener_undoes_a_pause(scene: Scene) -> None:
    chiara, els = scene.people["Chiara"], scene.people["Els"]
    mine, other = scene.seat("Chiara", "Tuesday"), seen_by(scene, "Chiara", "Els")
    actions.pause_for_a_day(chiara, mine, other, reason="a threat", at=scene.at)
    for who in (chiara, els):
        pause = HoldingPause.objects.for_viewer(els).get()
        with pytest.raises(Refusal, match="Only an independent listener"):
            actions.undo_pause(who, pause, at=scene.at)
    assert scene.seat("Els", "Tuesday").state == SeatState.PAUSED


def ask(scene: Scene, kind: QuestionKind, *, no: str = "", **said: object) -> str:
    els = scene.people["Els"]
    asked: dict[str, object] = {"kind": kind, "at": scene.at} | said
    question = actions.ask_together(els, scene.seat("Els", "Tuesday"), **asked)  # type: ignore[arg-type]
    for name in ("Ama", "Chiara", "Dev", "Lin"):
        if question.state == QuestionState.ASKING:
            question = actions.answer_together(
                scene.people[name], question, yes=name != no, at=scene.at
            )
    return question.state


def test_a_table_agrees_together_and_is_bound_by_its_own_yes(scene: Scene) -> None:
    assert ask(scene, QuestionKind.AGREEMENT, words="We knock.\nWe pass.") == QuestionState.YES
    circle = table(scene)
    assert lines_of(circle) == ["We knock.", "We pass."]
    assert scene.seat("Ama", "Tuesday").agreed_to == "own-1"
    assert scene.seat("Bert", "Tuesday").agreed_to == "starter-1"  # he rested
    bert = actions.be_back(scene.people["Bert"], scene.seat("Bert", "Tuesday"))
    actions.say_yes_to_agreement(scene.people["Bert"], bert, at=scene.at)
    assert scene.seat("Bert", "Tuesday").agreed_to == "own-1"


def test_a_copy_tells_that_a_table_has_its_own_words_and_not_how_often_it_wrote_them(
    scene: Scene,
) -> None:
    assert _agreed_to(scene) == "starter-1"
    for words in ("We knock.", "We pass."):
        ask(scene, QuestionKind.AGREEMENT, words=words)
        assert _agreed_to(scene) == "own"


def _agreed_to(scene: Scene) -> str:
    seats = keeping.export(scene.people["Ama"])["seats"]
    return next(str(one["agreed_to"]) for one in seats if one["table"] == table(scene).name)


def test_one_not_now_ends_the_asking(scene: Scene) -> None:
    assert ask(scene, QuestionKind.REST, no="Dev") == QuestionState.NOT_NOW
    assert table(scene).state == CircleState.GATHERING


def test_a_table_rests_together_and_anyone_wakes_it(scene: Scene) -> None:
    assert ask(scene, QuestionKind.REST) == QuestionState.YES
    assert table(scene).state == CircleState.RESTING
    for _press in range(2):
        actions.wake(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=scene.at)
    assert table(scene).state == CircleState.GATHERING


def test_a_table_ends_on_its_day_and_is_nobody_s_afterwards(scene: Scene) -> None:
    at, letter = scene.at, scene.letter_of("Lin", "Tuesday")
    assert ask(scene, QuestionKind.CLOSE, days=3, words_stay=10) == QuestionState.YES
    assert table(scene).state == CircleState.CLOSING
    with pytest.raises(Refusal, match="no longer open"):
        actions.accept(scene.people["Omar"], letter.token, at=at)
    actions.end_tables(at + 3 * DAY)
    assert table(scene).is_closed
    assert scene.seat("Ama", "Tuesday").is_inside
    with pytest.raises(Refusal, match="come to its end"):
        actions.wake(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=at)
    for _turn in range(2):
        actions.end_tables(at + 13 * DAY)
    assert scene.seat("Ama", "Tuesday").state == SeatState.GONE
    assert not table(scene).name


def test_an_end_is_called_off_until_its_day(scene: Scene) -> None:
    ask(scene, QuestionKind.CLOSE, days=3)
    actions.wake(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=scene.at)
    assert table(scene).closes_at is None
    actions.end_tables(scene.at + 9 * DAY)
    assert table(scene).state == CircleState.GATHERING


def test_words_to_begin_with_are_for_those_who_look_after_it(scene: Scene) -> None:
    chiara = scene.people["Chiara"]
    actions.shape(chiara, scene.seat("Chiara", "Tuesday"), opening_words="Tea first.", at=scene.at)
    assert table(scene).opening_words == "Tea first."
    with pytest.raises(Refusal, match="looks after this table"):
        actions.shape(
            scene.people["Ama"], scene.seat("Ama", "Tuesday"), opening_words="x", at=scene.at
        )
