"""Two things at once: one tab says something while another leaves, rests, or takes back."""

import pytest

from openchair.circles import actions as circles
from openchair.circles.models import Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.sharing import actions
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind
from openchair.testing.scenes import Scene
from tests.guest import Guest


def say(scene: Scene, name: str, seat: Seat, audience: Audience = Audience.CIRCLE) -> Share:
    return actions.say(
        scene.people[name],
        seat,
        words="Late words.",
        kind=ShareKind.JUST_WORDS,
        need=Need.READ,
        audience=audience,
        at=scene.at,
    )


def test_who_left_in_another_tab_says_nothing_and_stays_gone(scene: Scene) -> None:
    bert = scene.people["Bert"]
    before = scene.seat("Bert", "Tuesday")
    circles.leave(bert, scene.seat("Bert", "Tuesday"), at=scene.at)
    with pytest.raises(Refusal, match="not at this table"):
        say(scene, "Bert", before, Audience.ONLY_ME)
    assert scene.seat("Bert", "Tuesday").state == SeatState.LEFT


def test_saying_something_ends_no_rest_begun_in_another_tab(scene: Scene) -> None:
    bert = scene.people["Bert"]
    before = scene.seat("Bert", "Tuesday")
    circles.rest(bert, scene.seat("Bert", "Tuesday"), word="asleep")
    say(scene, "Bert", before, Audience.ONLY_ME)
    now = scene.seat("Bert", "Tuesday")
    assert (now.state, now.resting_word) == (SeatState.RESTING, "asleep")


def test_a_rest_does_not_bring_back_who_left_in_another_tab(scene: Scene) -> None:
    bert = scene.people["Bert"]
    before = scene.seat("Bert", "Tuesday")
    circles.leave(bert, scene.seat("Bert", "Tuesday"), at=scene.at)
    with pytest.raises(Refusal):
        circles.rest(bert, before, word="")
    with pytest.raises(Refusal):
        circles.be_back(bert, before)
    assert scene.seat("Bert", "Tuesday").state == SeatState.LEFT


def test_a_pause_set_meanwhile_holds(scene: Scene) -> None:
    before = scene.seat("Bert", "Tuesday")
    with acting_for_the_house("a pause"):
        Seat.objects.filter(pk=before.pk).update(state=SeatState.PAUSED)
    with pytest.raises(Refusal, match="paused"):
        say(scene, "Bert", before)
    with pytest.raises(Refusal):
        circles.rest(scene.people["Bert"], before, word="")


def test_no_answer_and_no_seen_lands_under_words_taken_back(scene: Scene) -> None:
    share = say(scene, "Bert", scene.seat("Bert", "Tuesday"))
    els = Guest(scene.people["Els"])
    table = f"/tables/{scene.tables['Tuesday'].pk}/"
    answer = els.form(table, f"/words/{share.pk}/answers/")
    seen = els.form(table, f"/words/{share.pk}/seen/")
    actions.take_back(scene.people["Bert"], share, at=scene.at)
    assert els.send(answer, words="Too late.").status_code == 409
    assert els.send(seen).status_code == 409
    with acting_for_the_house("looking"):
        assert not Answer.objects.filter(share=share.pk).exists()
