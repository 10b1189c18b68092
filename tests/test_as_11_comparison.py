"""AS-11: a long "me too" may become one's own words; and may be put away from under another's."""

from openchair.sharing import actions
from openchair.sharing.models import Answer, Audience, Need, Share, ShareKind
from openchair.testing.scenes import Scene
from tests.guest import Guest

YEAR = "My year was worse, and I will tell you how. " * 14


def said(scene: Scene) -> tuple[str, Share]:
    table = scene.tables["Tuesday"]
    share = actions.say(
        scene.people["Ama"],
        scene.seat("Ama", "Tuesday"),
        words="I’m struggling to get up",
        kind=ShareKind.JUST_WORDS,
        need=Need.ME_TOO,
        audience=Audience.CIRCLE,
        at=scene.at,
    )
    return f"/tables/{table.pk}/", share


def test_as_11_a_long_me_too_is_offered_a_place_of_its_own(scene: Scene) -> None:
    table, share = said(scene)
    els = Guest(scene.people["Els"])
    asked = els.fill(table, f"/words/{share.pk}/answers/", words=YEAR, kind="me-too")
    assert asked.status_code == 422
    assert "Nothing is said yet." in asked.text
    assert YEAR.strip() in asked.text
    assert "My year was worse" not in Guest(scene.people["Ama"]).get(table).text


def test_as_11_it_becomes_her_own_and_leaves_a_short_one(scene: Scene) -> None:
    table, share = said(scene)
    els = Guest(scene.people["Els"])
    els.fill(table, f"/words/{share.pk}/answers/", words=YEAR, kind="me-too", where="own")
    mine = Share.objects.for_viewer(scene.people["Els"]).filter(author=scene.people["Els"])
    own = mine.latest("said_at")
    assert own.words == YEAR.strip()
    page = Guest(scene.people["Ama"]).get(table).text
    assert f"said-{own.pk}" in page
    assert '<b>Els</b> <span class="words">Me too' in page
    assert not Answer.objects.for_viewer(scene.people["Els"]).filter(share=share.pk).exists()


def test_as_11_it_is_put_away_in_one_press(scene: Scene) -> None:
    table, share = said(scene)
    els, ama = Guest(scene.people["Els"]), Guest(scene.people["Ama"])
    els.fill(table, f"/words/{share.pk}/answers/", words=YEAR, kind="me-too", where="here")
    row = Answer.objects.for_viewer(scene.people["Els"]).get(share=share.pk)
    ama.press(table, f"/answers/{row.pk}/away/")
    for name in ("Ama", "Bert", "Dev"):
        assert "My year was worse" not in Guest(scene.people[name]).get(table).text
    assert "Put away. Nobody else reads this now." in els.get(table).text
    assert "Put away." not in Guest(scene.people["Bert"]).get(table).text


def test_as_11_a_short_me_too_with_words_stands_at_once(scene: Scene) -> None:
    table, share = said(scene)
    Guest(scene.people["Els"]).fill(
        table, f"/words/{share.pk}/answers/", words="So was mine.", kind="me-too"
    )
    assert "So was mine." in Guest(scene.people["Bert"]).get(table).text
