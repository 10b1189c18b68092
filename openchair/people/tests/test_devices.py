"""Where someone is signed in: in plain words, ended one by one or all, on an own or a shared device."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.backends.base import CreateError, UpdateError

from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions, devices, policy, queries
from openchair.people.models import Account, Session
from openchair.people.session_store import SessionStore, key_of
from openchair.people.tests.test_coming_back_in import ask, code_for
from openchair.testing.scenes import Scene
from tests.guest import Guest

PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:130.0) Gecko/130.0 Firefox/130.0"
QUARTER = timedelta(minutes=15)


def come(scene: Scene, name: str, device: str, agent: str = PHONE) -> Guest:
    guest = Guest()
    guest.client.defaults |= {"HTTP_USER_AGENT": agent, "REMOTE_ADDR": "203.0.113.77"}
    page = ask(guest, scene.people[name])
    guest.fill(page, code=code_for(scene.people[name]), device=device)
    return guest


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (PHONE, "Firefox on Android"),
        ("Mozilla/5.0 (X11; CrOS x86_64) Chrome/120 Safari/537", "Chrome on ChromeOS"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17 Safari/604", "Safari on iPhone"),
        ("Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) CriOS/120 Safari/604", "Chrome on iPad"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14) Safari/605", "Safari on Mac"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120", "Edge on Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 OPR/99", "Opera on Windows"),
        ("Mozilla/5.0 (Linux; Android 13; SM-S911B) SamsungBrowser/22 Chrome/111", "Samsung Internet on Android"),
        ("curl/8.0", "A browser"),
        ("something on Linux", "Linux"),
        ("", "A browser"),
    ],
)  # fmt: skip
def test_a_device_is_named_by_its_families_alone(agent: str, words: str) -> None:
    assert devices.in_words(*devices.families(agent)) == words


def test_the_list_says_what_and_since_when_and_nothing_of_where(scene: Scene) -> None:
    come(scene, "Ama", "own")
    page = Guest(scene.people["Ama"]).get("/mine/devices/").text
    assert "Firefox on Android" in page
    assert "since this" in page
    assert "this one" in page
    with acting_for_the_house("looking at what lies there"):
        lying = repr(list(Session.objects.values("data", "key")))
    for plain in ("203.0.113", "Firefox", "Android", "rv:130"):
        assert plain not in lying
    for row in queries.signed_in_at(scene.people["Ama"], None):
        assert "203.0.113" not in repr(row)


def test_the_key_in_the_table_opens_nothing(scene: Scene) -> None:
    guest = come(scene, "Ama", "own")
    cookie = guest.client.cookies[settings.SESSION_COOKIE_NAME].value
    with acting_for_the_house("looking at what lies there"):
        keys = list(Session.objects.values_list("key", flat=True))
    assert cookie not in keys
    thief = Guest()
    for key in keys:
        thief.client.cookies[settings.SESSION_COOKIE_NAME] = key
        assert thief.get("/today/").status_code == 302


def test_one_is_ended_elsewhere_at_once(scene: Scene) -> None:
    phone, here = come(scene, "Ama", "own"), Guest(scene.people["Ama"])
    other = next(d for d in queries.signed_in_at(scene.people["Ama"], None) if d.began)
    form = here.form("/mine/devices/", f"/mine/devices/{other.id}/end/")
    assert phone.get("/today/").status_code == 200
    assert here.send(form)["Location"] == "/mine/devices/"
    assert phone.get("/today/").status_code == 302
    assert here.get("/today/").status_code == 200
    assert here.send(form).status_code == 303


def test_nobody_ends_another_s(scene: Scene) -> None:
    come(scene, "Ama", "own")
    (device,) = queries.signed_in_at(scene.people["Ama"], None)
    els = Guest(scene.people["Els"])
    token = "11111111-1111-4111-8111-111111111111"
    assert els.post(f"/mine/devices/{device.id}/end/", once=token).status_code == 404
    assert not actions.end_session(scene.people["Els"], device.id)
    assert len(queries.signed_in_at(scene.people["Ama"], None)) == 1


def test_all_others_or_all_are_ended(scene: Scene) -> None:
    ama = scene.people["Ama"]
    phone, laptop, here = come(scene, "Ama", "own"), Guest(ama), Guest(ama)
    bert = Guest(scene.people["Bert"])
    assert here.press("/mine/devices/", "/mine/devices/others/end/").status_code == 302
    assert [one.get("/today/").status_code for one in (phone, laptop, here)] == [302, 302, 200]
    answer = here.press("/mine/devices/", "/mine/devices/all/end/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert here.get("/today/").status_code == 302
    assert bert.get("/today/").status_code == 200
    assert queries.signed_in_at(ama, None) == []


def test_who_has_no_other_key_keeps_this_one(scene: Scene) -> None:
    omar = scene.people["Omar"]
    omar.email = None
    omar.save()
    here = Guest(omar)
    assert "your only keys" in here.get("/mine/devices/").text
    token = "11111111-1111-4111-8111-111111111112"
    answer = here.post("/mine/devices/all/end/", once=token)
    assert answer.status_code == 409
    assert here.get("/today/").status_code == 200
    assert policy.why_not_sign_out_everywhere(scene.people["Ama"]) is None


def test_whoever_has_no_other_key_reads_what_signing_out_means(scene: Scene) -> None:
    omar = scene.people["Omar"]
    omar.email = None
    omar.save()
    here = Guest(omar)
    answer = here.press("/mine/", "/sign-out/")
    assert answer["Location"] == "/sign-out/last-key/"
    page = here.get("/sign-out/last-key/").text
    assert "This browser is your only key" in page
    assert "Leave an e-mail address first" in page
    assert here.is_signed_in
    assert here.fill("/sign-out/last-key/", "/sign-out/", for_good="yes").status_code == 302
    assert not here.is_signed_in


def test_whoever_left_an_address_signs_out_in_one_press(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    assert "only key" not in ama.get("/sign-out/last-key/").text
    assert ama.press("/mine/", "/sign-out/")["Location"] == "/"
    assert not ama.is_signed_in


def test_a_shared_device_is_signed_out_after_a_quarter_of_an_hour(scene: Scene) -> None:
    with time_machine.travel(scene.at, tick=False) as clock:
        guest = come(scene, "Ama", "shared")
        cookie = guest.client.cookies[settings.SESSION_COOKIE_NAME]
        assert not cookie["max-age"]
        assert not cookie["expires"]
        for _page in range(3):
            clock.shift(QUARTER - timedelta(seconds=90))
            assert guest.get("/today/").status_code == 200
        assert "on a shared device" in guest.get("/mine/devices/").text
        clock.shift(QUARTER + timedelta(seconds=1))
        assert guest.get("/today/").status_code == 302


@pytest.mark.parametrize(("said", "still"), [("own", True), ("shared", False), ("", False)])
def test_an_own_device_stays_and_no_answer_is_a_shared_one(
    scene: Scene, said: str, still: bool
) -> None:
    with time_machine.travel(scene.at, tick=False) as clock:
        guest = come(scene, "Ama", said)
        clock.shift(timedelta(days=60))
        assert (guest.get("/today/").status_code == 200) is still


def test_an_ended_session_does_not_come_back(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    session: Any = guest.client.session
    session["x"] = 1
    actions.end_all_sessions(scene.people["Ama"])
    with pytest.raises(UpdateError):
        session.save()
    assert SessionStore(session.session_key).load() == {}


def test_old_sessions_are_forgotten_and_no_key_is_used_twice(scene: Scene) -> None:
    guest = Guest(scene.people["Ama"])
    session: Any = guest.client.session
    with pytest.raises(CreateError):
        session.save(must_create=True)
    assert session.exists(session.session_key)
    with time_machine.travel(scene.at + timedelta(days=91)):
        SessionStore.clear_expired()
    assert not session.exists(session.session_key)


def test_a_visitor_s_session_is_kept_for_a_week_and_is_nobody_s(scene: Scene) -> None:
    session = SessionStore()
    session["x"] = 1
    session.save()
    with acting_for_the_house("looking at what lies there"):
        row = Session.objects.get(key=key_of(session.session_key))
        days = (row.expires_at - scene.at).days
    assert row.account_id is None
    assert days in {6, 7}
    assert not Session.objects.for_viewer(Account()).filter(pk=row.pk).exists()
