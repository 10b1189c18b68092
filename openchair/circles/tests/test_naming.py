"""Someone is named, those who sit there are asked in private, and nobody learns more than that."""

from datetime import datetime, timedelta

import pytest

from openchair.circles import actions
from openchair.circles.actions.naming import waking_hours_later
from openchair.circles.models import (
    CircleState,
    HostCall,
    Invitation,
    InvitationState,
    Naming,
    NamingAnswer,
    NamingState,
    Seat,
    TurnedAway,
    WhenAsked,
    WhileResting,
)
from openchair.delivery.models import Letter
from openchair.delivery.night import Hours
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import actions as people
from openchair.testing.scenes import Scene

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ASKED_AT_TUESDAY = ("Ama", "Chiara", "Dev", "Els", "Lin", "Bert")


def name(
    scene: Scene,
    who: str = "Bert",
    called: str = "Jonas",
    address: str = "",
    table: str = "Tuesday",
) -> Naming:
    actor, circle = scene.people[who], scene.tables[table]
    said = {"line": "He plays the tuba.", "words": "Come and sit.", "address": address}
    return actions.name_someone(actor, circle, name=called, at=scene.at, **said)


def answer(scene: Scene, naming: Naming, *names: str, at: datetime, no: str = "") -> None:
    for who in names:
        if who != no:
            actions.answer_naming(scene.people[who], naming, answer=WhenAsked.YES, at=at)
    if no:
        actions.answer_naming(scene.people[no], naming, answer=WhenAsked.NO, at=at)


def as_it_is(naming: Naming) -> Naming:
    with acting_for_the_house("tests"):
        return Naming.objects.get(pk=naming.pk)


def its_letter(naming: Naming) -> Invitation:
    with acting_for_the_house("tests"):
        return Invitation.objects.get(naming=naming.pk)


def settled(naming: Naming) -> str:
    """As it stands after the longest time that is ever drawn."""
    due = as_it_is(naming).due_at
    assert due is not None
    actions.settle_namings(due - timedelta(seconds=1))
    assert as_it_is(naming).state == NamingState.ASKING
    actions.settle_namings(due)
    return as_it_is(naming).state


def test_as_02_everyone_said_yes_and_the_letter_is_good(scene: Scene) -> None:
    naming = name(scene)
    assert its_letter(naming).state == InvitationState.DRAFTED
    answer(scene, naming, "Ama", "Chiara", "Dev", "Els", "Lin", at=scene.at + HOUR)
    due = as_it_is(naming).due_at
    assert due is not None
    assert 12 * HOUR <= due - (scene.at + HOUR) <= 24 * HOUR
    assert settled(naming) == NamingState.READY
    seat = actions.accept(scene.people["Omar"], its_letter(naming).token, at=due + HOUR)
    assert seat.is_visitor


def test_as_02_silence_is_never_a_yes(scene: Scene) -> None:
    naming = name(scene)
    answer(scene, naming, "Ama", "Chiara", "Dev", "Lin", at=scene.at + HOUR)
    actions.settle_namings(scene.at + 60 * DAY)
    assert as_it_is(naming).state == NamingState.ASKING
    assert as_it_is(naming).due_at is None


def test_as_02_whoever_left_an_answer_is_not_asked(scene: Scene) -> None:
    ama = scene.people["Ama"]
    seat = scene.seat("Ama", "Tuesday")
    actions.leave_standing_answer(ama, seat, ready=True, while_resting="")
    naming = name(scene)
    with acting_for_the_house("tests"):
        asked = set(Letter.objects.filter(about=naming.pk).values_list("to", flat=True))
    assert asked == {scene.people[one].pk for one in ("Chiara", "Dev", "Els", "Lin")}
    answer(scene, naming, "Chiara", "Dev", "Els", "Lin", at=scene.at)
    assert settled(naming) == NamingState.READY


def test_as_02_a_visitor_is_not_asked(scene: Scene) -> None:
    naming = name(scene)
    noor = scene.people["Noor"]
    assert not Naming.objects.for_viewer(noor).exists()
    with pytest.raises(Refusal, match="visiting"):
        actions.answer_naming(noor, naming, answer=WhenAsked.NO, at=scene.at)


@pytest.mark.parametrize("left", list(WhileResting))
def test_whoever_rests_is_heard_by_what_they_left(scene: Scene, left: WhileResting) -> None:
    bert = scene.people["Bert"]
    seat = scene.seat("Bert", "Tuesday")
    actions.leave_standing_answer(bert, seat, ready=False, while_resting=left)
    naming = name(scene, "Ama")
    answer(scene, naming, "Chiara", "Dev", "Els", "Lin", at=scene.at)
    expected = NamingState.READY if left == WhileResting.READY else NamingState.NOT_NOW
    assert settled(naming) == expected


