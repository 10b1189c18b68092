"""After an older copy was put back, what was erased since is erased again. `journeys.again`."""

from collections.abc import Iterator
from typing import Any

import pytest

from openchair.journeys import again
from openchair.kernel import sealed
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.ledger import note_erased, note_forgotten
from openchair.kernel.models import Draft
from openchair.people.models import Account, Person, Session
from openchair.sharing.models import Answer, Share
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest


@pytest.fixture(autouse=True)
def restored(scene: Scene) -> Iterator[None]:
    """The mark a restore leaves until all of it is done."""
    again.mark().touch()
    yield
    again.mark().unlink(missing_ok=True)


def a_share(scene: Scene, name: str) -> Share:
    with acting_for_the_house("erasing words"):
        return Share.objects.filter(author=scene.people[name]).order_by("said_at")[0]


def test_without_a_restore_nothing_is_touched(scene: Scene) -> None:
    share = a_share(scene, "Ama")
    note_erased("sharing.Share", share.pk, at=NOON)
    again.mark().unlink()
    again.finish_restoring()
    assert a_share(scene, "Ama").words == share.words != ""


def test_erased_words_are_erased_again_and_answers_stay(scene: Scene) -> None:
    share = a_share(scene, "Ama")
    with acting_for_the_house("erasing words"):
        under = list(Answer.objects.filter(share=share.pk).values_list("pk", flat=True))
    note_erased("sharing.Share", share.pk, at=NOON)
    again.finish_restoring()
    with acting_for_the_house("erasing words"):
        there = Share.objects.get(pk=share.pk)
        assert (there.words, there.author_id) == ("", None)
        assert list(Answer.objects.filter(share=share.pk).values_list("pk", flat=True)) == under
    assert not again.mark().exists()


def test_an_erased_answer_is_gone_again(scene: Scene) -> None:
    with acting_for_the_house("erasing words"):
        answer = Answer.objects.all()[0]
    note_erased("sharing.Answer", answer.pk, at=NOON)
    again.finish_restoring()
    with acting_for_the_house("erasing words"):
        assert not Answer.objects.filter(pk=answer.pk).exists()


def test_who_was_forgotten_is_forgotten_again(scene: Scene) -> None:
    bert = scene.people["Bert"]
    note_forgotten(bert.pk, at=NOON)
    again.finish_restoring()
    assert not Account.objects.filter(pk=bert.pk).exists()
    with acting_for_the_house("erasing words"):
        assert not Person.objects.filter(account=bert.pk).exists()
        assert not Share.objects.filter(author=bert.pk).exists()


def test_everybody_signs_in_anew(scene: Scene) -> None:
    ama = Guest(scene.people["Ama"])
    assert ama.get("/today/").status_code == 200
    again.finish_restoring()
    with acting_for_the_house("keeping sessions"):
        assert not Session.objects.exists()
    assert ama.get("/today/").status_code == 302


def test_words_whose_key_was_destroyed_come_back_blank(scene: Scene) -> None:
    ama = scene.people["Ama"]
    Draft.objects.for_viewer(ama).create(account=ama, place="there", words="Half a", kept_at=NOON)
    Draft.objects.for_viewer(ama).create(account=ama, place="here", words="Whole", kept_at=NOON)
    with acting_for_the_house("checking the seals"):
        lying: dict[str, Any] = dict(Draft.objects.values_list("place", "words"))
    sealed.keys.store.destroy([lying["there"].key_id])
    again.finish_restoring()
    drafts = {draft.place: draft.words for draft in Draft.objects.for_viewer(ama)}
    assert drafts["there"] == ""
    assert drafts["here"] == "Whole"
    assert sealed.check() == []


def test_twice_is_once(scene: Scene) -> None:
    share = a_share(scene, "Ama")
    note_erased("sharing.Share", share.pk, at=NOON)
    again.finish_restoring()
    again.mark().touch()
    again.finish_restoring()
    with acting_for_the_house("erasing words"):
        assert Share.objects.get(pk=share.pk).words == ""
