"""AS-01: tired, an old phone, no scripts, no account; one small step, and nothing is kept of it."""

import hashlib
import logging
import random
import re
from datetime import timedelta
from typing import Any

import pytest

from openchair.circles.models import Card
from openchair.house.models import HelpLine, Role
from openchair.kernel.guard import acting_for_the_house
from openchair.pathways.models import Resource
from openchair.pathways.starting import ENOUGH, LOW, QUESTIONS, SKIPPED
from openchair.testing.scenes import Scene
from tests.guest import Form, Guest, forms_in
from tests.standing_scene import _rows

LOW_ENERGY = "I have very little energy"


def digest() -> str:
    """Of every row of every table of the house."""
    return hashlib.sha256(repr(sorted(_rows())).encode()).hexdigest()


def press(noor: Guest, page: Any, button: tuple[str, str]) -> Any:
    """One press of a button on this page, with what its form carries along."""
    (form,) = [one for one in forms_in(page.text, "/start/") if button[1] in one.buttons]
    return noor.client.post(form.action, form.fields | dict([button]))


def test_as_01_from_the_front_page_to_one_step_in_two_presses(scene: Scene) -> None:
    noor = Guest(csrf=True)
    front = noor.get("/").text
    assert front.index("I don’t know where to start") < front.index("Tuesday table")
    page = noor.get("/start/")
    step = press(noor, page, ("when", LOW))
    assert step.status_code == 200
    assert "Read one card" in step.text
    assert "Tuesday table" in step.text
    assert f"You told this page: {LOW_ENERGY}." in step.text
    assert 'href="/leave/"' in step.text
    assert "Evening Line" in step.text
    assert "Checked by someone who looks after this house on" in step.text


def test_as_01_without_cards_the_step_is_a_line_to_the_host(scene: Scene) -> None:
    with acting_for_the_house("tests"):
        Card.objects.all().delete()
    noor = Guest(csrf=True)
    step = press(noor, noor.get("/start/"), ("when", LOW))
    assert "Write one line to the host" in step.text
    assert "Hello, I am new." in step.text
    assert "Read one card" not in step.text


def test_as_01_with_nobody_and_nothing_there_is_still_a_step(scene: Scene) -> None:
    with acting_for_the_house("tests"):
        for model in (Card, Role, Resource):
            model.objects.all().delete()
    noor = Guest(csrf=True)
    assert "The tables here keep to themselves" in noor.get("/").text
    assert '<h2 id="step">Rest</h2>' in press(noor, noor.get("/start/"), ("when", LOW)).text


def test_as_01_five_pages_and_each_can_be_skipped(scene: Scene) -> None:
    noor = Guest(csrf=True)
    page = noor.get("/start/")
    for question in QUESTIONS:
        assert f"<h1>{question.words}</h1>" in page.text.replace("&#39;", "'")
        assert LOW_ENERGY in page.text
        page = press(noor, page, (question.name, SKIPPED))
    assert "One step, small enough for today" in page.text


def walks(at_most: int) -> list[list[tuple[str, str]]]:
    draw = random.Random(1)
    all_walks = []
    for _number in range(at_most):
        walk = []
        for question in QUESTIONS:
            answer = draw.choice([*dict(question.answers), LOW, SKIPPED])
            walk.append((question.name, answer))
            if answer in ENOUGH:
                break
        all_walks.append(walk)
    return all_walks


