from datetime import date, timedelta

import pytest
from django.test import Client

from openchair.house import keeping as keeping_of_the_house
from openchair.house.actions import give_duty
from openchair.house.models import Duty
from openchair.kernel.refusal import Refusal
from openchair.pathways import actions, keeping, policy
from openchair.pathways.models import Resource, Source, Stage, State, What
from openchair.pathways.tests.conftest import TODAY

ROWS = [
    {
        "slug": f"s{number}",
        "name": f"Group {number}",
        "day": number,
        "time": "19:00",
        "city": "Troy",
    }
    for number in range(3)
]
ONCE = {"once": "6a1f6d2e-6d0a-4a5e-9d0b-0d6d6d1c0a01"}


@pytest.fixture
def source(bring, steward) -> Source:
    actor = steward
    return Source.objects.for_viewer(actor).get(pk=bring(ROWS).source.pk)


@pytest.fixture
def entry(source, steward) -> Resource:
    return again(steward)


@pytest.fixture
def tending(visitor: Client, steward) -> Client:
    visitor.force_login(steward)
    return visitor


def again(actor, identity="s0") -> Resource:
    found: Resource = Resource.objects.for_viewer(actor).get(identity=identity)
    return found


def a_line(entry: Resource) -> Resource:
    entry.what = What.LINE
    entry.save()
    return entry


def test_one_entry_is_listed(entry, steward, outsider):
    viewer = outsider
    assert not Resource.objects.for_viewer(viewer).exists()
    assert not Source.objects.for_viewer(viewer).exists()
    listed = actions.list_entry(steward, entry, on=TODAY)
    assert (listed.state, listed.checked_by_id, listed.checked_on) == (
        State.LISTED,
        steward.pk,
        TODAY,
    )
    assert listed.due_on == TODAY + timedelta(days=180)
    assert Resource.objects.for_viewer(viewer).get() == entry
    assert Source.objects.for_viewer(viewer).get().name == "A list"


def test_listing_twice_is_once(entry, steward):
    actions.list_entry(steward, entry, on=TODAY)
    actions.list_entry(steward, again(steward), on=TODAY + timedelta(days=9))
    assert again(steward).checked_on == TODAY


def test_a_whole_source_is_listed_unchecked(source, entry, steward):
    actions.withdraw(steward, again(steward, "s2"))
    actions.check(steward, again(steward, "s1"), on=TODAY)
    actions.list_source(steward, source, on=TODAY)
    assert (again(steward).state, again(steward).checked_on) == (State.LISTED, None)
    assert again(steward).due_on == again(steward).copied_on + timedelta(days=180)
    assert (again(steward, "s1").state, again(steward, "s1").checked_on) == (State.LISTED, TODAY)
    assert again(steward, "s2").state == State.WITHDRAWN
    before = list(Resource.objects.for_viewer(steward).order_by("pk").values())
    actions.list_source(steward, source, on=TODAY + timedelta(days=3))
    assert list(Resource.objects.for_viewer(steward).order_by("pk").values()) == before


def test_a_whole_source_can_be_taken_off_and_listed_again(source, steward, outsider):
    viewer = outsider
    actions.check(steward, again(steward, "s1"), on=TODAY)
    actions.list_source(steward, source, on=TODAY)
    actions.withdraw_source(steward, source)
    assert not Resource.objects.for_viewer(viewer).exists()
    assert [again(steward, key).state for key in ("s0", "s1")] == [State.PROPOSED, State.CHECKED]
    actions.list_source(steward, source, on=TODAY)
    assert Resource.objects.for_viewer(viewer).count() == 3


def test_what_was_taken_off_can_be_listed_again(entry, steward):
    actions.list_entry(steward, entry, on=TODAY)
    actions.withdraw(steward, entry)
    actions.withdraw(steward, entry)
    assert again(steward).state == State.WITHDRAWN
    assert actions.list_entry(steward, again(steward), on=TODAY).is_listed


def test_an_entry_falls_due_and_grows_stale(entry, steward):
    listed = actions.list_entry(steward, entry, on=date(2026, 1, 1))
    due = date(2026, 6, 30)
    assert listed.due_on == due
    assert listed.stage(due - timedelta(days=1)) == Stage.LISTED
    assert listed.stage(due) == Stage.DUE
    assert listed.stage(due + timedelta(days=30)) == Stage.STALE
    assert not listed.may_be_out_of_date(due - timedelta(days=1))
    assert listed.may_be_out_of_date(due)
    actions.check(steward, again(steward), on=due)
    assert again(steward).stage(due) == Stage.LISTED


