"""AS-33, as far as words go: hidden three times, and nothing happens to a person by itself.

Its second half, repairs and a talk about removal, waits for the room of repair.
"""

from datetime import timedelta

from openchair.kernel.guard import acting_for_the_house
from openchair.presence import unanswered
from openchair.presence.models import Waiting
from openchair.sharing.models import Share
from openchair.testing.scenes import Scene
from tests.guest import Guest

SAID = ("What I have here.", "How it is done.", "Come with me.")


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def the_seat(scene: Scene) -> tuple[object, ...]:
    seat = scene.seat("Els", "Tuesday")
    return seat.state, seat.standing, seat.paused_until, seat.arrived_at


def say_and_hide(scene: Scene, words: str) -> None:
    els, chiara = scene.people["Els"], Guest(scene.people["Chiara"])
    said = Guest(els).fill(table(scene), words=words, kind="not-okay")
    share = said["Location"].rpartition("#said-")[2]
    assert chiara.fill(f"/words/{share}/hiding/", note="how").status_code == 302


def test_as_33_three_times_hidden_changes_nothing_of_a_seat(scene: Scene) -> None:
    before, els = the_seat(scene), Guest(scene.people["Els"])
    for words in SAID:
        say_and_hide(scene, words)
    assert the_seat(scene) == before
    others = Guest(scene.people["Ama"]).get(table(scene)).text
    for words in SAID:
        assert words not in others
        assert words in els.get(table(scene)).text
    assert els.fill(table(scene), words="I am still here.").status_code == 302
    assert "I am still here." in Guest(scene.people["Ama"]).get(table(scene)).text


def test_as_33_nothing_is_counted_anywhere(scene: Scene) -> None:
    """What stands there once stands there three times; no page says how often."""
    for words in SAID:
        say_and_hide(scene, words)
    for name, page in (
        ("Chiara", table(scene)),
        ("Els", table(scene)),
        ("Harriet", "/listener/hidden/"),
        ("Harriet", "/today/"),
    ):
        read = Guest(scene.people[name]).get(page).text.partition("<main")[2].casefold()
        for number in ("three", "third time", "3 times", "(3)"):
            assert number not in read.replace(SAID[2].casefold(), "")


def test_nobody_is_asked_to_answer_what_nobody_reads(scene: Scene) -> None:
    """Unanswered words: who was asked, and that nobody could be, is not told of what is hidden."""
    say_and_hide(scene, SAID[0])
    unanswered.forget_answered(scene.at)
    unanswered.go_on(scene.at + timedelta(hours=1))
    with acting_for_the_house("laying a scene"):
        share = Share.objects.get(author=scene.people["Els"], said_at__gte=scene.at)
        assert not Waiting.objects.filter(share=share).exists()
