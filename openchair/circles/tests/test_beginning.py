"""Beginning a larger table, and what stands on its page "Our table"."""

import re

import pytest

from openchair.circles.kinds import KINDS
from openchair.circles.models import Circle, CircleKind, CircleState, Openness
from openchair.kernel.guard import acting_for_the_house
from openchair.testing.scenes import Scene
from tests.guest import Guest

LARGER = [kind.value for kind in CircleKind if kind != CircleKind.PAIR]
SAID = {"name": "Six steps", "purpose": "For slow walks.", "sentence": "Come along on Sunday."}
SHAPE = {
    "purpose": "For who misses someone.",
    "opening_words": "Tea first.",
    "closing_words": "Mind the step.",
    "openness": "closed",
    "seats_most": "9",
}


def ours(scene: Scene, name: str = "Tuesday") -> str:
    return f"/tables/{scene.tables[name].pk}/ours/"


def as_it_is(scene: Scene, name: str = "Tuesday") -> Circle:
    with acting_for_the_house("tests"):
        return Circle.objects.get(pk=scene.tables[name].pk)


def test_each_kind_but_the_pair_is_one_press_away(scene: Scene) -> None:
    page = Guest(scene.people["Omar"]).get("/tables/begin/").text
    assert re.findall(r'href="/tables/begin/(\w+)/"', page) == LARGER
    assert "Only adults have a seat here, and nobody vouches for anybody." in page


def test_today_and_the_page_for_two_lead_there(scene: Scene) -> None:
    omar = Guest(scene.people["Omar"])
    for page in ("/today/", "/tables/start/"):
        assert 'href="/tables/begin/"' in omar.get(page).text


@pytest.mark.parametrize("kind", LARGER)
def test_a_line_to_start_from_stands_there(scene: Scene, kind: str) -> None:
    form = Guest(scene.people["Omar"]).form(f"/tables/begin/{kind}/")
    assert form.fields["purpose"] == str(KINDS[CircleKind(kind)].starters[0])


@pytest.mark.parametrize("kind", ["pair", "nothing"])
def test_what_is_no_larger_table_is_not_there(scene: Scene, kind: str) -> None:
    assert Guest(scene.people["Omar"]).get(f"/tables/begin/{kind}/").status_code == 404


def test_a_table_of_its_kind_is_laid_with_one_letter(scene: Scene) -> None:
    omar = Guest(scene.people["Omar"], csrf=True)
    form = omar.form("/tables/begin/activity/")
    answers = [omar.send(form, **SAID) for _press in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    page = omar.get(answers[0]["Location"]).text
    assert "For slow walks." in page
    letter = re.search(r"/i/[\w-]+/", page)
    assert letter
    assert "Come along on Sunday." in Guest().get(letter[0]).text
    circle = Circle.objects.for_viewer(scene.people["Omar"]).get()
    assert (circle.kind, circle.state) == (CircleKind.ACTIVITY, CircleState.FOUNDING)


@pytest.mark.parametrize("missing", list(SAID))
def test_what_is_missing_is_said_and_the_rest_stays(scene: Scene, missing: str) -> None:
    said = SAID | {missing: " "}
    answer = Guest(scene.people["Omar"]).fill("/tables/begin/grief/", **said)
    assert answer.status_code == 422
    assert all(words in answer.text for words in said.values())
    assert f'href="#field-{missing}"' in answer.text


def test_whoever_looks_after_it_changes_what_is_ours(scene: Scene) -> None:
    chiara = Guest(scene.people["Chiara"])
    form = chiara.form(ours(scene))
    assert [chiara.send(form, **SHAPE).status_code for _press in range(2)] == [302, 303]
    circle = as_it_is(scene)
    assert (circle.openness, circle.seats_most) == (Openness.CLOSED, 9)
    page = Guest(scene.people["Ama"]).get(ours(scene)).text
    for words in ("For who misses someone.", "Tea first.", "Mind the step.", "Up to 9"):
        assert words in page
    table = Guest(scene.people["Noor"]).get(f"/tables/{circle.pk}/").text
    assert "Tea first." in table


@pytest.mark.parametrize(
    ("who", "why"), [("Ama", "Someone who looks after this table"), ("Noor", "You are visiting")]
)
def test_whoever_may_not_reads_why(scene: Scene, who: str, why: str) -> None:
    guest = Guest(scene.people[who])
    assert why in guest.get(ours(scene)).text
    once = guest.form(f"/tables/{scene.tables['Tuesday'].pk}/rest/").fields["once"]
    answer = guest.post(ours(scene), once=once, **SHAPE)
    assert answer.status_code == 409
    assert why in answer.text


def test_too_few_chairs_for_those_who_sit_there(scene: Scene) -> None:
    answer = Guest(scene.people["Dev"]).fill(ours(scene), **(SHAPE | {"seats_most": "3"}))
    assert answer.status_code == 409
    assert "one for each who sits here" in answer.text


def test_what_is_missing_opens_the_form_again(scene: Scene) -> None:
    answer = Guest(scene.people["Dev"]).fill(ours(scene), **(SHAPE | {"purpose": ""}))
    assert answer.status_code == 422
    assert "Tea first." in answer.text
    assert '<details class="fold" open>' in answer.text


def test_a_table_for_two_has_no_chairs_to_speak_of(scene: Scene) -> None:
    ines = Guest(scene.people["Ines"])
    answer = ines.fill(ours(scene, "Pair"), purpose="For the two of us.")
    assert answer.status_code == 302
    page = ines.get(ours(scene, "Pair")).text
    assert "For the two of us." in page
    for words in ("Chairs", "Who may come", "Looking after", "We have begun"):
        assert words not in page


def test_a_founding_table_says_that_it_has_begun(scene: Scene) -> None:
    kim, begun = Guest(scene.people["Kim"]), f"/tables/{scene.tables['Stairwell'].pk}/begun/"
    form = kim.form(ours(scene, "Stairwell"), begun)
    assert [kim.send(form).status_code for _press in range(2)] == [302, 303]
    assert as_it_is(scene, "Stairwell").state == CircleState.GATHERING
    assert "We have begun" not in kim.get(ours(scene, "Stairwell")).text


def test_to_everyone_else_it_is_not_there(scene: Scene) -> None:
    omar = Guest(scene.people["Omar"])
    nothing = omar.get("/nothing/").status_code
    for page in ("ours", "looking-after", "together/rest", "agreement"):
        path = f"/tables/{scene.tables['Tuesday'].pk}/{page}/"
        assert omar.get(path).status_code == nothing == 404
