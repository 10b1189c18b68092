"""Only a steward keeps the numbers people call."""

import pytest

from openchair.house import keeping, policy
from openchair.house.models import Duty, HelpLine
from openchair.house.queries import has_duty
from openchair.testing.scenes import Scene
from tests.guest import Guest

PAGE = "/house/help-lines/"
LINE = {
    "name": "Night bell",
    "what": "Someone answers.",
    "call": "0800 1",
    "hours": "Always.",
    "provider": "https://bell.example.org/call",
}


def test_a_steward_enters_a_line_once(scene: Scene) -> None:
    ralf = Guest(scene.people["Ralf"])
    form = ralf.form(PAGE)
    answers = [ralf.send(form, **LINE).status_code for _press in range(2)]
    assert answers == [302, 303]
    assert HelpLine.objects.filter(name="Night bell").count() == 1


def test_a_line_is_shown_once_a_human_has_compared_it(scene: Scene) -> None:
    ralf = Guest(scene.people["Ralf"])
    ralf.fill(PAGE, **LINE)
    line = HelpLine.objects.get(name="Night bell")
    assert "Night bell" not in Guest().get("/now/").text
    assert "Not checked yet, and shown to nobody." in ralf.get(PAGE).text
    ralf.press(PAGE, f"{PAGE}{line.pk}/check/")
    assert "Night bell" in Guest().get("/now/").text


def test_the_provider_s_page_is_text_and_no_link(scene: Scene) -> None:
    ralf = Guest(scene.people["Ralf"])
    ralf.fill(PAGE, **LINE)
    page = ralf.get(PAGE).text
    assert LINE["provider"] in page
    assert f'href="{LINE["provider"]}' not in page


@pytest.mark.parametrize("missing", ["name", "what", "call", "hours", "provider"])
def test_what_is_missing_is_said_and_the_rest_is_kept(scene: Scene, missing: str) -> None:
    said = {k: v for k, v in LINE.items() if k != missing}
    answer = Guest(scene.people["Ralf"]).fill(PAGE, **said)
    assert answer.status_code == 422
    assert "field-error" in answer.text
    assert all(value in answer.text for value in said.values())


def test_a_line_is_checked_and_taken_off(scene: Scene) -> None:
    ralf, line = Guest(scene.people["Ralf"]), HelpLine.objects.first()
    assert line
    assert ralf.press(PAGE, f"{PAGE}{line.pk}/check/").status_code == 302
    assert ralf.press(PAGE, f"{PAGE}{line.pk}/off/").status_code == 302
    assert not HelpLine.objects.filter(pk=line.pk).exists()


def test_a_line_taken_off_meanwhile_is_said(scene: Scene) -> None:
    ralf, line = Guest(scene.people["Ralf"]), HelpLine.objects.first()
    assert line
    form = ralf.form(PAGE, f"{PAGE}{line.pk}/check/")
    line.delete()
    answer = ralf.send(form)
    assert answer.status_code == 409
    assert "This line is no longer there." in answer.text


@pytest.mark.parametrize("who", ["Ama", "Chiara", "Harriet"])
def test_to_everyone_else_the_page_is_not_there(scene: Scene, who: str) -> None:
    guest = Guest(scene.people[who])
    once = guest.form("/tables/start/").fields["once"]
    assert guest.get(PAGE).status_code == 404
    assert guest.post(PAGE, once=once, **LINE).status_code == 404


def test_why_not(scene: Scene) -> None:
    sentence = "Only someone who looks after this house can change these lines."
    assert policy.why_not_keep_help_lines(scene.people["Ama"]) == sentence
    assert policy.why_not_keep_help_lines(scene.people["Ralf"]) is None


def test_a_duty_is_taken_along_and_forgotten(scene: Scene) -> None:
    ralf = scene.people["Ralf"]
    assert [row["duty"] for row in keeping.export(ralf)["duties"]] == ["steward"]
    keeping.forget(ralf)
    assert not has_duty(ralf, Duty.STEWARD)
