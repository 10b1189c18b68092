"""What someone at a distance says waits folded for the one who keeps it, and for nobody else."""

import re
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.circles import actions as circles
from openchair.circles.models import Seat
from openchair.kernel.guard import acting_for_the_house
from openchair.sharing import actions
from openchair.sharing.models import Answer, Need, Share, ShareKind
from openchair.sharing.namelessness import take_name_off
from openchair.testing.scenes import Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest

TOWEL, TEA, WALK = "a wet towel", "Tea is on.", "Shall we walk?"
FOLD = "Something Dev said"
TOKENS = re.compile(r'name="(once|csrfmiddlewaretoken)" value="[^"]*"')


@pytest.fixture
def tea(scene: Scene) -> Share:
    """Ama says something, and Dev and Els answer and see it."""
    scene.say("tea", "Ama", "Tuesday", TEA, ago=scene.at - scene.at)
    for name in ("Dev", "Els"):
        actor = scene.people[name]
        actions.witness(actor, as_read_by(actor, scene.words["tea"]), at=scene.at)
    dev = scene.people["Dev"]
    actions.answer(dev, as_read_by(dev, scene.words["tea"]), words=WALK, at=scene.at)
    return scene.words["tea"]


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def keep(scene: Scene, by: str = "Ama", of: str = "Dev") -> None:
    actor = scene.people[by]
    seats = Seat.objects.for_viewer(actor).filter(circle=scene.tables["Tuesday"].pk)
    other = seats.get(account=scene.people[of])
    circles.keep_distance(actor, scene.seat(by, "Tuesday"), other, at=scene.at)


def read(scene: Scene, name: str, page: str = "") -> str:
    return str(Guest(scene.people[name]).get(f"{table(scene)}{page}").text)


def article(page: str, share: Share) -> str:
    """One share as it stands on the page."""
    found = re.search(rf'<article class="share" id="said-{share.pk}".*?</article>', page, re.S)
    assert found
    return found[0]


def unfolded(page: str) -> str:
    """What stands there before anything is opened: nothing that a closed fold holds but its summary."""
    shown, inside = [], 0
    for part in re.split(r"(<details[^>]*>|</details>|<summary>.*?</summary>)", page, flags=re.S):
        if part.startswith("<details"):
            inside += "open" not in part
        elif part == "</details>":
            inside -= 1
        elif not inside or (part.startswith("<summary>") and inside == 1):
            shown.append(part)
    return "".join(shown)


def test_their_words_are_a_name_and_a_time_until_they_are_opened(scene: Scene) -> None:
    before = article(read(scene, "Ama"), scene.words["towel"])
    assert TOWEL in unfolded(before)
    keep(scene)
    said = article(read(scene, "Ama"), scene.words["towel"])
    assert TOWEL in said
    shown = " ".join(re.sub(r"<[^>]+>", " ", unfolded(said)).split())
    assert shown == f"Dev last night {FOLD}"
    assert TOWEL not in unfolded(said)
    assert "not okay" not in unfolded(said)
    assert "Come and sit, I have tea." not in unfolded(said)  # nor my answer under it


def test_everyone_else_reads_them_as_ever(scene: Scene) -> None:
    keep(scene)
    for name in ("Dev", "Els", "Noor"):
        assert TOWEL in unfolded(article(read(scene, name), scene.words["towel"]))
        assert FOLD not in read(scene, name)


def test_their_answers_and_i_see_you_wait_under_mine(scene: Scene, tea: Share) -> None:
    assert "Dev and Els see you." in read(scene, "Ama")
    keep(scene)
    said = article(read(scene, "Ama"), tea)
    shown = unfolded(said)
    assert "Els sees you." in shown
    assert "Dev sees you." not in shown
    assert '<p class="witness">I see you</p>' in said
    assert "Something from Dev" in shown
    assert WALK in said
    assert WALK not in shown
    assert FOLD in shown
    assert "Answer back" in shown


def test_answering_back_and_taking_back_are_as_ever(scene: Scene, tea: Share) -> None:
    keep(scene)
    ama = Guest(scene.people["Ama"])
    assert ama.fill(table(scene), f"/words/{tea.pk}/answers/", words="Soon.").status_code == 302
    assert "Soon." in read(scene, "Dev")
    towel = f"/words/{scene.words['towel'].pk}/"
    assert ama.press(table(scene), f"{towel}seen/").status_code == 302
    assert ama.press(table(scene), f"/words/{tea.pk}/taking-back/").status_code == 302
    assert TEA not in read(scene, "Dev")


def test_their_answers_wait_under_others_words_too(scene: Scene) -> None:
    soup = "There is soup."
    scene.say("broth", "Els", "Tuesday", soup, ago=scene.at - scene.at)
    dev = scene.people["Dev"]
    actions.answer(dev, as_read_by(dev, scene.words["broth"]), words=WALK, at=scene.at)
    keep(scene)
    said = article(read(scene, "Ama"), scene.words["broth"])
    assert soup in unfolded(said)
    assert WALK not in unfolded(said)
    assert WALK in said


