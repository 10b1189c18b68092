"""A copy to take along: everything of one's own, nothing of others, for its owner alone."""

import io
import json
import secrets
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import html5lib
import pytest
from asgiref.sync import async_to_sync
from django.utils import timezone

from openchair.delivery.models import Kind, Letter
from openchair.journeys import copying, sending
from openchair.journeys.models import Copy
from openchair.journeys.sealed_file import LENGTH
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.sharing.models import Share
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

TAKE, FILE = "/mine/words/copy/", "/mine/words/copy/file/"
RAIN = "It is raining and he would have liked it"
HOSTILE = (
    "</div><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\ufeff “quoted” \\ \n\nnext"
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Without haste: a slow machine makes the copy in one turn too."""
    monkeypatch.setattr(copying, "A_MOMENT", 60.0)
    monkeypatch.setattr(copying, "folder", lambda: tmp_path / "copies")
    yield tmp_path
    copying._in_hand.clear()


def the_file(guest: Guest) -> zipfile.ZipFile:
    answer = guest.get(FILE)
    assert answer.status_code == 200
    return zipfile.ZipFile(io.BytesIO(async_to_sync(whole)(answer)))


async def whole(answer: Any) -> bytes:
    return b"".join([piece async for piece in answer])


def make(account: Account) -> Guest:
    guest = Guest(account)
    assert guest.fill(TAKE).status_code == 302
    copying.go_on(timezone.now())
    return guest


def say(scene: Scene, name: str, words: str, number: int = 1) -> None:
    with acting_for_the_house("laying a scene"):
        for one in range(number):
            Share.objects.create(
                circle=scene.tables["Tuesday"],
                author=scene.people[name],
                words=words,
                need="read",
                audience="circle",
                said_at=NOON - timedelta(days=9, minutes=one),
            )


def read_all(scene: Scene, name: str) -> tuple[dict[str, Any], str]:
    file = the_file(make(scene.people[name]))
    return json.loads(file.read("my-words.json")), file.read("my-words.html").decode()


def test_it_holds_one_s_own_words_and_nothing_of_others(scene: Scene) -> None:
    held, page = read_all(scene, "Ama")
    assert [one["words"] for one in held["sharing"]["words"]] == [RAIN]
    assert RAIN in page
    for foreign in ("I slept at my own house.", "I would like that.", "wet towel"):
        assert foreign not in page
        assert foreign not in json.dumps(held, ensure_ascii=False)


def test_hostile_words_stay_words(scene: Scene) -> None:
    say(scene, "Ama", HOSTILE)
    held, page = read_all(scene, "Ama")
    assert HOSTILE in [one["words"] for one in held["sharing"]["words"]]
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert not list(tree.iter("script"))
    assert not list(tree.iter("img"))
    assert "alert(1)" in "".join(tree.itertext())


def test_the_page_asks_nothing_of_the_network(scene: Scene) -> None:
    _held, page = read_all(scene, "Ama")
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert not [one for one in tree.iter() if one.get("src") or one.get("href")]


def test_five_thousand_words_are_all_there(scene: Scene) -> None:
    say(scene, "Ama", "word", 5000)
    guest = Guest(scene.people["Ama"])
    guest.fill(TAKE)
    for _turn in range(60):
        copying.go_on(timezone.now())
    file = the_file(guest)
    assert len(json.loads(file.read("my-words.json"))["sharing"]["words"]) == 5001


def test_while_it_is_made_one_reads_how_far_it_is(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    ama = scene.people["Ama"]
    guest = Guest(ama)
    guest.fill(TAKE)
    monkeypatch.setattr(copying, "A_MOMENT", -1.0)
    copying.go_on(timezone.now())
    assert "Your copy is being made" in guest.get(TAKE).text
    assert guest.get(FILE).status_code == 404
    copying._in_hand.clear()  # the house stops here, and begins anew
    monkeypatch.setattr(copying, "A_MOMENT", 60.0)
    copying.go_on(timezone.now())
    assert "Your copy is ready" in guest.get(TAKE).text
    assert the_file(guest).testzip() is None


def test_its_owner_alone_fetches_it(scene: Scene) -> None:
    make(scene.people["Ama"])
    assert Guest(scene.people["Dev"]).get(FILE).status_code == 404
    assert Guest().get(FILE).status_code == 302


def test_it_lies_sealed(scene: Scene, own_folder: Path) -> None:
    make(scene.people["Ama"])
    (path,) = (own_folder / "copies").glob("*.sealed")
    assert path.stat().st_mode & 0o777 == 0o600
    assert b"raining" not in path.read_bytes()
    assert not zipfile.is_zipfile(path)


def test_asking_twice_is_asking_once(scene: Scene) -> None:
    ama = scene.people["Ama"]
    guest = Guest(ama)
    form = guest.form(TAKE)
    assert guest.send(form)["Location"] == guest.send(form)["Location"]
    copying.ask_for_copy(ama, at=timezone.now())
    assert Copy.objects.for_viewer(ama).count() == 1


def test_after_three_days_it_is_gone(
    scene: Scene, own_folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    guest = make(scene.people["Ama"])
    with django_capture_on_commit_callbacks(execute=True):
        copying.forget_old(timezone.now() + timedelta(days=3, seconds=1))
    assert guest.get(FILE).status_code == 404
    assert not list((own_folder / "copies").iterdir())


def test_a_file_without_a_row_goes(scene: Scene, own_folder: Path) -> None:
    copying.folder().mkdir()
    stray = copying.folder() / "x.sealed"
    stray.write_bytes(b"x")
    copying.forget_old(timezone.now())
    assert not stray.exists()


def test_a_file_that_was_changed_is_not_given_out(scene: Scene, own_folder: Path) -> None:
    guest = make(scene.people["Ama"])
    (path,) = (own_folder / "copies").glob("*.sealed")
    before = path.read_bytes()
    path.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    assert guest.get(FILE).status_code == 404


def test_a_file_that_is_cut_short_is_not_given_out(scene: Scene, own_folder: Path) -> None:
    """Wherever it ends: between two pieces too, and in the length of one."""
    for _one in range(12):
        say(scene, "Ama", secrets.token_hex(8000))
    guest = make(scene.people["Ama"])
    (path,) = (own_folder / "copies").glob("*.sealed")
    whole = path.read_bytes()
    first = LENGTH + int.from_bytes(whole[:LENGTH])
    assert first < len(whole), "more than one piece"
    for end in (0, 2, LENGTH, 100, first, first + 2, first + LENGTH, len(whole) - 1):
        path.write_bytes(whole[:end])
        assert guest.get(FILE).status_code == 404, end
        assert "Your copy is ready" not in guest.get(TAKE).text
    path.write_bytes(whole + b"more")
    assert guest.get(FILE).status_code == 404
    path.write_bytes(whole)
    assert the_file(guest).testzip() is None


def test_who_waited_longer_than_a_moment_is_written_to_once(scene: Scene) -> None:
    ama = scene.people["Ama"]
    copying.ask_for_copy(ama, at=NOON)
    copying.go_on(NOON + timedelta(minutes=2))
    copying.go_on(NOON + timedelta(minutes=3))
    with acting_for_the_house("tests"):
        letter = Letter.objects.get(to=ama, kind=Kind.EXPORT_READY)
    assert sending.is_the_copy_there(letter)


def test_the_letter_is_sent_while_the_copy_is_there(scene: Scene) -> None:
    ama = scene.people["Ama"]
    copy = copying.ask_for_copy(ama, at=timezone.now())
    letter = Letter(to=ama, kind=Kind.EXPORT_READY, about=copy.pk)
    assert not sending.QUESTIONS[Kind.EXPORT_READY](letter)
    copying.go_on(timezone.now())
    assert sending.QUESTIONS[Kind.EXPORT_READY](letter)
    copying.discard(copy)
    assert not sending.QUESTIONS[Kind.EXPORT_READY](letter)