def test_one_private_no_and_nobody_reads_whose(scene: Scene) -> None:
    naming = name(scene)
    answer(scene, naming, "Ama", "Chiara", "Dev", "Els", "Lin", at=scene.at, no="Els")
    assert settled(naming) == NamingState.NOT_NOW
    assert its_letter(naming).state == InvitationState.NOT_POSSIBLE
    for who in ("Bert", "Ama", "Chiara", "Harriet"):
        viewer = scene.people[who]
        seen = NamingAnswer.objects.for_viewer(viewer)
        assert not seen.filter(account=scene.people["Els"]).exists()


def ask_the_stairwell(scene: Scene, called: str, address: str = "") -> str:
    """Tom has left; Lin names someone, and Mara and Kim say yes."""
    actions.leave(scene.people["Tom"], scene.seat("Tom", "Stairwell"), at=scene.at)
    naming = name(scene, "Lin", called, address, "Stairwell")
    answer(scene, naming, "Mara", "Kim", at=scene.at)
    return settled(naming)


@pytest.mark.parametrize(
    ("called", "address"), [("Tom", ""), ("tOM ", ""), ("A friend", "tom@example.org")]
)
def test_as_03_a_block_answers_as_anyone_s_no_does(scene: Scene, called: str, address: str) -> None:
    assert ask_the_stairwell(scene, called, address) == NamingState.NOT_NOW


def test_as_03_someone_else_is_ready(scene: Scene) -> None:
    assert ask_the_stairwell(scene, "Jonas", "jonas@example.org") == NamingState.READY


@pytest.mark.parametrize(
    ("called", "address"), [("Karl", ""), ("A friend", "K@Example.org"), ("KARL", "x@example.org")]
)
def test_as_03_a_list_holds_for_people_without_an_account(
    scene: Scene, called: str, address: str
) -> None:
    mara = scene.people["Mara"]
    row = actions.never_seat_with(mara, name="Karl", address="k@example.org", at=scene.at)
    again = actions.never_seat_with(mara, name="karl", address="k@example.org", at=scene.at)
    assert again.pk == row.pk
    assert ask_the_stairwell(scene, called, address) == NamingState.NOT_NOW


def test_as_03_the_named_person_s_own_list_holds_too(scene: Scene) -> None:
    omar = scene.people["Omar"]
    actions.never_seat_with(omar, name="Mara", address="", at=scene.at)
    assert ask_the_stairwell(scene, "O.", "omar@example.org") == NamingState.NOT_NOW


def test_what_is_taken_off_the_list_no_longer_holds(scene: Scene) -> None:
    mara = scene.people["Mara"]
    row = actions.never_seat_with(mara, name="Karl", address="", at=scene.at)
    actions.take_off_never(mara, row)
    assert ask_the_stairwell(scene, "Karl") == NamingState.READY


def test_as_04_a_list_closes_a_letter_in_the_same_words(scene: Scene) -> None:
    ama, omar = scene.people["Ama"], scene.people["Omar"]
    actions.never_seat_with(ama, name="", address="omar@example.org", at=scene.at)
    letter = scene.letter_of("Lin", "Tuesday")
    with pytest.raises(Refusal) as refused:
        actions.accept(omar, letter.token, at=scene.at)
    with pytest.raises(Refusal) as forged:
        actions.accept(omar, "nobody wrote this", at=scene.at)
    assert refused.value.sentence == forged.value.sentence


def test_as_04_who_keeps_them_away_is_told_once_and_nobody_else(scene: Scene) -> None:
    tom, mara = scene.people["Tom"], scene.people["Mara"]
    actions.leave(tom, scene.seat("Tom", "Stairwell"), at=scene.at)
    letter = scene.letter_of("Lin", "Stairwell")
    for _time in range(3):
        with pytest.raises(Refusal):
            actions.open_letter(tom, letter.token, at=scene.at)
    actions.look_at_openings(scene.at)
    actions.look_at_openings(scene.at)
    assert TurnedAway.objects.for_viewer(mara).count() == 1
    for who in ("Lin", "Kim", "Tom"):
        viewer = scene.people[who]
        assert not TurnedAway.objects.for_viewer(viewer).exists()
    with acting_for_the_house("tests"):
        row = TurnedAway.objects.get()
        assert Letter.objects.filter(about=row.pk).count() == 1


