"""Leaving with one's words, and letters about what can no longer be seen."""

from datetime import timedelta

from openchair.circles import actions as circles
from openchair.delivery.models import Kind, Letter
from openchair.journeys import leaving, sending
from openchair.journeys.leaving import WordsGo
from openchair.people import actions as people
from openchair.people.models import Account
from openchair.sharing import actions as sharing
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind
from openchair.testing.scenes import Scene
from tests.guest import Guest


def say(scene: Scene, name: str) -> Share:
    return sharing.say(
        scene.people[name],
        scene.seat(name, "Tuesday"),
        words="A long day.",
        kind=ShareKind.JUST_WORDS,
        need=Need.READ,
        audience=Audience.CIRCLE,
        at=scene.at,
    )


def answer(scene: Scene, name: str, share: Share) -> Answer:
    read = Share.objects.for_viewer(scene.people[name]).get(pk=share.pk)
    return sharing.answer(scene.people[name], read, words="I hear you.", at=scene.at)


def left_over(account: Account, row: Answer) -> str:
    return Answer.objects.for_viewer(account).get(pk=row.pk).words


def test_words_go_along_also_from_under_those_of_someone_kept_apart(scene: Scene) -> None:
    els = scene.people["Els"]
    row = answer(scene, "Els", say(scene, "Bert"))
    people.block(els, scene.people["Bert"], at=scene.at)
    leaving.leave(els, scene.seat("Els", "Tuesday"), words=WordsGo.WITH_ME, at=scene.at)
    assert left_over(els, row) == ""


def test_words_go_along_also_from_before_one_came_back(scene: Scene) -> None:
    els, later = scene.people["Els"], scene.at + timedelta(days=2)
    row = answer(scene, "Els", say(scene, "Bert"))
    leaving.leave(els, scene.seat("Els", "Tuesday"), words=WordsGo.STAY, at=scene.at)
    circles.come_back(els, scene.seat("Els", "Tuesday"), at=later)
    leaving.leave(els, scene.seat("Els", "Tuesday"), words=WordsGo.WITH_ME, at=later)
    assert left_over(els, row) == ""


def test_a_letter_from_who_left_opens_nothing(scene: Scene) -> None:
    ama = scene.people["Ama"]
    circle, letter = circles.start_with_one(
        ama, name="two cups", sentence="My own words to you.", at=scene.at
    )
    address = f"/i/{letter.token}/"
    assert "My own words to you." in Guest().get(address).text
    seat = circles.seat_of(ama, circle.pk)
    assert seat
    leaving.leave(ama, seat, words=WordsGo.WITH_ME, at=scene.at)
    answer = Guest().get(address)
    assert answer.status_code == 404
    assert "My own words to you." not in answer.text


def letter_about(scene: Scene, name: str) -> Letter:
    letters = Letter.objects.for_viewer(scene.people[name]).filter(kind=Kind.SOMETHING)
    found = letters.order_by("-written_at").first()
    assert found
    return found


def test_no_mail_leaves_about_an_answer_from_before_a_block(scene: Scene) -> None:
    answer(scene, "Els", say(scene, "Bert"))
    letter = letter_about(scene, "Bert")
    assert sending.is_there_still_something(letter)
    people.block(scene.people["Els"], scene.people["Bert"], at=scene.at)
    assert not sending.is_there_still_something(letter)


def test_no_mail_leads_to_an_empty_page(scene: Scene) -> None:
    """Seen, and then taken back; answered, and then left: nothing stands inside about either."""
    share, els = say(scene, "Bert"), scene.people["Els"]
    sharing.witness(els, Share.objects.for_viewer(els).get(pk=share.pk), at=scene.at)
    letter = letter_about(scene, "Bert")
    assert sending.is_there_still_something(letter)
    sharing.take_back(scene.people["Bert"], share, at=scene.at)
    assert not sending.is_there_still_something(letter)


def test_no_mail_to_who_left_the_table(scene: Scene) -> None:
    answer(scene, "Els", say(scene, "Bert"))
    letter = letter_about(scene, "Bert")
    leaving.leave(
        scene.people["Bert"], scene.seat("Bert", "Tuesday"), words=WordsGo.STAY, at=scene.at
    )
    assert not sending.is_there_still_something(letter)