def test_as_01_no_cookie_no_row_no_log_line_and_nothing_in_any_address(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("", "django", "openchair"):
        logging.getLogger(name).addHandler(caplog.handler)
    before = digest()
    for walk in walks(60):
        noor = Guest(csrf=True)
        answers = [noor.get("/"), noor.get("/start/")]
        for button in walk:
            answers.append(press(noor, answers[-1], button))
        last = answers[-1]
        assert "A line you send is kept." in last.text
        for answer in answers:
            assert answer.status_code == 200
            assert not answer.cookies
            assert "Set-Cookie" not in answer
            assert "Location" not in answer
        for form in forms_in(last.text, "/start/"):
            assert form.action in {"/start/", "/letter/"}
        assert not re.search(r'href="/start/\?', last.text)
        assert not noor.client.cookies
    for name in ("", "django", "openchair"):
        logging.getLogger(name).removeHandler(caplog.handler)
    assert digest() == before
    assert [record for record in caplog.records if "openchair" in record.name] == []
    assert [record for record in caplog.records if record.name.startswith("django.request")] == []


def test_as_01_the_digest_notices_one_row(scene: Scene) -> None:
    before = digest()
    HelpLine.objects.filter(name__startswith="Evening").update(position=3)
    assert digest() != before


def test_as_01_old_lines_are_shown_as_old(scene: Scene) -> None:
    noor = Guest()
    step = press(noor, noor.get("/start/"), ("when", "now"))
    (stale,) = re.findall(r'<article class="help-line stale">.*?</article>', step.text, re.S)
    assert "Student night line" in stale
    assert "It may be out of date." in stale
    assert "Reach someone now" in step.text


def test_as_01_something_smaller_and_not_today_are_one_press(scene: Scene) -> None:
    noor = Guest(csrf=True)
    page = noor.get("/start/")
    for button in zip(
        [q.name for q in QUESTIONS], ["later", "hard", "write", SKIPPED, "step"], strict=True
    ):
        page = press(noor, page, button)
    assert "Write one line to the host" in page.text
    (carrying,) = [f for f in forms_in(page.text, "/start/") if f.action == "/start/" and f.fields]
    smaller = noor.client.post("/start/", carrying.fields | {"instead": "card"})
    assert "Read one card" in smaller.text
    rest = noor.client.post("/start/", carrying.fields | {"instead": "rest"})
    assert '<h2 id="step">Rest</h2>' in rest.text
    made_up = noor.client.post("/start/", carrying.fields | {"instead": "nonsense"})
    assert "Write one line to the host" in made_up.text


def test_as_01_life_besides_is_named_beside_what_is_hard(scene: Scene) -> None:
    noor = Guest()
    page = noor.get("/start/")
    for button in (("when", "later"), ("about", "hard"), ("way", LOW)):
        page = press(noor, page, button)
    assert "Tuesday table" in page.text
    assert "Besides, there is The stairwell." in page.text
    page = press(noor, press(noor, noor.get("/start/"), ("when", "later")), ("about", "life"))
    assert "The stairwell" in press(noor, page, ("way", LOW)).text


def test_as_01_a_professional_is_one_gentle_option(scene: Scene) -> None:
    noor = Guest()
    page = noor.get("/start/")
    for button in (("when", SKIPPED), ("about", SKIPPED), ("way", SKIPPED), ("people", "hurt")):
        page = press(noor, page, button)
    page = press(noor, page, ("today", "step"))
    assert "a therapist, a doctor, a trained listener" in page.text
    assert "You are welcome either way." in page.text


def test_as_01_another_site_cannot_answer_for_anybody(scene: Scene) -> None:
    noor = Guest(csrf=True)
    answer = noor.client.post("/start/", {"when": "now"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert "Is it about this very moment?" in answer.text


def test_as_01_one_question_back(scene: Scene) -> None:
    noor = Guest(csrf=True)
    second = press(noor, noor.get("/start/"), ("when", "later"))
    back = Form("/start/", {})
    first = noor.client.post(back.action, back.fields)
    assert "Back to the question before" in second.text
    assert "Is it about this very moment?" in first.text


def test_as_01_the_check_dates_pass(scene: Scene) -> None:
    """A line that nobody looked at for ninety days goes grey, on this page as everywhere (I-29)."""
    HelpLine.objects.filter(name__startswith="Evening").update(
        checked_on=scene.at.date() - timedelta(days=91)
    )
    noor = Guest()
    step = press(noor, noor.get("/start/"), ("when", LOW))
    (evening,) = re.findall(
        r'<article class="help-line stale">\s*<h3>Evening.*?</article>', step.text, re.S
    )
    assert "Last checked on" in evening


def test_as_01_a_language_that_was_chosen_goes_along(scene: Scene) -> None:
    """Each form goes to the page's own address, which is all that remembers it."""
    noor = Guest(csrf=True)
    page = noor.get("/start/?lang=es")
    (form,) = forms_in(page.text, "/start/?lang=es")
    assert form.action == "/start/?lang=es"
    assert '<html lang="es"' in noor.client.post(form.action, {"when": LOW}).text


def test_as_01_a_page_costs_little(scene: Scene, django_assert_num_queries: Any) -> None:
    """The front page asks three things, a question nothing, the step seven, whoever else is there."""
    noor = Guest()
    noor.get("/")
    for path, asked in (("/", 3), ("/start/", 0)):
        with django_assert_num_queries(asked):
            noor.get(path)
    with django_assert_num_queries(7):
        noor.post("/start/", when=LOW)
