"""The pages: who gets in, and what a number, a lamp and two presses do."""

from uuid import uuid4

import pytest
import time_machine

from openchair.presence import actions
from openchair.presence.models import Call, How, RingLine, RingShown, When
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

NUMBER = "+32 2 555 01 23"
NUMBERS = "/mine/company/number/"


def ready(scene: Scene, *names: str) -> None:
    for name in names:
        actions.say_when(scene.people[name], when=When.BOTH, how=How.TOGETHER)


def asks(scene: Scene, name: str = "Ama", table: str = "Tuesday") -> str:
    call = actions.call(scene.people[name], scene.seat(name, table), at=scene.at)
    return f"/company/{call.pk}/"


def shows_number(scene: Scene, name: str, to: str) -> None:
    who = Guest(scene.people[name])
    fields = {"number": NUMBER, "hours_from": "00:00", "hours_until": "00:00"}
    assert (
        who.fill("/mine/company/", NUMBERS, to=str(scene.people[to].pk), **fields).status_code
        == 302
    )


def test_whoever_was_not_asked_finds_nothing_there(scene: Scene) -> None:
    ready(scene, "Els")
    page = asks(scene)
    for name in ("Lin", "Noor", "Omar", "Ines"):
        guest = Guest(scene.people[name])
        nothing = guest.get(f"/company/{uuid4()}/")
        assert guest.get(page).content == nothing.content
        for act in ("again", "lamp", "end", "answer", "out"):
            assert (
                guest.post(f"{page}{act}/", answer="coming", once=str(uuid4())).status_code == 404
            )


def test_nobody_asks_at_a_table_where_they_do_not_sit(scene: Scene) -> None:
    table = f"/tables/{scene.tables['Tuesday'].pk}/company/"
    for name in ("Omar", "Sam", "Kim"):
        assert Guest(scene.people[name]).post(table, once=str(uuid4())).status_code == 404
    assert not Call.objects.for_viewer(scene.people["Kim"]).exists()


def test_only_the_asker_ends_it_and_others_are_told_why(scene: Scene) -> None:
    ready(scene, "Els")
    page = asks(scene)
    refused = Guest(scene.people["Els"]).post(f"{page}end/", once=str(uuid4()))
    assert refused.status_code == 409
    assert "Only the one who asked for company can do this." in refused.text
    ama = Guest(scene.people["Ama"])
    assert ama.press(page, f"{page}end/").status_code == 302
    assert "By tomorrow nothing of it is left in this house." in ama.get(page).text
    els = Guest(scene.people["Els"])
    late = els.post(f"{page}answer/", answer="coming", once=str(uuid4()))
    assert "This has ended." in late.text


