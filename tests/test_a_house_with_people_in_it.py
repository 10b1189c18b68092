"""The house of `openchair demo`: whoever walks through it meets people as they are, at tables in many states."""

from collections.abc import Iterator

import pytest
import time_machine

from openchair.circles.models import Beside, CircleState, OpenChair, Seat, SeatState
from openchair.delivery.queries import inside
from openchair.journeys.inside import lines_for
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import KeysInMemory, keys
from openchair.people.models import Block, Person
from openchair.presence import unanswered
from openchair.presence.waits import asked_to_answer
from openchair.sharing.models import Answer, Offer, Share, ShareKind
from openchair.testing.scenes import NEIGHBOURS, NOON, STANDING, Scene, lay_the_whole_house
from openchair.testing.scenes.coming_to_rest import ALLOTMENT, NIGHTS
from openchair.testing.scenes.just_begun import BENCH, FAMILY
from openchair.testing.scenes.kettle import KETTLE
from tests.standing_scene import pour

NIGHT = NOON.replace(hour=2)


@pytest.fixture
def house(db: None) -> Iterator[Scene]:
    before, mine = keys.store, KeysInMemory()
    keys.store = mine
    with time_machine.travel(NOON):
        yield pour(mine, lay_the_whole_house)
    keys.store = before


def test_everyone_who_can_be_chosen_lives_there_and_nobody_else(house: Scene) -> None:
    assert not set(STANDING) & set(NEIGHBOURS)
    with acting_for_the_house("looking who lives there"):
        assert {one.name for one in Person.objects.all()} == set(STANDING) | set(NEIGHBOURS)


def test_its_tables_are_in_four_states(house: Scene) -> None:
    laid_by = {KETTLE: "Greta", BENCH: "Agnes", FAMILY: "Edith", ALLOTMENT: "Nell", NIGHTS: "Bea"}
    states = {name: house.seat(who, name).circle.state for name, who in laid_by.items()}
    assert states == {
        KETTLE: CircleState.GATHERING,
        BENCH: CircleState.FOUNDING,
        FAMILY: CircleState.FOUNDING,
        ALLOTMENT: CircleState.RESTING,
        NIGHTS: CircleState.CLOSING,
    }


def test_at_the_kettle_one_rests_one_is_new_one_visits_and_a_chair_is_set_out(house: Scene) -> None:
    greta, rosa = house.people["Greta"], house.people["Rosa"]
    table = house.tables[KETTLE].pk
    seats = Seat.objects.for_viewer(greta).filter(circle=table)
    named = {house.people[name].pk: name for name in NEIGHBOURS}
    states = {named[seat.account_id]: seat.state for seat in seats if seat.state != "seated"}
    resting, arriving, visiting = SeatState.RESTING, SeatState.ARRIVING, SeatState.VISITING
    assert states == {"Pavel": resting, "Rosa": arriving, "Niko": visiting}
    assert Beside.objects.for_viewer(rosa).get(circle=table).by == house.people["Edith"]
    chair = OpenChair.objects.for_viewer(greta).get(circle=table)
    assert chair.words == "for whoever is waiting for a result"


def test_all_at_the_kettle_said_yes_to_an_agreement_of_their_own(house: Scene) -> None:
    seats = Seat.objects.for_viewer(house.people["Greta"]).filter(circle=house.tables[KETTLE].pk)
    assert {seat.agreed_to for seat in seats} == {"own-1"}


def test_an_idea_waits_for_a_yes(house: Scene) -> None:
    offer = Offer.objects.for_viewer(house.people["Fatima"]).get()
    assert (offer.by, offer.reply) == (house.people["Moses"], "")


def test_somebodys_words_wait_and_someone_reads_that_on_today(house: Scene) -> None:
    assert asked_to_answer(house.people["Edith"])


@pytest.mark.parametrize(("table", "name"), [(KETTLE, "Anton"), (FAMILY, "Lucia")])
def test_under_a_joy_people_talk_as_they_do_at_a_table(house: Scene, table: str, name: str) -> None:
    author = house.people[name]
    words = Share.objects.for_viewer(author).filter(kind=ShareKind.JOY, author=author)
    joy = words.get(circle=house.tables[table].pk)
    answers = Answer.objects.for_viewer(author).filter(share=joy)
    assert answers.filter(author=author).exists()
    assert answers.exclude(author=author).count() > 2


def test_two_never_meet(house: Scene) -> None:
    mara, tom = house.people["Mara"], house.people["Tom"]
    assert Block.objects.for_viewer(mara).filter(of=tom).exists()


def test_of_what_was_said_on_earlier_days_nothing_was_left_lying(house: Scene) -> None:
    """The question that waits is the only one, so that the clock finds a house that lives."""
    with acting_for_the_house("looking whose words wait"):
        said = Share.objects.filter(circle__in=[table.pk for table in house.tables.values()])
        waiting = unanswered.unanswered_of(said.values_list("pk", flat=True))
        words = {share.words for share in said.filter(pk__in=waiting)}
    assert len(words) == 1
    assert words.pop().startswith("My manager asked")


def test_nobody_finds_a_heap_of_letters_on_their_first_day(house: Scene) -> None:
    for name in NEIGHBOURS:
        viewer = house.people[name]
        assert len(lines_for(viewer, inside(viewer))) <= 3, name


def test_it_is_the_same_house_at_any_hour(db: None) -> None:
    before, keys.store = keys.store, KeysInMemory()
    with time_machine.travel(NIGHT):
        laid = lay_the_whole_house(NIGHT)
        assert asked_to_answer(laid.people["Edith"])
    keys.store = before
