"""Words that stay at a table without the name of whoever said them. spec/model.md 5.7, "On leaving"."""

from datetime import timedelta

import pytest

from openchair.circles import actions as circles
from openchair.delivery.models import Kind, Letter
from openchair.journeys import keeping, leaving
from openchair.journeys.inside import lines_for
from openchair.journeys.leaving import WordsGo
from openchair.kernel.guard import acting_for_the_house
from openchair.sharing import actions as sharing
from openchair.sharing.models import Answer, Audience, Share, ShareKind
from openchair.testing.scenes import Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db

MINE = "/mine/words/"
RAIN = "It is raining and he would have liked it"
TEA = "Come and sit, I have tea."
SOMEONE = "Someone who sat here"
NINETY_DAYS = timedelta(days=90)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


def leave_nameless(scene: Scene, name: str = "Ama") -> None:
    page = f"{table(scene)}leaving/"
    guest = Guest(scene.people[name])
    answer = guest.fill(page, words_go="nameless")
    assert "stay at that table, without your name" in guest.get(answer["Location"]).text


def articles(page: str) -> str:
    """Everything that was said, without the drawing and the list of who sits here."""
    return page.partition('<article class="share"')[2]


def test_the_leaving_page_offers_three_equal_ways(scene: Scene) -> None:
    page = Guest(scene.people["Ama"]).get(f"{table(scene)}leaving/").text
    for words in WordsGo:
        assert f'name="words_go" value="{words}"' in page


def test_the_others_read_the_words_and_not_the_name(scene: Scene) -> None:
    assert "Ama" in articles(Guest(scene.people["Dev"]).get(table(scene)).text)
    leave_nameless(scene)
    for name in ("Dev", "Chiara", "Els"):
        read = articles(Guest(scene.people[name]).get(table(scene)).text)
        assert RAIN in read
        assert TEA in read
        assert SOMEONE in read
        assert "Ama" not in read


def test_the_page_of_one_share_does_not_tell_either(scene: Scene) -> None:
    leave_nameless(scene)
    dev = Guest(scene.people["Dev"])
    page = dev.client.get(f"/words/{scene.words['rain'].pk}/", follow=True).text
    assert "Ama" not in articles(page)


def test_what_only_oneself_can_read_is_left_alone(scene: Scene) -> None:
    leave_nameless(scene, "Els")
    with acting_for_the_house("tests"):
        assert not Share.objects.get(pk=scene.words["private"].pk).nameless


def test_nobody_else_s_name_is_touched(scene: Scene) -> None:
    leave_nameless(scene)
    with acting_for_the_house("tests"):
        for kind in (Share, Answer):
            others = kind.objects.exclude(author=scene.people["Ama"])
            assert not others.filter(nameless=True).exists()


def test_words_at_another_table_keep_their_name(scene: Scene) -> None:
    ama = scene.people["Ama"]
    circle, letter = circles.start_with_one(ama, name="Two", sentence="For two", at=scene.at)
    circles.accept(scene.people["Dev"], letter.token, at=scene.at)
    seat = circles.seat_of(ama, circle.pk)
    assert seat
    said = sharing.say(
        ama,
        seat,
        words="Between us two.",
        kind=ShareKind.JUST_WORDS,
        need=None,
        audience=Audience.CIRCLE,
        at=scene.at,
    )
    leave_nameless(scene)
    said.refresh_from_db()
    assert not said.nameless


def test_their_writer_reads_that_it_is_so_and_erases_them(scene: Scene) -> None:
    leave_nameless(scene)
    ama = Guest(scene.people["Ama"])
    own = ama.get(f"{MINE}tables/{scene.tables['Tuesday'].pk}/").text
    assert RAIN in own
    assert "The others read this without your name." in own
    assert ama.fill(f"/words/{scene.words['rain'].pk}/erasing/").status_code == 302
    read = Guest(scene.people["Dev"]).get(table(scene)).text
    assert RAIN not in read
    assert "Words taken back." in read


def test_their_writer_takes_them_along(scene: Scene) -> None:
    leave_nameless(scene)
    (said,) = keeping.export(scene.people["Ama"])["sharing"]["words"]
    assert (said["words"], said["nameless"]) == (RAIN, True)
    for name in ("Dev", "Els", "Chiara"):
        assert RAIN not in repr(keeping.export(scene.people[name]))


def test_who_comes_back_finds_them_without_a_name(scene: Scene) -> None:
    leave_nameless(scene)
    circles.come_back(scene.people["Ama"], scene.seat("Ama", "Tuesday"), at=scene.at)
    assert "Ama" not in articles(Guest(scene.people["Dev"]).get(table(scene)).text)


def test_leaving_twice_is_leaving_once(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    form = ama.form(f"{table(scene)}leaving/")
    ama.send(form, words_go="nameless")
    ama.send(form, words_go="stay")
    assert "Ama" not in articles(Guest(scene.people["Dev"]).get(table(scene)).text)


def test_a_line_inside_does_not_tell_who_answered(scene: Scene) -> None:
    ama = scene.people["Ama"]
    with acting_for_the_house("tests"):
        answer = Answer.objects.get(author=ama)
        writer = type(ama).objects.get(pk=answer.share.author_id or "")
    letter = Letter(to=writer, kind=Kind.SOMETHING, about=answer.pk)
    assert "Ama" in repr(lines_for(writer, [letter]))
    leave_nameless(scene)
    told = repr(lines_for(writer, [letter]))
    assert f"{SOMEONE} answered your words." in told
    assert "Ama" not in told


def test_a_line_inside_does_not_tell_who_spoke(scene: Scene) -> None:
    dev = scene.people["Dev"]
    letter = Letter(to=dev, kind=Kind.SOMETHING, about=scene.words["rain"].pk)
    leave_nameless(scene)
    told = repr(lines_for(dev, [letter]))
    assert f"{SOMEONE} said something to you." in told
    assert "Ama" not in told


def test_a_passage_is_asked_about_without_the_name(scene: Scene) -> None:
    leave_nameless(scene)
    dev = Guest(scene.people["Dev"])
    found = dev.fill(f"{MINE}passages/", words=RAIN).text
    assert "Ask its writer to take it out" in found
    assert "Ama" not in found
    form = dev.form(f"{MINE}passages/")
    answer = dev.post(
        f"/words/{scene.words['rain'].pk}/passage/", once=form.fields["once"], words=RAIN
    )
    assert answer.status_code == 302


def test_once_the_door_has_closed_no_name_is_left_on_what_stayed(scene: Scene) -> None:
    """Also for those who sit with them at another table, and go on reading their name there."""
    ama, dev = scene.people["Ama"], scene.people["Dev"]
    _circle, letter = circles.start_with_one(ama, name="Two", sentence="For two", at=scene.at)
    circles.accept(dev, letter.token, at=scene.at)
    leaving.leave(ama, scene.seat("Ama", "Tuesday"), words=WordsGo.STAY, at=scene.at)
    assert "Ama" in articles(Guest(dev).get(table(scene)).text)
    leaving.close_doors(scene.at + NINETY_DAYS - timedelta(seconds=1))
    assert "Ama" in articles(Guest(dev).get(table(scene)).text)
    leaving.close_doors(scene.at + NINETY_DAYS)
    read = articles(Guest(dev).get(table(scene)).text)
    assert RAIN in read
    assert "Ama" not in read