def test_one_press_of_the_same_form_twice_asks_once(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"], csrf=True)
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    form = ama.form(table, f"{table}company/")
    first, second = ama.send(form), ama.send(form)
    assert first["Location"] == second["Location"]
    assert f'href="{first["Location"]}"' in ama.get(table).text
    assert ama.get(f"{table}company/")["Location"] == first["Location"]


def test_not_now_is_silent_and_can_be_changed(scene: Scene) -> None:
    ready(scene, "Els")
    page, els = asks(scene), Guest(scene.people["Els"])
    with time_machine.travel(NOON, tick=False):
        before = Guest(scene.people["Ama"]).get(page).text.count("Els")
        assert els.fill(page, f"{page}answer/", answer="not-now")["Location"] == "/today/"
        assert page not in els.get("/today/").text
        assert Guest(scene.people["Ama"]).get(page).text.count("Els") == before
        assert "You said not now. Nobody is told." in els.get(page).text
        els.fill(page, f"{page}answer/", answer="coming")
        assert "Els is here." in Guest(scene.people["Ama"]).get(page).text
        els.press(page, f"{page}out/")
        assert "Els is here." not in Guest(scene.people["Ama"]).get(page).text


def test_a_number_is_shown_to_those_chosen_until_it_is_taken_back(scene: Scene) -> None:
    shows_number(scene, "Lin", "Ama")
    page = asks(scene)
    assert 'href="tel:+3225550123"' in Guest(scene.people["Ama"]).get(page).text
    chiara = asks(scene, "Chiara")
    assert "3225550123" not in Guest(scene.people["Chiara"]).get(chiara).text
    lin = Guest(scene.people["Lin"])
    assert lin.press("/mine/company/", "/mine/company/number/back/").status_code == 302
    assert "3225550123" not in Guest(scene.people["Ama"]).get(page).text


def test_a_number_is_shown_to_nobody_who_was_not_sitting_there_or_is_kept_apart(
    scene: Scene,
) -> None:
    shows_number(scene, "Tom", "Mara")  # she is not on his list: the choice is let go
    assert not RingShown.objects.for_viewer(scene.people["Tom"]).exists()
    shows_number(scene, "Tom", "Omar")
    assert not RingShown.objects.for_viewer(scene.people["Tom"]).exists()
    for name in ("Mara", "Omar", "Kim"):
        assert not RingLine.objects.for_viewer(scene.people[name]).exists()


def test_what_is_no_number_is_asked_for_again_with_what_was_typed(scene: Scene) -> None:
    lin = Guest(scene.people["Lin"])
    fields = {"hours_from": "09:00", "hours_until": "21:00"}
    for number in ("call me", ""):
        said = lin.fill("/mine/company/", NUMBERS, number=number, **fields)
        assert said.status_code == 422
        assert "Write the number as you would dial it" in said.text
    assert (
        lin.fill("/mine/company/", NUMBERS, number=NUMBER, to="nobody", **fields).status_code == 302
    )


def test_outside_its_hours_a_number_is_not_shown(scene: Scene) -> None:
    lin = Guest(scene.people["Lin"])
    to = str(scene.people["Ama"].pk)
    lin.fill(
        "/mine/company/", NUMBERS, number=NUMBER, hours_from="20:00", hours_until="22:00", to=to
    )
    page = asks(scene)
    with time_machine.travel(NOON, tick=False):
        text = Guest(scene.people["Ama"]).get(page).text
    assert "Lin can be rung between 20:00 and 22:00." in text
    assert "3225550123" not in text


def test_need_someone_now_leads_to_company_before_the_lines(scene: Scene) -> None:
    page = Guest(scene.people["Lin"]).get("/now/").text
    assert page.index("A life in danger") < page.index("Someone from here")
    assert page.index("Someone from here") < page.index("To talk or write")
    for table in ("Tuesday", "Stairwell"):
        assert f'action="/tables/{scene.tables[table].pk}/company/"' in page
    for guest in (Guest(), Guest(scene.people["Omar"])):
        assert "Someone from here" not in guest.get("/now/").text


def test_words_to_oneself_ask_nobody(scene: Scene) -> None:
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    Guest(scene.people["Ama"]).fill(table, words="Sit.", kind="sit-with-me", audience="only-me")
    assert not Call.objects.for_viewer(scene.people["Ama"]).exists()


def test_what_was_said_about_being_asked_is_kept_and_changed(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    assert els.fill("/mine/company/", when="night", how="alone").status_code == 302
    form = els.form("/mine/company/")
    assert (form.fields["when"], form.fields["how"]) == ("night", "alone")
    assert els.fill("/mine/company/", when="often").status_code == 422
    els.press("/mine/company/", "/mine/company/wake/")
    assert els.press("/mine/company/", "/mine/company/sleep/").status_code == 302


def test_who_has_no_quiet_hours_reads_why_there_is_nothing_to_wake_from(scene: Scene) -> None:
    els = Guest(scene.people["Els"])
    els.fill("/mine/", night_from="08:00", night_until="08:00")
    assert "no quiet hours" in els.press("/mine/company/", "/mine/company/wake/").text