def test_the_page_of_a_day_is_the_same(scene: Scene) -> None:
    keep(scene)
    said = article(read(scene, "Ama", "days/2026-03-03/"), scene.words["towel"])
    assert TOWEL in said
    assert TOWEL not in unfolded(said)
    dev = article(read(scene, "Dev", "days/2026-03-03/"), scene.words["towel"])
    assert TOWEL in unfolded(dev)


def test_no_more_distance_opens_all_of_it(scene: Scene, tea: Share) -> None:
    before = plain(read(scene, "Ama"))
    keep(scene)
    assert plain(read(scene, "Ama")) != before
    circles.no_more_distance(
        scene.people["Ama"], scene.seat("Ama", "Tuesday"), scene.people["Dev"].pk
    )
    assert plain(read(scene, "Ama")) == before


def plain(page: str) -> str:
    return TOKENS.sub("", page)


def test_who_left_with_the_door_open_stays_folded(scene: Scene) -> None:
    keep(scene)
    circles.leave(scene.people["Dev"], scene.seat("Dev", "Tuesday"), at=scene.at)
    said = article(read(scene, "Ama"), scene.words["towel"])
    assert TOWEL not in unfolded(said)
    assert FOLD in said


def test_words_without_a_name_are_never_folded(scene: Scene) -> None:
    """Folding them would say whose they are."""
    keep(scene)
    take_name_off(scene.people["Dev"], scene.tables["Tuesday"].pk)
    page = read(scene, "Ama")
    assert TOWEL in unfolded(article(page, scene.words["towel"]))
    assert FOLD not in page


def test_words_taken_back_are_no_fold(scene: Scene) -> None:
    keep(scene)
    dev = scene.people["Dev"]
    actions.take_back(dev, as_read_by(dev, scene.words["towel"]), at=scene.at)
    said = article(read(scene, "Ama"), scene.words["towel"])
    assert "Words taken back." in unfolded(said)
    assert FOLD not in said


OF_DEV = ("", "distance/", "days/2026-03-03/", "ours/", "looking-after/", "room/")


def pages_of_dev(scene: Scene) -> dict[str, tuple[str, int]]:
    dev, found = Guest(scene.people["Dev"]), {}
    for page in [*(f"{table(scene)}{end}" for end in OF_DEV), "/today/", "/mine/", "/mine/words/"]:
        dev.get(page)
        with CaptureQueriesContext(connection) as asked:
            answer = dev.get(page)
        assert answer.status_code == 200, page
        found[page] = (plain(answer.text), len(asked))
    return found


def test_the_other_s_pages_are_byte_for_byte_the_same(scene: Scene, tea: Share) -> None:
    before = pages_of_dev(scene)
    keep(scene)
    assert pages_of_dev(scene) == before


def answers_of_dev(scene: Scene, share: UUID) -> tuple[int, int, str]:
    dev = Guest(scene.people["Dev"])
    form = dev.form(table(scene), f"/words/{share}/answers/")
    with CaptureQueriesContext(connection) as asked:
        answer = dev.send(form, words="And more.")
    return len(asked), answer.status_code, answer["Location"]


def test_the_other_s_answer_costs_and_says_the_same(scene: Scene, tea: Share) -> None:
    before = answers_of_dev(scene, tea.pk)
    keep(scene)
    assert answers_of_dev(scene, tea.pk) == before
    with acting_for_the_house("laying a scene"):
        assert Answer.objects.filter(share=tea.pk, author=scene.people["Dev"]).count() == 3


def test_it_costs_the_keeper_s_page_no_query(scene: Scene, tea: Share) -> None:
    asked = []
    for _time in range(2):
        ama = Guest(scene.people["Ama"])
        ama.get(table(scene))
        with CaptureQueriesContext(connection) as queries:
            ama.get(table(scene))
        asked.append(len(queries))
        keep(scene)
    assert asked[0] == asked[1]


def test_one_tap_opens_their_words_with_their_answers_under_them(scene: Scene) -> None:
    keep(scene)
    said = article(read(scene, "Ama"), scene.words["towel"])
    assert said.count(FOLD) == 1
    assert "I would like that." in said


def test_an_opening_is_read_inside_the_fold(scene: Scene) -> None:
    scene.say(
        "again",
        "Dev",
        "Tuesday",
        "Well.",
        kind=ShareKind.NOT_OKAY,
        need=Need.READ,
        ago=scene.at - scene.at,
    )
    keep(scene)
    said = article(read(scene, "Ama"), scene.words["again"])
    assert said.count("I’m not okay") == 1
