"""Looking for words: in what one may read, in whatever letters, kept nowhere (I-3, I-8)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openchair.circles import actions as circles
from openchair.circles.models import Seat
from openchair.people import actions as people
from openchair.sharing import actions, looking
from openchair.sharing.models import AnswerKind, Audience, Need, ShareKind
from openchair.testing.scenes import Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest

RAIN = "Rain on my father’s greenhouse all afternoon. The Kärntner radio said it would."


def page(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/looking/"


def look(scene: Scene, name: str, words: str) -> str:
    return str(Guest(scene.people[name]).fill(page(scene), words=words).text)


@pytest.fixture
def told(scene: Scene) -> Scene:
    scene.say("rain again", "Ama", "Tuesday", RAIN, ago=timedelta(days=9))
    return scene


@pytest.mark.parametrize(
    "words", ["greenhouse", "GREENHOUSE rain", "karntner", "Kärntner", "ouse all", "father’s"]
)
def test_words_are_found_in_whatever_letters_and_in_any_order(told: Scene, words: str) -> None:
    text = look(told, "Dev", words)
    assert "<mark>" in text
    assert f"/words/{told.words['rain again'].pk}/" in text
    assert "That is all." in text


def test_all_of_the_words_have_to_stand_there(told: Scene) -> None:
    text = look(told, "Dev", "greenhouse snow")
    assert "<mark>" not in text
    assert "Nothing you can read at this table holds these words." in text


def test_an_answer_is_found_and_leads_to_what_it_stands_under(told: Scene) -> None:
    dev = told.people["Dev"]
    share = as_read_by(dev, told.words["rain again"])
    actions.answer(dev, share, words="Ours has a cracked pane too.", at=told.at)
    text = look(told, "Ama", "cracked pane")
    assert "Dev" in text
    assert f"/words/{share.pk}/" in text


def test_nobody_finds_what_was_said_to_others(told: Scene) -> None:
    ama, seat = told.people["Ama"], told.seat("Ama", "Tuesday")
    for words, audience, readers in (
        ("A marigold, for Dev.", Audience.CHOSEN, {told.people["Dev"].pk}),
        ("Marigold alone.", Audience.ONLY_ME, set()),
    ):
        actions.say(
            ama,
            seat,
            words=words,
            kind=ShareKind.JUST_WORDS,
            need=Need.READ,
            audience=audience,
            readers=readers,
            at=told.at,
        )
    assert look(told, "Ama", "marigold").count("<mark>") == 2
    assert look(told, "Dev", "marigold").count("<mark>") == 1
    assert "<mark>" not in look(told, "Els", "marigold")


def test_an_idea_that_waits_is_found_by_nobody_but_who_wrote_it(told: Scene) -> None:
    dev = told.people["Dev"]
    share = as_read_by(dev, told.words["rain again"])
    actions.answer(dev, share, words="Try putty on it.", kind=AnswerKind.IDEA, at=told.at)
    assert "<mark>" in look(told, "Dev", "putty")
    assert "<mark>" not in look(told, "Ama", "putty")
    assert "<mark>" not in look(told, "Els", "putty")


def test_words_taken_back_are_found_by_nobody(told: Scene) -> None:
    ama = told.people["Ama"]
    actions.take_back(ama, as_read_by(ama, told.words["rain again"]), at=told.at)
    for name in ("Ama", "Dev"):
        assert "<mark>" not in look(told, name, "greenhouse")


def test_nobody_finds_the_words_of_whoever_is_kept_apart(told: Scene) -> None:
    people.block(told.people["Dev"], told.people["Ama"], at=told.at)
    assert "<mark>" not in look(told, "Dev", "greenhouse")
    assert "<mark>" in look(told, "Els", "greenhouse")


def test_behind_a_warning_and_at_a_distance_the_place_is_told_and_not_the_words(
    told: Scene,
) -> None:
    ama, dev = told.people["Ama"], told.people["Dev"]
    actions.say(
        ama,
        told.seat("Ama", "Tuesday"),
        words="The hospital smelled of tangerines.",
        warning="About the hospital",
        kind=ShareKind.JUST_WORDS,
        need=Need.READ,
        audience=Audience.CIRCLE,
        at=told.at,
    )
    text = look(told, "Dev", "tangerines")
    assert "About the hospital" in text
    assert "tangerines" not in text.replace('value="tangerines"', "")
    seats = Seat.objects.for_viewer(dev).filter(circle=told.tables["Tuesday"].pk)
    circles.keep_distance(dev, told.seat("Dev", "Tuesday"), seats.get(account=ama.pk), at=told.at)
    text = look(told, "Dev", "greenhouse")
    assert f"/words/{told.words['rain again'].pk}/" in text
    assert "<mark>" not in text


def test_an_empty_line_is_asked_for_a_word(told: Scene) -> None:
    reply = Guest(told.people["Dev"]).fill(page(told), words=" \u200b ")
    assert reply.status_code == 422
    assert "Write a word or two that you remember" in reply.text


def test_a_word_of_signs_alone_is_found_nowhere(told: Scene) -> None:
    assert "<mark>" not in look(told, "Dev", "\u0301")


def test_what_is_looked_for_is_kept_nowhere(told: Scene, caplog: pytest.LogCaptureFixture) -> None:
    guest = Guest(told.people["Dev"])
    form = guest.form(page(told))
    with CaptureQueriesContext(connection) as asked:
        guest.send(form, words="greenhouse")
    wrote = [one["sql"] for one in asked if one["sql"].startswith(("INSERT", "UPDATE"))]
    assert not [sql for sql in wrote if "greenhouse" in sql]
    assert "greenhouse" not in caplog.text
    assert "greenhouse" not in str(dict(guest.client.session))


def test_the_queries_are_the_same_however_much_there_is(told: Scene) -> None:
    guest = Guest(told.people["Dev"])
    form = guest.form(page(told))

    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            guest.send(form, words="greenhouse")
        return len(asked)

    few = queries()
    for number in range(2 * looking.SHOWN):
        told.say(f"more {number}", "Ama", "Tuesday", RAIN, ago=timedelta(days=number))
    text = str(guest.send(form, words="greenhouse").text)
    assert queries() == few
    assert text.count("<mark>") == looking.SHOWN
    assert "These are the newest." in text


@pytest.mark.parametrize(
    ("words", "looked_for", "said"),
    [
        (
            "Straße am Fluß",
            ("strasse",),
            [("", False), ("", False), ("Straße", True), (" am Fluß", False)],
        ),
        (
            "ﬁne ﬁg",
            ("fi",),
            [("", False), ("", False), ("ﬁ", True), ("ne ", False), ("ﬁ", True), ("g", False)],
        ),
        ("שָׁלוֹם לך", ("שלום",), [("", False), ("", False), ("שָׁלוֹם", True), (" לך", False)]),
    ],
)
def test_what_was_found_is_marked_as_it_is_written(
    words: str, looked_for: tuple[str, ...], said: list[tuple[str, bool]]
) -> None:
    assert list(looking._around(words, looked_for)) == said


def test_a_long_text_is_shown_around_the_word_and_cuts_none_in_two() -> None:
    long = "one two three " * 40 + "greenhouse " + "four five six " * 40
    text = "".join(piece for piece, _is_it in looking._around(long, ("greenhouse",)))
    assert text.startswith("… ")
    assert text.endswith(" …")
    assert len(text) <= 2 * looking.AROUND + 20
    assert set(text.split()) <= {*long.split(), "…"}