def test_a_crisis_line_falls_due_after_ninety_days(entry, steward):
    line = actions.check(steward, a_line(entry), on=TODAY, opened_page=True)
    assert line.due_on == TODAY + timedelta(days=90)
    assert actions.list_entry(steward, line, on=TODAY).is_listed


def test_a_crisis_line_is_listed_only_after_someone_opened_its_page(entry, source, steward):
    line = a_line(entry)
    with pytest.raises(Refusal, match="opened the provider's own page"):
        actions.list_entry(steward, line, on=TODAY)
    with pytest.raises(Refusal, match="Open the provider's own page first"):
        actions.check(steward, line, on=TODAY)
    actions.list_source(steward, source, on=TODAY)
    assert again(steward).state == State.PROPOSED


def test_what_the_source_lost_is_listed_only_once_someone_checked(bring, entry, steward, outsider):
    viewer = outsider
    bring(ROWS[1:])
    with pytest.raises(Refusal, match="does not have this entry any more"):
        actions.list_entry(steward, again(steward), on=TODAY)
    actions.check(steward, again(steward), on=TODAY)
    assert actions.list_entry(steward, again(steward), on=TODAY).is_listed
    assert Resource.objects.for_viewer(viewer).get().may_be_out_of_date(TODAY)


def test_what_the_source_lost_and_nobody_checked_is_seen_by_nobody(
    bring, source, steward, outsider
):
    viewer = outsider
    actions.list_source(steward, source, on=TODAY)
    bring(ROWS[1:])
    assert sorted(row.identity for row in Resource.objects.for_viewer(viewer)) == ["s1", "s2"]


@pytest.mark.parametrize("act", ["take_change", "keep_as_it_is"])
def test_a_proposed_change_is_taken_or_set_aside(bring, entry, steward, act):
    actions.list_entry(steward, entry, on=date(2026, 1, 1))
    changed = [ROWS[0] | {"time": "20:15", "types": ["X"], "updated": "2026-10-01"}, *ROWS[1:]]
    bring(changed)
    getattr(actions, act)(steward, again(steward), on=TODAY)
    entry = again(steward)
    assert str(entry.start) == ("20:15:00" if act == "take_change" else "19:00:00")
    assert entry.checked_on == TODAY
    assert not entry.change_waits
    assert bring(changed).nothing_changed
    before = again(steward).checked_on
    getattr(actions, act)(steward, again(steward), on=TODAY + timedelta(days=5))
    assert again(steward).checked_on == before


def test_only_a_steward_may(entry, source, steward, outsider):
    actor, sentence = outsider, "Only someone who looks after this house can change these pages."
    asked = [
        policy.why_not_keep_directory(actor),
        policy.why_not_check(actor, entry, opened_page=True),
        policy.why_not_list(actor, entry),
        policy.why_not_rename(actor, source, "Mine"),
    ]
    assert asked == [sentence] * 4
    assert policy.why_not_keep_directory(steward) is None
    for attempt in (
        lambda: actions.withdraw(actor, entry),
        lambda: actions.withdraw_source(actor, source),
        lambda: actions.rename_source(actor, source, "Mine"),
        lambda: actions.list_source(actor, source, on=TODAY),
        lambda: actions.list_entry(actor, entry, on=TODAY),
        lambda: actions.check(actor, entry, on=TODAY),
        lambda: actions.take_change(actor, entry, on=TODAY),
        lambda: actions.keep_as_it_is(actor, entry, on=TODAY),
    ):
        with pytest.raises(Refusal, match="looks after this house"):
            attempt()


def test_the_steward_s_pages_are_not_there_for_others(entry, source, visitor, outsider):
    pages = [
        "/house/directory/",
        f"/house/directory/{source.pk}/",
        f"/house/directory/entries/{entry.pk}/",
    ]
    acts = [f"{pages[1]}{act}/" for act in ("list", "withdraw", "name")]
    acts += [f"{pages[2]}{act}/" for act in ("list", "check", "withdraw", "take-change", "keep")]
    for path in pages:
        assert visitor.get(path).status_code == 302
    visitor.force_login(outsider)
    assert {visitor.get(path).status_code for path in pages} == {404}
    assert {visitor.post(path, ONCE).status_code for path in acts} == {404}


