"""How are you today: for whom it is meant, how it is replaced and fades, and where it is read."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.circles.models import Seat, SeatState
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people import actions as people
from openchair.presence import telling
from openchair.presence.models import Capacity, CheckIn, CheckInShown
from openchair.presence.policy import why_not_say_how
from openchair.presence.told import own_word, whom_it_is_for, without_strength
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

HOW, LINE = "/mine/how/", "Slept in pieces. Kettle is on."
MONTH = timedelta(days=30)


def says(
    scene: Scene, name: str, *to: str, capacity: Capacity = Capacity.LOW, line: str = LINE
) -> CheckIn:
    chosen: set[UUID] = set()
    for one in to:
        chosen.add(scene.tables[one].pk if one in scene.tables else scene.people[one].pk)
    return telling.say_how(scene.people[name], capacity=capacity, line=line, to=chosen, at=scene.at)


def table(scene: Scene, name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/"


def page(scene: Scene, who: str, where: str = "Tuesday") -> str:
    with time_machine.travel(NOON, tick=False):
        return str(Guest(scene.people[who]).get(table(scene, where)).text)


def readers(scene: Scene) -> set[str]:
    """Who else finds a line of hers beside Els's name."""
    names = ("Ama", "Bert", "Chiara", "Dev", "Lin", "Noor")
    return {name for name in names if LINE in page(scene, name)}


def test_nothing_chosen_is_for_oneself(scene: Scene) -> None:
    says(scene, "Els")
    assert readers(scene) == set()
    assert LINE in Guest(scene.people["Els"]).get(HOW).text


def test_it_stands_beside_the_name_for_those_chosen(scene: Scene) -> None:
    says(scene, "Els", "Ama", "Lin")
    assert readers(scene) == {"Ama", "Lin"}
    assert "low, this afternoon" in page(scene, "Ama")


def test_everyone_with_a_seat_reads_what_is_said_at_the_table_but_no_visitor(scene: Scene) -> None:
    says(scene, "Els", "Tuesday")
    assert readers(scene) == {"Ama", "Bert", "Chiara", "Dev", "Lin"}


def test_a_visitor_cannot_be_chosen_nor_anyone_who_sits_elsewhere(scene: Scene) -> None:
    said = says(scene, "Els", "Noor", "Omar", "Kim", "Stairwell")
    assert not CheckInShown.objects.for_viewer(scene.people["Els"]).exists()
    assert whom_it_is_for(said).all == set()
    assert "Noor" not in Guest(scene.people["Els"]).get(HOW).text


def test_what_was_said_at_one_table_is_not_shown_at_another(scene: Scene) -> None:
    """Lin sits at both with nobody else; Ama is asked over to the stairwell."""
    scene.sit("Stairwell", "Ama", 3)
    says(scene, "Lin", "Stairwell")
    assert LINE in page(scene, "Ama", "Stairwell")
    assert LINE not in page(scene, "Ama")
    says(scene, "Lin", "Ama")
    assert LINE in page(scene, "Ama", "Stairwell")
    assert LINE in page(scene, "Ama")


def test_whoever_comes_later_reads_what_is_said_from_then_on(scene: Scene) -> None:
    says(scene, "Lin", "Stairwell")
    with acting_for_the_house("tests"):
        kim = Seat.objects.filter(account=scene.people["Kim"])
        kim.update(arrived_at=scene.at + timedelta(minutes=1))
    assert LINE not in page(scene, "Kim", "Stairwell")


@pytest.mark.parametrize(("by", "of"), [("Ama", "Els"), ("Els", "Ama")])
def test_whoever_is_kept_apart_reads_nothing_whichever_wished_it(
    scene: Scene, by: str, of: str
) -> None:
    says(scene, "Els", "Tuesday", "Ama")
    people.block(scene.people[by], scene.people[of], at=scene.at)
    assert "Ama" not in readers(scene)


def test_it_waits_for_whoever_keeps_some_distance(scene: Scene) -> None:
    says(scene, "Dev", "Tuesday")
    bert = page(scene, "Bert")
    waits = bert.index("<summary>Something Dev said</summary>")
    assert waits < bert.index(LINE)
    assert "Something Dev said" not in page(scene, "Ama")
    says(scene, "Bert", "Tuesday")
    assert "Something Bert said" not in page(scene, "Dev")
    assert LINE in page(scene, "Dev")


