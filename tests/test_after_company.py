"""After (spec/model.md 5.6.6): who stayed is offered someone to talk to, and rest; the asker never learns."""

from uuid import UUID

import pytest

from openchair.circles.actions import keep_distance
from openchair.presence import actions, policy
from openchair.presence.models import Asked, Call
from openchair.sharing.models import Audience, Reader, Share
from openchair.testing.scenes import Scene
from tests.guest import Guest

TODAY, OFFER = "There is a word for you, if you like.", "Would you like to talk to someone"


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


@pytest.fixture
def call(scene: Scene) -> UUID:
    """Ama asked, Els and Dev came, and it has ended."""
    for name in ("Els", "Dev", "Lin"):
        Guest(scene.people[name]).fill("/mine/company/", when="both", how="together")
    opened = actions.call(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=scene.at)
    for name in ("Els", "Dev"):
        person = scene.people[name]
        actions.come(person, Call.objects.for_viewer(person).get(), at=scene.at)
    actions.end(scene.people["Ama"], opened, at=scene.at)
    return opened.pk


def page(scene: Scene, name: str, call: UUID) -> str:
    return str(Guest(scene.people[name]).get(f"/company/{call}/").text)


def test_who_stayed_is_offered_someone_to_talk_to(scene: Scene, call: UUID) -> None:
    assert TODAY in Guest(scene.people["Els"]).get("/today/").text
    read = page(scene, "Els", call)
    assert OFFER in read
    assert "Write to Chiara" in read
    assert "Write to Dev" in read
    assert f'href="{table(scene)}rest/"' in read


def test_who_looks_after_the_table_is_led_to_another(scene: Scene, call: UUID) -> None:
    read = page(scene, "Dev", call)
    assert "Write to Chiara" in read
    assert "Write to Dev" not in read


def test_neither_the_asker_nor_who_did_not_come_reads_of_it(scene: Scene, call: UUID) -> None:
    for name in ("Ama", "Lin"):
        assert OFFER not in page(scene, name, call)
        assert TODAY not in Guest(scene.people[name]).get("/today/").text


def test_nobody_from_whom_one_keeps_distance_is_offered(scene: Scene, call: UUID) -> None:
    els = scene.people["Els"]
    for name in ("Chiara", "Dev"):
        keep_distance(els, scene.seat("Els", "Tuesday"), scene.seat(name, "Tuesday"), at=scene.at)
    read = page(scene, "Els", call)
    assert "Write to" not in read
    assert "Write a line to whoever greets people here" in read


def test_the_link_chooses_one_person_and_says_nothing_by_itself(scene: Scene, call: UUID) -> None:
    els, chiara = Guest(scene.people["Els"]), scene.people["Chiara"]
    led = f"{table(scene)}?to={chiara.pk}"
    assert "Chiara alone may read it." in els.get(led).text
    assert "Chiara alone may read it." not in els.get(table(scene)).text
    assert "alone may read it." not in els.get(f"{table(scene)}?to={call}").text
    said = els.fill(
        led, table(scene), words="It was long.", audience="chosen", readers=str(chiara.pk)
    )
    assert said.status_code == 302
    share = Share.objects.for_viewer(chiara).get(author=scene.people["Els"], audience="chosen")
    assert share.audience == Audience.CHOSEN
    readers = Reader.objects.for_viewer(chiara).filter(share=share.pk)
    assert [row.account_id for row in readers] == [chiara.pk]


def test_put_aside_it_does_not_come_again(scene: Scene, call: UUID) -> None:
    els = Guest(scene.people["Els"])
    form = els.form(f"/company/{call}/", f"/company/{call}/after/")
    assert [els.send(form).status_code for _press in range(2)] == [302, 303]
    assert OFFER not in page(scene, "Els", call)
    assert TODAY not in els.get("/today/").text
    assert OFFER in page(scene, "Dev", call)


def test_while_it_lasts_nothing_is_offered_or_put_aside(scene: Scene) -> None:
    opened = Call(ended_at=None)
    came = Asked(came_at=scene.at)
    assert policy.why_not_put_aside(came, opened) == "This has not ended yet."
    assert policy.why_not_put_aside(came, Call(ended_at=scene.at)) is None
    for mine in (None, Asked()):
        assert policy.why_not_put_aside(mine, opened) == "This is for those who came."


def test_who_did_not_come_puts_nothing_aside(scene: Scene, call: UUID) -> None:
    for name in ("Ama", "Lin"):
        guest = Guest(scene.people[name])
        once = guest.form("/tables/start/").fields["once"]
        assert guest.post(f"/company/{call}/after/", once=once).status_code == 409