def test_as_04_where_the_arriving_person_holds_it_nobody_is_told(scene: Scene) -> None:
    omar, lin = scene.people["Omar"], scene.people["Lin"]
    people.block(omar, lin, at=scene.at)
    with pytest.raises(Refusal):
        actions.open_letter(omar, scene.letter_of("Lin", "Stairwell").token, at=scene.at)
    actions.look_at_openings(scene.at)
    with acting_for_the_house("tests"):
        assert not TurnedAway.objects.exists()


def test_as_05_one_at_a_time_and_after_three_a_host_is_asked(scene: Scene) -> None:
    at, bert = scene.at, scene.people["Bert"]
    for called in ("One", "Two", "Three"):
        naming = name(scene, called=called)
        with pytest.raises(Refusal, match="You named someone already"):
            name(scene, called="Another")
        answer(scene, naming, "Ama", "Chiara", "Dev", "Els", "Lin", at=at, no="Dev")
        assert settled(naming) == NamingState.NOT_NOW
    with pytest.raises(Refusal, match="would like to talk with you first"):
        name(scene, called="Four")
    call = HostCall.objects.for_viewer(scene.people["Chiara"]).get()
    assert (call.about_id, call.name) == (bert.pk, "Bert")
    assert not HostCall.objects.for_viewer(bert).exists()
    actions.done_talking(scene.people["Chiara"], call, at=at + 3 * DAY)
    later = {"line": "", "words": "", "address": ""}
    fifth = actions.name_someone(
        bert, scene.tables["Tuesday"], name="Five", at=at + 4 * DAY, **later
    )
    assert fifth.state == NamingState.ASKING


def test_whoever_keeps_the_namer_apart_is_not_asked(scene: Scene) -> None:
    """They do not read each other's words, and the asking does not wait for them."""
    naming = name(scene, "Tom", "Jonas", table="Stairwell")
    assert not Naming.objects.for_viewer(scene.people["Mara"]).exists()
    answer(scene, naming, "Lin", "Kim", at=scene.at)
    assert settled(naming) == NamingState.READY


def test_leaving_takes_back_whom_one_named(scene: Scene) -> None:
    naming = name(scene)
    actions.leave(scene.people["Bert"], scene.seat("Bert", "Tuesday"), at=scene.at)
    assert as_it_is(naming).state == NamingState.WITHDRAWN
    assert its_letter(naming).state == InvitationState.WITHDRAWN


def test_a_naming_is_taken_back_and_twice_is_once(scene: Scene) -> None:
    naming, bert = name(scene), scene.people["Bert"]
    for _press in range(2):
        actions.withdraw_naming(bert, naming, at=scene.at)
    assert as_it_is(naming).state == NamingState.WITHDRAWN
    assert its_letter(naming).state == InvitationState.WITHDRAWN


def test_two_become_more_by_the_other_s_private_yes_the_same_evening(scene: Scene) -> None:
    naming = name(scene, "Ines", "Omar", table="Pair")
    answer(scene, naming, "Yusuf", at=scene.at)
    due = as_it_is(naming).due_at
    assert due is not None
    assert timedelta(minutes=5) <= due - scene.at <= timedelta(minutes=15)
    assert settled(naming) == NamingState.READY
    actions.accept(scene.people["Omar"], its_letter(naming).token, at=due)
    circle = scene.seat("Ines", "Pair").circle
    assert (circle.is_pair, circle.state) == (False, CircleState.FOUNDING)
    assert scene.seat("Omar", "Pair").is_inside


def test_a_letter_is_not_written_past_those_who_sit_there(scene: Scene) -> None:
    lin = scene.people["Lin"]
    with pytest.raises(Refusal, match="asked in private"):
        actions.invite(lin, scene.tables["Tuesday"], invitee="", words="w", at=scene.at)


def test_forty_eight_waking_hours_leave_out_the_nights(scene: Scene) -> None:
    assert waking_hours_later(scene.at, Hours()) == scene.at + 2 * DAY
    night = Hours(scene.at.replace(hour=21).time(), scene.at.replace(hour=8).time())
    asked = waking_hours_later(scene.at, night)
    assert scene.at + 3 * DAY < asked < scene.at + 4 * DAY


def test_nothing_a_page_does_asks_who_is_kept_apart(scene: Scene) -> None:
    """Until it is due there is nothing in any row that a block has changed."""
    with_a_block = name(scene, "Lin", "Tom", "tom@example.org", "Stairwell")
    actions.withdraw_naming(scene.people["Lin"], with_a_block, at=scene.at)
    without = name(scene, "Lin", "Jonas", "jonas@example.org", "Stairwell")
    one, other = as_it_is(with_a_block), as_it_is(without)
    assert (one.ask_around_at, one.due_at) == (other.ask_around_at, other.due_at)
    with acting_for_the_house("tests"):
        assert Seat.objects.filter(circle=one.circle_id, state="left").count() == 0
