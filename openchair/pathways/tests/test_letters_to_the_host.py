"""A few lines from somebody without an account: what is kept of them, for how long, and how many a day."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import cache

from openchair.house.models import Role
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.sealed import keys
from openchair.pathways import policy_of_letters as policy
from openchair.pathways.models import HostLetter
from openchair.pathways.placing import hashed, place_for
from openchair.pathways.tests.at_the_door import (
    LINE,
    only_letter,
    place,
    write,
)
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def fresh_counts() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


def test_no_cookie_is_set_for_whoever_writes(scene: Scene) -> None:
    noor = Guest(csrf=True)
    private = place(noor)
    noor.get(private)
    assert not noor.client.cookies


def test_the_private_page_does_not_show_what_its_writer_wrote(scene: Scene) -> None:
    noor = Guest()
    private = place(noor, name="Noor", email="noor@example.net")
    assert LINE not in noor.get(private).text
    assert "noor@example.net" not in noor.get(private).text


def test_the_address_of_the_page_lies_nowhere_in_the_clear(scene: Scene) -> None:
    private = place(Guest()).split("/")[2]
    letter = only_letter()
    assert letter.place_hash == hashed(private) != private
    with acting_for_the_house("tests"):
        stored = HostLetter.objects.values_list("place_hash", "pk").get()
    assert private not in repr(stored)
    assert len(private) == 32


def test_pressing_twice_sends_one_letter_and_leads_to_the_same_page(scene: Scene) -> None:
    noor = Guest()
    form = noor.form("/letter/")
    pages = [noor.send(form, words=LINE)["Location"] for _press in range(2)]
    assert pages[0] == pages[1]
    only_letter()


def test_the_answer_is_the_same_for_known_and_unknown_addresses(scene: Scene) -> None:
    """Nothing is looked up: the same bytes but for the page's own long address."""
    bodies = []
    for address in ("ama@example.org", "nobody@example.org"):
        answer = write(Guest(), email=address)
        private = str(answer["Location"])
        page = Guest().get(private)
        bodies.append(
            (
                answer.status_code,
                answer.content,
                page.content.replace(private.encode(), b"PLACE"),
            )
        )
    assert bodies[0] == bodies[1]


def test_the_writer_takes_it_back_and_its_keys_are_destroyed(scene: Scene) -> None:
    noor = Guest()
    before = set(keys.store._keys)  # type: ignore[attr-defined]
    private = place(noor, name="Noor")
    made = set(keys.store._keys) - before  # type: ignore[attr-defined]
    noor.post(f"{private}back/")
    with acting_for_the_house("tests"):
        assert not HostLetter.objects.exists()
    assert made
    assert noor.get(private).status_code == 404
    assert noor.post(f"{private}back/").status_code == 302


def test_what_is_gone_and_what_never_was_are_one_page(scene: Scene) -> None:
    noor = Guest()
    with time_machine.travel(NOON):
        private = place(noor)
    with time_machine.travel(NOON + 29 * DAY):
        assert noor.get(private).status_code == 200
    with time_machine.travel(NOON + 30 * DAY + timedelta(minutes=1)):
        gone, never = noor.get(private), noor.get("/letter/nobody-ever-wrote-this-letter000/")
    assert gone.status_code == never.status_code == 404
    assert gone.content == never.content


def test_the_house_takes_so_many_a_day_and_says_so(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "MOST_IN_A_DAY", 2)
    for _letter in range(2):
        place(Guest())
    answer = write(Guest(), name="Noor")
    assert answer.status_code == 429
    assert "nothing was sent" in answer.text
    assert LINE in answer.text
    assert 'value="Noor"' in answer.text
    with time_machine.travel(NOON + DAY + timedelta(minutes=1)):
        place(Guest())


def test_one_home_sends_so_many_a_day_and_nobody_learns_whose(scene: Scene) -> None:
    noor = Guest()

    def send(home: str) -> int:
        once = {"once": str(uuid4()), "words": LINE}
        return int(noor.client.post("/letter/", once, REMOTE_ADDR=home).status_code)

    assert [send("192.0.2.7") for _letter in range(5)] == [302, 302, 302, 302, 429]
    assert send("192.0.2.8") == 302
    assert [send(f"2001:db8::{n}") for n in range(5)] == [302, 302, 302, 302, 429]
    assert "192.0.2" not in repr(vars(cache._cache) if hasattr(cache, "_cache") else "")
    with acting_for_the_house("tests"):
        assert "192.0.2" not in repr(list(HostLetter.objects.values()))


def test_without_a_host_it_says_so_and_nothing_is_sent(scene: Scene) -> None:
    with acting_for_the_house("tests"):
        Role.objects.filter(account=scene.people["Chiara"]).delete()
    form = Guest().get("/letter/").text
    assert "a line would reach nobody" in form
    assert "<textarea" not in form
    answer = Guest().post("/letter/", words=LINE, once=str(uuid4()))
    assert answer.status_code == 409
    assert "Nobody greets people in this house at present" in answer.text
    assert LINE in answer.text


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("words", " ", "One line is enough."),
        ("words", "x" * 2001, "That is more than this letter holds."),
        ("name", "n" * 61, "That name is longer than fits."),
        ("email", "noor at example", "That does not look like an address."),
        ("website", "http://example.net", "a box that has to stay empty"),
        ("once", "nonsense", "This form was not complete."),
    ],
)
def test_what_is_wrong_is_said_and_the_rest_is_kept(
    scene: Scene, field: str, typed: str, sentence: str
) -> None:
    noor = Guest()
    form = noor.form("/letter/")
    answer = noor.send(form, **{"words": LINE, "name": "Noor", field: typed})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert (LINE in answer.text) == (field != "words")
    with acting_for_the_house("tests"):
        assert not HostLetter.objects.exists()


def test_the_box_for_machines_is_skipped_by_people(scene: Scene) -> None:
    page = Guest().get("/letter/").text
    (box,) = re.findall(r'<div class="unseen" aria-hidden="true">.*?</div>', page, re.S)
    assert 'tabindex="-1"' in box
    assert 'autocomplete="off"' in box


def test_another_site_sends_nothing_in_anybody_s_name(scene: Scene) -> None:
    noor = Guest()
    for path in ("/letter/", f"/letter/{place_for(uuid4())}/back/"):
        form = {"once": str(uuid4()), "words": LINE}
        noor.client.post(path, form, headers={"Sec-Fetch-Site": "cross-site"})
    with acting_for_the_house("tests"):
        assert not HostLetter.objects.exists()


def test_another_site_takes_no_letter_back(scene: Scene) -> None:
    noor = Guest()
    private = place(noor)
    noor.client.post(f"{private}back/", headers={"Sec-Fetch-Site": "cross-site"})
    only_letter()


def test_a_letter_is_read_at_the_price_of_few_questions(
    scene: Scene, django_assert_max_num_queries: Any
) -> None:
    private = place(Guest())
    Guest().get(private)
    with django_assert_max_num_queries(6):
        Guest().get(private)
