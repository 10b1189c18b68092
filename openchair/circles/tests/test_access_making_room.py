"""Each reason why not make room, alone: with it there is a sentence, without it there is none."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from openchair.circles import policy
from openchair.circles.actions.looking_after import TERM
from openchair.circles.models import (
    Circle,
    CircleKind,
    CircleState,
    HoldingPause,
    KeeperState,
    KeeperTerm,
    Naming,
    NamingState,
    Openness,
    QuestionKind,
    QuestionState,
    Seat,
    SeatState,
    TableQuestion,
)

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
DAY = timedelta(days=1)
OUTSIDE = "Only people who sit"


def a_circle(
    state: CircleState = CircleState.GATHERING, kind: CircleKind = CircleKind.GRIEF
) -> Circle:
    return Circle(kind=kind, seats_most=8, state=state)


def a_seat(
    state: SeatState = SeatState.SEATED,
    circle: Circle | None = None,
    standing: SeatState | None = None,
) -> Seat:
    seat = Seat(state=state, standing=standing or "", circle=circle or a_circle())
    seat.account_id = uuid4()
    return seat


def a_term(began: datetime, ended: datetime | None = None) -> KeeperTerm:
    state = KeeperState.RESTED if ended else KeeperState.SERVING
    return KeeperTerm(state=state, began_at=began, ends_at=began + TERM, put_down_at=ended)


def test_whoever_rests_or_is_paused_on_a_visit_is_a_visitor_still() -> None:
    for state in (SeatState.RESTING, SeatState.PAUSED):
        visiting = a_seat(state, standing=SeatState.VISITING)
        assert "visiting" in str(policy.why_not_change_table(visiting))
        assert policy.why_not_change_table(a_seat(state)) is None


def test_a_visit_ends_with_a_seat_by_ones_own_yes() -> None:
    assert policy.why_not_sit_down(a_seat(SeatState.VISITING)) is None
    assert "not at this table" in str(policy.why_not_sit_down(a_seat(SeatState.GONE)))
    assert "paused" in str(policy.why_not_sit_down(a_seat(SeatState.PAUSED)))


def test_someone_who_sits_there_shortens_a_visit() -> None:
    visitor = a_seat(SeatState.VISITING)
    assert policy.why_not_shorten_visit(a_seat(), visitor) is None
    assert OUTSIDE in str(policy.why_not_shorten_visit(None, visitor))
    assert "visiting" in str(policy.why_not_shorten_visit(visitor, visitor))
    assert "sit here already" in str(policy.why_not_shorten_visit(a_seat(), a_seat()))


def left(circle: Circle, until: datetime = NOW + DAY) -> Seat:
    seat = a_seat(SeatState.LEFT, circle)
    seat.door_open_until = until
    return seat


def test_whoever_is_kept_apart_reads_what_a_full_table_reads() -> None:
    seat = left(a_circle())
    full = policy.why_not_come_back(seat, 8, NOW)
    assert full
    assert policy.why_not_come_back(seat, 2, NOW, apart=True) == full
    assert policy.why_not_come_back(seat, 7, NOW) is None


def test_nobody_comes_back_to_a_table_that_ends() -> None:
    for state in (CircleState.CLOSING, CircleState.CLOSED):
        assert "door has closed" in str(policy.why_not_come_back(left(a_circle(state)), 2, NOW))


def test_a_letter_waits_until_the_others_were_asked() -> None:
    seat, circle = a_seat(), a_circle()
    assert policy.why_not_invite(seat, circle, 2) is None
    assert "asked in private" in str(policy.why_not_invite(seat, circle, 2, others=True))
    assert "to an end" in str(policy.why_not_invite(seat, a_circle(CircleState.CLOSING), 2))
    assert "resting" in str(policy.why_not_invite(seat, a_circle(CircleState.RESTING), 2))


def test_a_chair_is_set_out_where_someone_looks_after_the_table() -> None:
    assert policy.why_not_set_out_chair(a_seat(), a_circle(), 2) is None
    for state in (CircleState.UNKEPT, CircleState.RESTING, CircleState.CLOSING):
        assert policy.why_not_set_out_chair(a_seat(), a_circle(state), 2)


def why_not_name(
    seat: Seat | None,
    circle: Circle,
    taken: int = 2,
    *,
    one_is_asked: bool = False,
    talk_first: bool = False,
) -> str:
    said = policy.why_not_name(
        seat, circle, taken, one_is_asked=one_is_asked, talk_first=talk_first
    )
    return said or ""


def test_someone_is_named_by_whoever_sits_there_one_at_a_time() -> None:
    circle = a_circle()
    assert not why_not_name(a_seat(), circle)
    assert OUTSIDE in why_not_name(None, circle)
    assert "already" in why_not_name(a_seat(), circle, one_is_asked=True)
    assert "talk with you" in why_not_name(a_seat(), circle, talk_first=True)
    assert "Every chair" in why_not_name(a_seat(), circle, taken=8)
    assert not why_not_name(a_seat(), a_circle(kind=CircleKind.PAIR), taken=8)
    for state in (CircleState.CLOSED, CircleState.RESTING, CircleState.UNKEPT):
        assert why_not_name(a_seat(), a_circle(state))
    circle.openness = Openness.CLOSED
    assert "nobody new" in why_not_name(a_seat(), circle)


def test_those_who_are_asked_answer_while_it_is_asked() -> None:
    mine = a_seat()
    naming = Naming(by_id=uuid4(), state=NamingState.ASKING)
    assert policy.why_not_answer_naming(mine, naming) is None
    assert OUTSIDE in str(policy.why_not_answer_naming(None, naming))
    own = Naming(by_id=mine.account_id, state=NamingState.ASKING)
    assert "You named" in str(policy.why_not_answer_naming(mine, own))
    naming.state = NamingState.READY
    assert "no longer" in str(policy.why_not_answer_naming(mine, naming))


def test_a_list_needs_a_name_or_an_address() -> None:
    assert policy.why_not_never_with("Tom", "") is None
    assert policy.why_not_never_with("", "tom@example.org") is None
    assert policy.why_not_never_with("", "")


def why_not_look_after(seat: Seat | None, *past: KeeperTerm) -> str:
    return policy.why_not_look_after(seat, past, TERM, NOW) or ""


def test_someone_who_sits_there_looks_after_the_table() -> None:
    assert not why_not_look_after(a_seat())
    assert OUTSIDE in why_not_look_after(None)
    for state in (SeatState.RESTING, SeatState.PAUSED):
        assert "resting" in why_not_look_after(a_seat(state))
    assert "already" in why_not_look_after(a_seat(), a_term(NOW - DAY))


def test_after_two_terms_running_comes_one_of_rest() -> None:
    one, two = a_term(NOW - 2 * TERM, NOW - TERM), a_term(NOW - TERM, NOW)
    assert "twice running" in why_not_look_after(a_seat(), one, two)
    assert "twice running" in why_not_look_after(a_seat(), two, one)
    assert not why_not_look_after(a_seat(), two)
    short = a_term(NOW - TERM, NOW - TERM + 9 * DAY)
    assert not why_not_look_after(a_seat(), one, short)
    long_ago = a_term(NOW - 4 * TERM, NOW - 3 * TERM)
    assert not why_not_look_after(a_seat(), long_ago, two)
    before = [a_term(NOW - 3 * TERM, NOW - 2 * TERM), a_term(NOW - 2 * TERM, NOW - TERM)]
    assert not why_not_look_after(a_seat(), *before)


def test_only_someone_who_sits_there_is_asked_to_look_after_it() -> None:
    assert policy.why_not_ask_keeper(a_seat(), a_seat()) is None
    assert OUTSIDE in str(policy.why_not_ask_keeper(None, a_seat()))
    assert "can look after" in str(policy.why_not_ask_keeper(a_seat(), None))
    assert "can look after" in str(policy.why_not_ask_keeper(a_seat(), a_seat(SeatState.VISITING)))


def test_one_hands_over_what_one_has() -> None:
    assert policy.why_not_hand_over(a_term(NOW - DAY), NOW) is None
    assert policy.why_not_hand_over(None, NOW)
    assert policy.why_not_hand_over(a_term(NOW - 2 * DAY, NOW - DAY), NOW)
    assert policy.why_not_hand_over(a_term(NOW - TERM), NOW)
    asked = a_term(NOW - DAY)
    asked.state = KeeperState.ASKED
    assert policy.why_not_hand_over(asked, NOW)


def test_only_a_keeper_pauses_someone_else_and_says_why() -> None:
    mine, other = a_seat(), a_seat()
    keepers = {mine.account_id}
    assert policy.why_not_pause(mine, other, keepers, "threat") is None
    assert "looks after" in str(policy.why_not_pause(None, other, keepers, "threat"))
    assert "looks after" in str(policy.why_not_pause(mine, other, set(), "threat"))
    asleep = a_seat(SeatState.PAUSED)
    assert "paused" in str(policy.why_not_pause(asleep, other, {asleep.account_id}, "threat"))
    assert "Choose whose" in str(policy.why_not_pause(mine, None, keepers, "threat"))
    gone = a_seat(SeatState.LEFT)
    assert "not at this table" in str(policy.why_not_pause(mine, gone, keepers, "threat"))
    assert "your own" in str(policy.why_not_pause(mine, mine, keepers, "threat"))
    assert "Write why" in str(policy.why_not_pause(mine, other, keepers, ""))


def test_a_listener_undoes_a_pause_that_is_on() -> None:
    pause = HoldingPause(began_at=NOW, ends_at=NOW + DAY)
    assert policy.why_not_undo_pause(pause, listens=True, at=NOW) is None
    assert "listener" in str(policy.why_not_undo_pause(pause, listens=False, at=NOW))
    assert "over" in str(policy.why_not_undo_pause(pause, listens=True, at=NOW + DAY))


def test_a_founding_table_says_that_it_is_one() -> None:
    founding = a_circle(CircleState.FOUNDING)
    assert policy.why_not_gather(a_seat(), founding) is None
    assert "visiting" in str(policy.why_not_gather(a_seat(SeatState.VISITING), founding))
    assert "begun" in str(policy.why_not_gather(a_seat(), a_circle()))
    pair = a_circle(CircleState.FOUNDING, CircleKind.PAIR)
    assert "for two" in str(policy.why_not_gather(a_seat(), pair))


def why_not_ask(
    kind: QuestionKind,
    state: CircleState = CircleState.GATHERING,
    words: str = "w",
    days: int | None = None,
) -> str:
    return policy.why_not_ask_together(a_seat(), a_circle(state), kind, words, days, NOW) or ""


def test_what_is_asked_of_all_of_them() -> None:
    visiting = a_seat(SeatState.VISITING)
    rest = QuestionKind.REST
    assert "visiting" in str(policy.why_not_ask_together(visiting, a_circle(), rest, "", None, NOW))
    assert not why_not_ask(QuestionKind.REST)
    assert "can rest" in why_not_ask(QuestionKind.REST, CircleState.RESTING)
    assert not why_not_ask(QuestionKind.AGREEMENT)
    assert not why_not_ask(QuestionKind.AGREEMENT, CircleState.FOUNDING)
    assert "a line each" in why_not_ask(QuestionKind.AGREEMENT, words="")
    assert not why_not_ask(QuestionKind.REST, words="")
    assert not why_not_ask(QuestionKind.CLOSE, days=0)
    assert not why_not_ask(QuestionKind.CLOSE, days=90)
    assert "Choose a day" in why_not_ask(QuestionKind.CLOSE)
    assert "Choose a day" in why_not_ask(QuestionKind.CLOSE, days=91)
    assert "already" in why_not_ask(QuestionKind.CLOSE, CircleState.CLOSING, days=3)


def test_an_answer_is_given_while_it_is_asked() -> None:
    question = TableQuestion(state=QuestionState.ASKING)
    assert policy.why_not_answer_together(a_seat(), question) is None
    assert OUTSIDE in str(policy.why_not_answer_together(None, question))
    question.state = QuestionState.YES
    assert "no longer" in str(policy.why_not_answer_together(a_seat(), question))


def test_anyone_who_sits_there_wakes_a_table_that_is_not_at_its_end() -> None:
    assert policy.why_not_wake(a_seat(), a_circle(CircleState.RESTING)) is None
    assert "visiting" in str(policy.why_not_wake(a_seat(SeatState.VISITING), a_circle()))
    assert "end" in str(policy.why_not_wake(a_seat(), a_circle(CircleState.CLOSED)))


def test_a_table_is_changed_by_those_who_look_after_it() -> None:
    mine = a_seat()
    assert policy.why_not_shape(mine, set(), 8, 3) is None
    assert policy.why_not_shape(mine, {mine.account_id}, 8, 3) is None
    assert "looks after" in str(policy.why_not_shape(mine, {uuid4()}, 8, 3))
    assert "visiting" in str(policy.why_not_shape(a_seat(SeatState.VISITING), set(), 8, 3))
    for most in (2, 13):
        assert "two to twelve" in str(policy.why_not_shape(mine, set(), most, 3))
    ending = a_seat(circle=a_circle(CircleState.CLOSING))
    assert "to an end" in str(policy.why_not_shape(ending, set(), 8, 3))


def test_a_card_is_for_those_who_look_after_the_table() -> None:
    mine = a_seat()
    assert policy.why_not_change_card(mine, set()) is None
    assert policy.why_not_change_card(mine, {mine.account_id}) is None
    assert "looks after" in str(policy.why_not_change_card(mine, {uuid4()}))
    assert "visiting" in str(policy.why_not_change_card(a_seat(SeatState.VISITING), set()))
    pair = a_seat(circle=a_circle(kind=CircleKind.PAIR))
    assert "for two" in str(policy.why_not_change_card(pair, set()))