def test_what_a_paused_person_says_reaches_nobody_there(scene: Scene) -> None:
    says(scene, "Els", "Tuesday", "Ama")
    with acting_for_the_house("tests"):
        Seat.objects.filter(account=scene.people["Els"]).update(state=SeatState.PAUSED)
    assert readers(scene) == set()


def test_a_new_word_takes_the_place_of_the_old_and_that_is_gone(scene: Scene) -> None:
    says(scene, "Els", "Tuesday")
    says(scene, "Els", "Tuesday", line="Better.")
    assert readers(scene) == set()
    assert CheckIn.objects.for_viewer(scene.people["Els"]).get().line == "Better."


def test_one_press_says_it_for_those_who_read_the_last_one(scene: Scene) -> None:
    says(scene, "Els", "Tuesday", "Ama")
    els = Guest(scene.people["Els"])
    with time_machine.travel(NOON, tick=False):
        assert "Ama and Tuesday table may read it." in els.get("/today/").text
        assert els.fill("/today/", f"{HOW}word/", capacity="some")["Location"] == "/today/"
        assert "You said: some." in els.get("/today/").text
    assert "some, this afternoon" in page(scene, "Lin")
    assert readers(scene) == set()  # the line was of the last one


def test_the_same_press_again_says_the_same_today(scene: Scene) -> None:
    els, later = scene.people["Els"], scene.at + timedelta(days=1)
    first = telling.say_word(els, capacity=Capacity.SOME, at=scene.at)
    again = telling.say_word(els, capacity=Capacity.SOME, at=later)
    assert first.pk == again.pk
    assert CheckIn.objects.for_viewer(els).get().said_at == later


def test_who_has_left_is_not_chosen_again_by_the_next_press(scene: Scene) -> None:
    els = scene.people["Els"]
    says(scene, "Els", "Tuesday", "Lin")
    with acting_for_the_house("tests"):
        Seat.objects.filter(account=scene.people["Lin"]).update(state=SeatState.GONE)
    said = telling.say_word(els, capacity=Capacity.SOME, at=scene.at)
    assert whom_it_is_for(said).all == {scene.tables["Tuesday"].pk}


def test_yesterday_s_word_stands_and_the_question_is_there_again(scene: Scene) -> None:
    says(scene, "Els", "Tuesday")
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        today = Guest(scene.people["Els"]).get("/today/").text
        assert "What you said last still stands: low, yesterday." in today
        assert "low, yesterday" in Guest(scene.people["Ama"]).get(table(scene)).text


def test_it_fades_after_thirty_days(scene: Scene) -> None:
    says(scene, "Els", "Tuesday")
    telling.fade(scene.at + MONTH - timedelta(minutes=1))
    assert LINE in page(scene, "Ama")
    telling.fade(scene.at + MONTH)
    assert own_word(scene.people["Els"]) is None
    assert not CheckInShown.objects.for_viewer(scene.people["Ama"]).exists()


