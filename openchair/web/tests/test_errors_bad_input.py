"""Whatever is typed into whichever field: never an error of ours, nothing lost, a clear sentence."""

import html
import json
from itertools import batched
from pathlib import Path
from typing import Any

import pytest
from django.forms import CharField, EmailField, Form

from openchair.circles import forms as circles
from openchair.house import forms as house
from openchair.kernel.drafts import kept_by
from openchair.kernel.fields import Line, Words
from openchair.kernel.once import new_token
from openchair.kernel.text import WORDS_LIMIT
from openchair.kernel.typed import TYPED
from openchair.people import forms as people
from openchair.repair import forms as repair
from openchair.sharing import forms as sharing
from openchair.testing.scenes import Scene
from tests.guest import Guest

SENT, ASKED_AGAIN = 302, 422
TIME = {"night_from": "21:00", "night_until": "08:00"}
HOSTILE = {
    "empty": "",
    "spaces": " \t\n  ",
    "nothing to see": "\u200b\u2060\ufeff",
    "NUL": "\x00",
    "NUL inside": "a\x00b",
    "backwards": "\u202eolleh",
    "isolates": "\u2066" * 500 + "a" + "\u2069" * 499,
    "half a character": "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
    "very long": "soup " * 200_000,
}


class Forms:
    """Every form with a text field: who sends it, where to, and what else must stand in it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tuesday = f"/tables/{scene.tables['Tuesday'].pk}/"
        self.all: dict[str, tuple[str, str, tuple[str, ...], dict[str, str]]] = {
            "say": (
                "Ama",
                self.tuesday,
                ("words",),
                {"place": f"table:{scene.tables['Tuesday'].pk}"},
            ),
            "answer": ("Els", f"/words/{scene.words['towel'].pk}/answers/", ("words",), {}),
            "start": ("Omar", "/tables/start/", ("name", "sentence", "invitee"), {}),
            "rest": ("Lin", f"{self.tuesday}rest/", ("words",), {}),
            "chair": ("Dev", f"{self.tuesday}chairs/", ("words",), {}),
            "mine": ("Els", "/mine/", ("name", "zone"), TIME),
            "nights": ("Els", "/mine/", ("night_from", "night_until"), {"name": "Els"}),
            "address": ("Els", "/mine/address/", ("email",), {}),
            "arrive": ("", self.arriving, ("name",), TIME | {"adult": "yes", "agreement": "yes"}),
            "help line": (
                "Ralf",
                "/house/help-lines/",
                ("name", "what", "call", "text", "deaf", "hours"),
                {"opened_page": "on"},
            ),
        }

    @property
    def arriving(self) -> str:
        assert self.scene.letter
        return f"/i/{self.scene.letter.token}/arriving/"

    def send(self, guest: Guest, form: str, typed: str) -> int:
        _who, path, fields, more = self.all[form]
        said = dict.fromkeys(fields, typed) | more
        if len(typed) > 100_000:  # as much as one request may hold
            said |= dict.fromkeys(fields[1:], "soup")
        answer = guest.post(path, once=new_token(), **said)
        if answer.status_code >= 400:
            holds(answer.text, typed)
        return int(answer.status_code)

    def guest(self, form: str) -> Guest:
        who = self.all[form][0]
        return Guest(self.scene.people[who]) if who else Guest()


def holds(page: str, typed: str) -> None:
    """What was typed stands in the reply, as far as it can be seen."""
    assert (
        typed.replace("\r\n", "\n") in html.unescape(page).replace("\r\n", "\n")
        or not typed.strip()
    )


@pytest.fixture
def forms(scene: Scene) -> Forms:
    return Forms(scene)


@pytest.fixture
def naughty(shared_data: Path) -> Any:
    return json.loads((shared_data / "hostile" / "blns" / "blns.json").read_text())


NAMES = (
    "say",
    "answer",
    "start",
    "rest",
    "chair",
    "mine",
    "nights",
    "address",
    "arrive",
    "help line",
)


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("form", NAMES)
def test_hostile_words_are_taken_or_given_back(forms: Forms, form: str, kind: str) -> None:
    status = forms.send(forms.guest(form), form, HOSTILE[kind])
    assert status in {SENT, ASKED_AGAIN, 409}


def test_naughty_strings_are_taken_or_given_back_twenty_in_a_box(
    forms: Forms, naughty: list[str]
) -> None:
    guest = forms.guest("say")
    for twenty in batched(naughty, 20):
        assert forms.send(guest, "say", "\n".join(twenty)) in {SENT, ASKED_AGAIN}


def test_naughty_strings_are_taken_or_given_back_in_every_other_form(
    forms: Forms, naughty: list[str]
) -> None:
    """Some for each form: all of them go through the two fields below, as the next test shows."""
    for start, form in enumerate(NAMES[1:]):
        guest = forms.guest(form)
        for typed in naughty[start * 5 :: 45]:
            assert forms.send(guest, form, typed) in {SENT, ASKED_AGAIN, 409}, typed


def test_every_line_and_every_box_takes_every_naughty_string(naughty: list[str]) -> None:
    for typed in naughty:
        for field in (Line(required=False), Words(required=False)):
            assert field.clean(typed) == field.clean(field.clean(typed))


def all_forms() -> list[type[Form]]:
    return [
        form
        for room in (people, house, circles, repair, sharing)
        for form in vars(room).values()
        if isinstance(form, type) and issubclass(form, Form)
    ]


@pytest.mark.parametrize("form", all_forms(), ids=lambda form: form.__name__)
def test_what_people_write_is_cleaned_and_can_be_given_back(form: type[Form]) -> None:
    for name, field in form.base_fields.items():
        if isinstance(field, CharField):
            assert isinstance(field, Line | Words | EmailField)
            assert name in TYPED or name == "code"


@pytest.mark.parametrize(
    "place", ["", "x" * 5000, "a\x00b", "table:\u202e", "'; DROP TABLE", "\ud7ff"]
)
def test_a_draft_for_no_place_keeps_nothing_and_breaks_nothing(scene: Scene, place: str) -> None:
    ama = scene.people["Ama"]
    answer = Guest(ama).post("/drafts/", place=place, words="hello")
    assert answer.status_code == 204
    assert kept_by(ama) == {}


@pytest.mark.parametrize("words", ["\x00", "soup " * 200_000, "\u2066", "ok"])
def test_a_draft_holds_what_fits(scene: Scene, words: str) -> None:
    ama = scene.people["Ama"]
    assert Guest(ama).post("/drafts/", place="table:1", words=words).status_code == 204
    assert len(kept_by(ama).get("table:1", "")) <= WORDS_LIMIT


def test_who_wants_no_drafts_kept_has_none(scene: Scene) -> None:
    els, guest = scene.people["Els"], Guest(scene.people["Els"])
    form = guest.form("/mine/")
    form.fields.pop("keep_drafts")
    assert guest.send(form).status_code == SENT
    guest.post("/drafts/", place="table:1", words="not this")
    guest.post(f"/tables/{scene.tables['Tuesday'].pk}/", place="table:1", words="nor this")
    assert kept_by(els) == {}


def test_more_than_the_house_can_take_is_said(scene: Scene) -> None:
    answer = Guest(scene.people["Ama"]).post(
        f"/tables/{scene.tables['Tuesday'].pk}/", once=new_token(), words="x" * 5_000_000
    )
    assert answer.status_code == 400
    assert "say them in two parts" in answer.text


@pytest.mark.parametrize("once", [None, "", "x", "\x00", "0" * 5000])
def test_a_form_without_its_mark_gives_the_words_back(scene: Scene, once: str | None) -> None:
    ama, place = scene.people["Ama"], f"table:{scene.tables['Tuesday'].pk}"
    table, guest = f"/tables/{scene.tables['Tuesday'].pk}/", Guest(scene.people["Ama"])
    marked = {} if once is None else {"once": once}
    answer = guest.post(table, words="Three lines of mine.", place=place, **marked)
    assert answer.status_code == 400
    assert "Three lines of mine." in answer.text
    assert kept_by(ama) == {place: "Three lines of mine."}
    assert guest.form(table).fields["words"] == "Three lines of mine."


def test_a_page_that_grew_old_gives_everything_back(scene: Scene) -> None:
    guest = Guest(scene.people["Omar"], csrf=True)
    form = guest.form("/tables/start/")
    guest.client.cookies["form"] = "x" * 32
    answer = guest.send(form, name="Ours", sentence="Come at eight.", invitee="Wim")
    assert answer.status_code == 403
    assert "This page had grown old" in answer.text
    for words in ("Ours", "Come at eight.", "Wim"):
        assert words in answer.text


def test_words_on_a_page_that_grew_old_stand_in_the_box_next_time(scene: Scene) -> None:
    table, guest = f"/tables/{scene.tables['Tuesday'].pk}/", Guest(scene.people["Ama"], csrf=True)
    form = guest.form(table)
    guest.client.cookies["form"] = "x" * 32
    assert guest.send(form, words="Still here.").status_code == 403
    assert guest.form(table).fields["words"] == "Still here."


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "٢٠٢٦-٠٣-٠٢"])
@pytest.mark.parametrize("where", ["days", "before"])
def test_a_day_that_is_none_is_not_there(scene: Scene, where: str, day: str) -> None:
    path = f"/tables/{scene.tables['Tuesday'].pk}/{where}/{day}/"
    assert Guest(scene.people["Ama"]).get(path).status_code == 404


@pytest.mark.parametrize("field", ["kind", "need", "audience"])
def test_a_choice_that_is_none_is_asked_again_and_the_words_stay(scene: Scene, field: str) -> None:
    guest = Guest(scene.people["Ama"])
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    answer = guest.fill(table, words="My words.", **{field: "everyone\x00"})
    assert answer.status_code == ASKED_AGAIN
    assert "Choose one of the openings" in answer.text
    assert "My words." in answer.text
