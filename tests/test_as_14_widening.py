"""AS-14: Ama showed words to Dev only, and Dev answered with something about his own brother. Then she
lets the table read them."""

from datetime import timedelta
from uuid import UUID

import pytest

from openchair.sharing import actions
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind
from openchair.testing.scenes import Scene
from openchair.testing.scenes.standing import as_read_by
from tests.guest import Guest

WORDS, ANSWER = "I threw his shoes away today.", "My brother kept a pair in his car for years."
ASKED = "Ama lets more people read words you answered. Your answer stays where it was."
HOUR = timedelta(hours=1)


def table(scene: Scene) -> str:
    return f"/tables/{scene.tables['Tuesday'].pk}/"


@pytest.fixture
def said(scene: Scene) -> Share:
    ama, dev = scene.people["Ama"], scene.people["Dev"]
    share = actions.say(
        ama,
        scene.seat("Ama", "Tuesday"),
        words=WORDS,
        kind=ShareKind.GRIEF,
        need=None,
        audience=Audience.CHOSEN,
        readers=[dev.pk],
        at=scene.at - 3 * HOUR,
    )
    actions.answer(dev, as_read_by(dev, share), words=ANSWER, at=scene.at - 2 * HOUR)
    return share


def page(scene: Scene, name: str) -> str:
    return str(Guest(scene.people[name]).get(table(scene)).text)


def widen(scene: Scene, share: Share, **more: str) -> int:
    ama = Guest(scene.people["Ama"])
    form = ama.form(f"/words/{share.pk}/changing/", f"/words/{share.pk}/changing/")
    return int(ama.send(form, audience="circle", **more).status_code)


def test_before_it_is_between_the_two(scene: Scene, said: Share) -> None:
    for name in ("Bert", "Chiara", "Els", "Lin", "Noor"):
        assert WORDS not in page(scene, name)
        assert ANSWER not in page(scene, name)
    assert "Besides you, Dev may read this." in page(scene, "Ama")
    assert "Said to you alone." in page(scene, "Dev")
    assert "Ama said something to you." in Guest(scene.people["Dev"]).get("/today/").text


def test_as_14_the_answer_stays_behind_until_its_writer_says_yes(scene: Scene, said: Share) -> None:
    assert widen(scene, said) == 302
    assert ANSWER in page(scene, "Ama")
    for name in ("Bert", "Chiara", "Els", "Lin", "Noor"):
        assert WORDS in page(scene, name)
        assert ANSWER not in page(scene, name)
    dev = Guest(scene.people["Dev"])
    assert ASKED in dev.get("/today/").text
    asked = page(scene, "Dev")
    assert ANSWER in asked
    assert "stays with those who could read it then" in asked
    answer = Answer.objects.for_viewer(scene.people["Dev"]).get(
        author=scene.people["Dev"].pk, share=said.pk
    )
    assert dev.press(table(scene), f"/answers/{answer.pk}/along/").status_code == 302
    for name in ("Ama", "Bert", "Chiara", "Els", "Lin", "Noor"):
        assert ANSWER in page(scene, name)
    assert "stays with those who could read it then" not in page(scene, "Dev")


def test_as_14_the_table_cannot_see_that_an_answer_existed(scene: Scene, said: Share) -> None:
    """Byte for byte, but for tokens, as if Dev had never answered."""
    widen(scene, said)
    with_it = _plain(page(scene, "Els"))
    dev = scene.people["Dev"]
    row = Answer.objects.for_viewer(dev).get(author=dev, share=said.pk)
    row.delete()
    assert _plain(page(scene, "Els")) == with_it


def _plain(text: str) -> list[str]:
    tokens = ('name="once"', "csrfmiddlewaretoken")
    return [line for line in text.splitlines() if not any(token in line for token in tokens)]


def test_a_yes_holds_for_those_it_was_said_for(scene: Scene, said: Share) -> None:
    """Narrowed, and opened again: the answer is asked again."""
    dev = scene.people["Dev"]
    els = scene.people["Els"]
    change(scene, said, Audience.CHOSEN, [dev.pk, els.pk], ago=90)
    row = Answer.objects.for_viewer(dev).get(author=dev, share=said.pk)
    assert ANSWER not in page(scene, "Els")
    actions.carry(dev, row, at=scene.at - HOUR)
    assert ANSWER in page(scene, "Els")
    change(scene, said, Audience.CIRCLE, [], ago=30)
    assert ANSWER in page(scene, "Els")
    assert ANSWER not in page(scene, "Lin")


def change(scene: Scene, share: Share, audience: Audience, to: list[UUID], *, ago: int) -> None:
    ama = scene.people["Ama"]
    actions.change(
        ama,
        scene.seat("Ama", "Tuesday"),
        as_read_by(ama, share),
        words=WORDS,
        warning="",
        need=Need.READ,
        audience=audience,
        readers=to,
        at=scene.at - timedelta(minutes=ago),
    )


def test_whoever_answers_meanwhile_is_told_before_it_goes_further(
    scene: Scene, said: Share
) -> None:
    """Dev had the page open when it was between the two."""
    dev = Guest(scene.people["Dev"])
    form = dev.form(table(scene), f"/words/{said.pk}/answers/")
    widen(scene, said)
    told = dev.send(form, words="And I never told anybody.")
    assert told.status_code == 409
    assert "opened to more people" in told.text
    assert "And I never told anybody." in told.text
    assert "And I never told anybody." not in page(scene, "Els")
    form = dev.form(table(scene), f"/words/{said.pk}/answers/")
    assert dev.send(form, words="And I never told anybody.").status_code == 302
    assert "And I never told anybody." in page(scene, "Els")