def test_a_page_of_one_s_own_keeps_what_was_replaced_for_its_owner_alone(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    says(scene, "Els", "Tuesday")
    els.press(HOW, f"{HOW}page/")
    els.press(HOW, f"{HOW}page/off/")
    els.press(HOW, f"{HOW}page/")
    says(scene, "Els", "Tuesday", line="Better.")
    assert LINE in els.get(HOW).text
    assert readers(scene) == set()
    assert not CheckIn.objects.for_viewer(scene.people["Ama"]).exclude(replaced_at=None).exists()
    els.press(HOW, f"{HOW}page/off/")
    assert LINE not in els.get(HOW).text
    assert "Better." in els.get(HOW).text


def test_taken_back_it_is_gone_for_everybody(scene: Scene) -> None:
    says(scene, "Els", "Tuesday")
    els = Guest(scene.people["Els"])
    assert els.press(HOW, f"{HOW}back/").status_code == 302
    assert readers(scene) == set()
    assert LINE not in els.get(HOW).text


def test_rather_not_say_is_shown_to_nobody_unless_a_line_stands_with_it(scene: Scene) -> None:
    says(scene, "Els", "Tuesday", capacity=Capacity.RATHER_NOT, line="")
    assert "rather not say" not in page(scene, "Ama")
    says(scene, "Els", "Tuesday", capacity=Capacity.RATHER_NOT)
    assert "rather not say" in page(scene, "Ama")


def test_who_said_nothing_is_not_shown_as_such(scene: Scene) -> None:
    before = page(scene, "Ama")
    says(scene, "Els", "Tuesday", line="")
    after = page(scene, "Ama")
    assert "how-they-are" not in before
    assert after.count("<li><b>Els</b>") == 1
    assert "<li><b>Lin</b>" not in after


def test_no_letter_tells_of_it(scene: Scene) -> None:
    with acting_for_the_house("tests"):
        before = set(Letter.objects.values_list("pk", flat=True))
        says(scene, "Els", "Tuesday", "Ama", capacity=Capacity.NOTHING)
        assert set(Letter.objects.values_list("pk", flat=True)) == before


def test_the_form_keeps_what_was_typed_and_says_what_to_do(scene: Scene) -> None:
    els, lin = Guest(scene.people["Els"]), str(scene.people["Lin"].pk)
    form = els.form(HOW)
    answer = els.send(form, line="x" * 201, to=lin)
    assert answer.status_code == 422
    assert "x" * 201 in answer.text
    assert f'value="{lin}" checked' in answer.text
    assert els.fill(HOW, capacity="fine").status_code == 422
    assert els.fill(HOW, capacity="low", to=lin, line=LINE)["Location"] == f"{HOW}?kept=1"
    assert readers(scene) == {"Lin"}


def test_one_form_sent_twice_is_one_word(scene: Scene) -> None:
    els = Guest(scene.people["Els"], csrf=True)
    form = els.form("/today/", f"{HOW}word/")
    answers = [els.send(form, capacity="low")["Location"] for _press in range(2)]
    assert answers == ["/today/", "/today/"]
    assert CheckIn.objects.for_viewer(scene.people["Els"]).get().capacity == "low"


def test_a_word_that_is_none_changes_nothing(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    assert els.fill("/today/", f"{HOW}word/", capacity="fine")["Location"] == "/today/"
    assert own_word(scene.people["Els"]) is None


def test_a_visitor_to_the_house_is_led_to_sign_in(scene: Scene) -> None:
    assert Guest().get(HOW)["Location"].startswith("/sign-in/")
    for act in ("word", "back", "page", "page/off"):
        assert Guest().post(f"{HOW}{act}/", once=str(uuid4())).status_code == 401


def test_too_long_a_line_is_refused_with_the_way_out(scene: Scene) -> None:
    assert why_not_say_how("x" * 200) is None
    with pytest.raises(Refusal, match="Make it shorter"):
        says(scene, "Els", line="x" * 201)


def test_the_house_knows_whom_not_to_ask(scene: Scene) -> None:
    els, lin = scene.people["Els"], scene.people["Lin"]
    says(scene, "Els", capacity=Capacity.NOTHING)
    says(scene, "Lin")
    with acting_for_the_house("tests"):
        assert without_strength([els.pk, lin.pk]) == {els.pk}


def asked(guest: Guest, address: str) -> int:
    guest.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert guest.get(address).status_code == 200
    return len(seen)


def test_a_table_page_asks_the_same_however_many_say_how_they_are(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    nobody = asked(ama, table(scene))
    says(scene, "Els", "Tuesday", "Ama")
    before = asked(ama, table(scene))
    assert before == nobody + 1
    for name in ("Lin", "Dev", "Chiara", "Bert"):
        says(scene, name, "Tuesday", "Ama")
    assert asked(ama, table(scene)) == before
    says(scene, "Ama", "Tuesday", capacity=Capacity.NOTHING)
    assert asked(ama, table(scene)) == before


def test_today_asks_the_same_of_one_table_and_of_many(scene: Scene) -> None:
    els, lin = Guest(scene.people["Els"]), Guest(scene.people["Lin"])
    said: dict[str, Any] = {"capacity": Capacity.SOME}
    says(scene, "Els", "Tuesday", "Ama", **said)
    says(scene, "Lin", "Tuesday", "Stairwell", "Ama", "Kim", **said)
    assert asked(els, "/today/") == asked(lin, "/today/")
