"""Visits, coming back as one went, chairs that are kept, and letters when the table is full."""

from datetime import timedelta

import pytest

from openchair.circles import actions, keeping
from openchair.circles.kinds import KINDS, agreement_template
from openchair.circles.models import (
    CircleKind,
    Invitation,
    InvitationState,
    OpenChair,
    PassedBy,
    Seat,
    SeatState,
)
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import actions as people
from openchair.testing.scenes import Scene

DAY = timedelta(days=1)
FULL = "Every chair at this table is taken just now"


def test_as_06_a_visit_and_not_for_me(scene: Scene) -> None:
    omar, ama = scene.people["Omar"], scene.people["Ama"]
    seat = actions.accept(omar, scene.letter_of("Lin", "Tuesday").token, at=scene.at)
    assert (seat.state, seat.visiting_until) == (SeatState.VISITING, scene.at + 21 * DAY)
    gone = actions.leave(omar, seat, at=scene.at + DAY)
    assert gone.door_open_until == scene.at + 8 * DAY
    remembered = Seat.objects.for_viewer(ama).get(pk=seat.pk)
    assert (remembered.state, remembered.is_visitor) == (SeatState.LEFT, True)
    actions.close_doors(scene.at + 8 * DAY)
    assert not Seat.objects.for_viewer(ama).filter(pk=seat.pk).exists()
    again = actions.accept(omar, scene.letter_of("Lin", "Tuesday").token, at=scene.at + 9 * DAY)
    assert (again.pk, again.state) == (seat.pk, SeatState.VISITING)


def test_a_visitor_sits_down_by_their_own_yes_and_twice_is_once(scene: Scene) -> None:
    noor = scene.people["Noor"]
    for _press in range(2):
        seat = actions.sit_down(noor, scene.seat("Noor", "Tuesday"), at=scene.at)
        assert seat.state == SeatState.ARRIVING
    actions.let_newcomers_settle(scene.at + 20 * DAY)
    assert scene.seat("Noor", "Tuesday").state == SeatState.ARRIVING
    actions.let_newcomers_settle(scene.at + 42 * DAY)
    assert scene.seat("Noor", "Tuesday").state == SeatState.SEATED


def test_a_visit_is_shortened_by_someone_there_and_stays_a_visit(scene: Scene) -> None:
    ama = scene.people["Ama"]
    seat = Seat.objects.for_viewer(ama).get(account=scene.people["Noor"])
    actions.shorten_visit(ama, seat, at=scene.at)
    noor = scene.seat("Noor", "Tuesday")
    assert (noor.state, noor.visiting_until) == (SeatState.VISITING, scene.at)
    with pytest.raises(Refusal, match="You are visiting"):
        actions.shorten_visit(scene.people["Noor"], noor, at=scene.at)


def test_a_resting_visitor_comes_back_as_a_visitor(scene: Scene) -> None:
    noor = scene.people["Noor"]
    seat = actions.rest(noor, scene.seat("Noor", "Tuesday"), word="")
    left = actions.leave(noor, seat, at=scene.at)
    back = actions.come_back(noor, left, at=scene.at + DAY)
    assert back.state == SeatState.VISITING
    resting = actions.rest(noor, back, word="")
    assert actions.be_back(noor, resting).state == SeatState.VISITING


def test_a_block_set_meanwhile_reads_like_a_full_table(scene: Scene) -> None:
    sam, ama = scene.people["Sam"], scene.people["Ama"]
    people.block(ama, sam, at=scene.at)
    with pytest.raises(Refusal, match=FULL):
        actions.come_back(sam, scene.seat("Sam", "Tuesday"), at=scene.at)
    people.end_block(ama, sam)
    people.block(sam, ama, at=scene.at)
    with pytest.raises(Refusal, match=FULL):
        actions.come_back(sam, scene.seat("Sam", "Tuesday"), at=scene.at)
    people.end_block(sam, ama)
    assert actions.come_back(sam, scene.seat("Sam", "Tuesday"), at=scene.at).is_inside


def paused(scene: Scene, name: str) -> Seat:
    chiara = scene.people["Chiara"]
    mine = scene.seat("Chiara", "Tuesday")
    other = Seat.objects.for_viewer(chiara).get(circle=mine.circle_id, account=scene.people[name])
    actions.pause_for_a_day(chiara, mine, other, reason="a threat", at=scene.at)
    return scene.seat(name, "Tuesday")


def test_a_pause_is_remembered_across_leaving(scene: Scene) -> None:
    els, seat = scene.people["Els"], paused(scene, "Els")
    left = actions.leave(els, seat, at=scene.at)
    back = actions.come_back(els, left, at=scene.at + timedelta(hours=1))
    assert back.state == SeatState.PAUSED
    actions.end_pauses(scene.at + timedelta(hours=23))
    assert scene.seat("Els", "Tuesday").state == SeatState.PAUSED
    actions.end_pauses(scene.at + DAY)
    assert scene.seat("Els", "Tuesday").state == SeatState.SEATED