def test_a_steward_lists_one_and_a_whole_source_by_pressing(entry, source, tending, steward):
    shelf = f"/house/directory/{source.pk}/"
    assert "A list" in tending.get("/house/directory/").content.decode()
    assert "Group 0" in tending.get(shelf).content.decode()
    page = f"/house/directory/entries/{entry.pk}/"
    assert "I checked it: list it" in tending.get(page).content.decode()
    first = tending.post(f"{page}list/", ONCE)
    second = tending.post(f"{page}list/", ONCE)
    assert (first.status_code, second.status_code) == (302, 303)
    assert first["Location"] == second["Location"] == page
    assert "Everybody sees it" in tending.get(page).content.decode()
    tending.post(f"{shelf}list/", {"once": "6a1f6d2e-6d0a-4a5e-9d0b-0d6d6d1c0a02"})
    assert {row.state for row in Resource.objects.for_viewer(steward)} == {State.LISTED}
    assert "Group 1" in tending.get(f"{shelf}?show=listed").content.decode()
    tending.post(f"{page}check/", {"once": "6a1f6d2e-6d0a-4a5e-9d0b-0d6d6d1c0a03"})
    tending.post(f"{page}withdraw/", {"once": "6a1f6d2e-6d0a-4a5e-9d0b-0d6d6d1c0a04"})
    assert again(steward).state == State.WITHDRAWN
    tending.post(f"{shelf}withdraw/", {"once": "6a1f6d2e-6d0a-4a5e-9d0b-0d6d6d1c0a05"})
    assert State.LISTED not in {row.state for row in Resource.objects.for_viewer(steward)}


@pytest.mark.parametrize("act", ["take-change", "keep"])
def test_a_steward_answers_a_change_by_pressing(bring, entry, tending, steward, act):
    actions.list_entry(steward, entry, on=TODAY)
    bring([ROWS[0] | {"time": "20:15"}, *ROWS[1:]])
    page = f"/house/directory/entries/{entry.pk}/"
    said = tending.get(page).content.decode()
    assert "Here: 19:00" in said
    assert "There: 20:15" in said
    assert tending.post(f"{page}{act}/", ONCE).status_code == 302
    assert not again(steward).change_waits


def test_a_directory_can_be_called_by_the_name_people_know(bring, source, tending, steward):
    bring([ROWS[0] | {"slug": "other"}], name="Another")
    shelf = f"/house/directory/{source.pk}/"
    assert tending.post(f"{shelf}name/", ONCE | {"name": " Our  list "}).status_code == 302
    assert "Our list" in tending.get(shelf).content.decode()
    taken = {"once": "6a1f6d2e-6d0a-4a5e-9d0b-0d6d6d1c0a02", "name": "Another"}
    answer = tending.post(f"{shelf}name/", taken)
    assert answer.status_code == 409
    assert "Another directory here has this name." in answer.content.decode()
    with pytest.raises(Refusal, match="Write the name"):
        actions.rename_source(steward, source, "")
    actions.rename_source(steward, source, source.name)


@pytest.mark.parametrize(
    "show", ["proposed", "checked", "listed", "due", "changed", "gone", "withdrawn"]
)
def test_every_shelf_opens(source, tending, show):
    assert tending.get(f"/house/directory/{source.pk}/?show={show}").status_code == 200


def test_a_shelf_that_is_none(source, tending):
    assert tending.get(f"/house/directory/{source.pk}/?show=else").status_code == 404


def test_what_is_kept_of_a_person_can_be_had_and_forgotten(entry, steward, outsider):
    actions.list_entry(steward, entry, on=TODAY)
    assert keeping.export(steward) == {
        "entries_checked": [{"name": "Group 0", "checked_on": TODAY}],
        "answers_as_host": [],
    }
    assert keeping.export(outsider) == {"entries_checked": [], "answers_as_host": []}
    actions.withdraw(steward, again(steward))
    keeping_of_the_house.forget(steward)
    assert len(keeping.export(steward)["entries_checked"]) == 1
    give_duty(steward, Duty.STEWARD, since=TODAY)
    keeping.forget(steward)
    assert again(steward).checked_by_id is None
    assert again(steward).checked_on == TODAY
    assert keeping.export(steward) == {"entries_checked": [], "answers_as_host": []}