def test_a_pause_is_over_for_who_comes_back_later(scene: Scene) -> None:
    els, seat = scene.people["Els"], paused(scene, "Els")
    left = actions.leave(els, seat, at=scene.at)
    assert actions.come_back(els, left, at=scene.at + DAY).state == SeatState.SEATED


def test_a_letter_does_not_end_a_pause_either(scene: Scene) -> None:
    els, seat = scene.people["Els"], paused(scene, "Els")
    actions.leave(els, seat, at=scene.at)
    again = actions.accept(els, scene.letter_of("Lin", "Tuesday").token, at=scene.at)
    assert (again.state, again.sits_as) == (SeatState.PAUSED, SeatState.VISITING)


def test_a_kept_chair_is_theirs_and_goes_when_they_are_back(scene: Scene) -> None:
    ama, sam = scene.people["Ama"], scene.people["Sam"]
    mine = scene.seat("Ama", "Tuesday")
    left = Seat.objects.for_viewer(ama).get(circle=mine.circle_id, account=sam)
    chairs = [actions.keep_chair(ama, mine, left, at=scene.at) for _press in range(2)]
    assert chairs[0].pk == chairs[1].pk
    assert chairs[0].words == "kept for Sam"
    actions.come_back(sam, scene.seat("Sam", "Tuesday"), at=scene.at)
    assert not OpenChair.objects.for_viewer(ama).filter(kept_for=sam).exists()
    with pytest.raises(Refusal, match="sit here already"):
        actions.keep_chair(ama, mine, scene.seat("Sam", "Tuesday"), at=scene.at)


def test_a_letter_that_comes_too_late_reads_a_kind_truth_and_stays_good(scene: Scene) -> None:
    """Three letters are out when those who sit there make the table smaller."""
    at, lin, mara = scene.at, scene.people["Lin"], scene.people["Mara"]
    letters = [scene.letter_of("Lin", "Stairwell") for _each in range(3)]
    actions.shape(lin, scene.seat("Lin", "Stairwell"), seats_most=5, at=at)
    assert actions.accept(scene.people["Ines"], letters[0].token, at=at).is_inside
    for letter in letters[1:]:
        with pytest.raises(Refusal, match="a moment before you") as refused:
            actions.accept(scene.people["Yusuf"], letter.token, at=at)
        assert refused.value.status == 409
        assert actions.open_letter(scene.people["Yusuf"], letter.token, at=at).pk == letter.pk
    actions.leave(mara, scene.seat("Mara", "Stairwell"), at=at)
    assert actions.accept(scene.people["Yusuf"], letters[1].token, at=at).is_inside


def test_whoever_comes_sits_down_on_the_chair_that_was_set_out(scene: Scene) -> None:
    lin, at = scene.people["Lin"], scene.at
    seat = scene.seat("Lin", "Stairwell")
    actions.set_out_chair(lin, seat, words="", at=at)
    letter = scene.letter_of("Lin", "Stairwell")
    actions.shape(lin, seat, seats_most=5, at=at)
    assert actions.accept(scene.people["Ines"], letter.token, at=at).is_inside
    assert not seat.circle.open_chairs.exists()


def test_having_a_letter_is_said_by_the_reader_and_opening_says_nothing(scene: Scene) -> None:
    letter = scene.letter
    assert letter
    for _robot in range(3):
        actions.open_letter(scene.people["Omar"], letter.token, at=scene.at)
    assert its_state(letter) == InvitationState.READY
    for _press in range(2):
        actions.have_it(letter.token, at=scene.at)
    assert its_state(letter) == InvitationState.SEEN
    assert actions.accept(scene.people["Omar"], letter.token, at=scene.at).is_inside
    actions.have_it(letter.token, at=scene.at)
    actions.have_it("forged", at=scene.at)
    assert its_state(letter) == InvitationState.ACCEPTED


def its_state(letter: Invitation) -> str:
    with acting_for_the_house("tests"):
        return Invitation.objects.get(pk=letter.pk).state


def test_how_a_letter_was_passed_on_is_the_writer_s_to_say(scene: Scene) -> None:
    assert scene.letter
    ama = scene.people["Ama"]
    row = Invitation.objects.for_viewer(ama).get(pk=scene.letter.pk)
    assert actions.pass_on(ama, row, by=PassedBy.PAPER).passed_by == PassedBy.PAPER


def test_every_kind_of_table_brings_what_a_first_evening_needs() -> None:
    assert set(KINDS) == set(CircleKind)
    for kind, brought in KINDS.items():
        assert brought.starters
        assert brought.prompts
        assert str(brought.arrival)
        assert len(agreement_template(kind)) > len(brought.agreement)
        assert brought.defaults.seats_most <= 12


def test_what_one_listed_and_named_is_taken_along_and_forgotten(scene: Scene) -> None:
    mara = scene.people["Mara"]
    actions.never_seat_with(mara, name="Karl", address="", at=scene.at)
    assert keeping.export(mara)["never_seated_with"][0]["name"] == "Karl"
    keeping.forget(mara)
    assert not any(keeping.export(mara).values())
