import json
from datetime import date, timedelta
from typing import Any

import pytest

from openchair.kernel.refusal import Refusal
from openchair.pathways import actions
from openchair.pathways.actions import Copy, bring_in
from openchair.pathways.models import Resource, Source, State
from openchair.pathways.reading.reader import read
from openchair.pathways.tests.conftest import TODAY, list_all
from openchair.people.models import Account

ROWS: list[dict[str, Any]] = [
    {
        "slug": f"s{number}",
        "name": f"Group {number}",
        "day": number % 7,
        "time": "19:00",
        "city": "Troy",
    }
    for number in range(6)
]


def entries(actor: Account) -> dict[str, Resource]:
    return {entry.identity: entry for entry in Resource.objects.for_viewer(actor)}


def everything(actor: Account) -> tuple[Any, Any]:
    entries = list(Resource.objects.for_viewer(actor).order_by("identity").values())
    return entries, list(Source.objects.for_viewer(actor).order_by("name").values())


def test_entries_begin_as_proposed(bring, steward):
    brought = bring(ROWS, copied_on=date(2026, 3, 1))
    assert (brought.new, brought.changed, brought.gone) == (6, 0, 0)
    entry = entries(steward)["s1"]
    assert (entry.state, entry.copied_on, entry.checked_on) == (
        State.PROPOSED,
        date(2026, 3, 1),
        None,
    )
    assert (entry.name, entry.day, entry.zone, entry.town) == (
        "Group 1",
        1,
        "America/New_York",
        "Troy",
    )


def test_a_second_run_changes_nothing(bring, steward):
    bring(ROWS)
    before = everything(steward)
    again = bring(ROWS)
    assert again.nothing_changed
    assert everything(steward) == before


def test_the_real_export_twice(bring, bmlt_export, steward):
    assert bring(bmlt_export).new == 757
    before = everything(steward)
    assert bring(bmlt_export).nothing_changed
    assert everything(steward) == before


def test_the_same_file_is_no_newer_copy_unless_someone_says_so(bring, steward):
    bring(ROWS, copied_on=date(2026, 3, 1))
    bring(ROWS)
    assert entries(steward)["s1"].copied_on == date(2026, 3, 1)
    assert bring(ROWS, copied_on=date(2026, 5, 1)).nothing_changed
    assert entries(steward)["s1"].copied_on == date(2026, 5, 1)
    bring([*ROWS[:5], ROWS[5] | {"time": "20:00"}])
    assert entries(steward)["s1"].copied_on == TODAY


def test_a_changed_row_updates_what_nobody_checked(bring, steward):
    bring(ROWS)
    brought = bring([ROWS[0] | {"time": "20:00"}, *ROWS[1:]])
    assert (brought.new, brought.changed, brought.same) == (0, 1, 5)
    assert str(entries(steward)["s0"].start) == "20:00:00"


def test_a_changed_row_never_alters_what_a_steward_checked(bring, steward):
    actor = steward
    bring(ROWS)
    actions.list_entry(actor, entries(actor)["s0"], on=TODAY)
    changed = [ROWS[0] | {"time": "20:00"}, *ROWS[1:]]
    brought = bring(changed)
    entry = entries(actor)["s0"]
    assert (brought.waiting, brought.changed) == (1, 0)
    assert str(entry.start) == "19:00:00"
    assert entry.change_waits
    assert bring(changed).nothing_changed
    assert bring(ROWS).nothing_changed
    assert entries(actor)["s0"].change is None


def test_what_was_listed_with_its_whole_source_follows_the_source(bring, steward):
    actor = steward
    brought = bring(ROWS, copied_on=date(2026, 3, 1))
    list_all(actor, brought)
    bring([ROWS[0] | {"time": "20:00"}, *ROWS[1:]])
    entry = entries(actor)["s0"]
    assert (entry.state, str(entry.start)) == (State.LISTED, "20:00:00")
    assert entry.due_on == TODAY + timedelta(days=180)


def test_new_rows_of_a_listed_source_wait_for_a_yes(bring, steward):
    actor = steward
    brought = bring(ROWS[:5])
    list_all(actor, brought)
    bring(ROWS)
    assert entries(actor)["s5"].state == State.PROPOSED


def test_what_the_source_no_longer_has_is_marked_and_can_come_back(bring, steward):
    bring(ROWS)
    assert bring(ROWS[1:]).gone == 1
    assert entries(steward)["s0"].gone_on == TODAY
    assert bring(ROWS[1:]).nothing_changed
    bring(ROWS)
    assert entries(steward)["s0"].gone_on is None


def test_what_is_unpublished_later_counts_as_gone(bring, steward):
    bring(ROWS)
    bring([ROWS[0] | {"published": 0}, *ROWS[1:]])
    assert entries(steward)["s0"].gone_on == TODAY


def test_a_row_that_cannot_be_read_today_is_not_gone(bring, steward):
    bring(ROWS)
    broken = bring([ROWS[0] | {"time": "99:99"}, *ROWS[1:]])
    assert broken.gone == 0
    several = [ROWS[0] | {"day": [1, 2]}, *ROWS[1:]]
    bring(several)
    assert bring([several[0] | {"time": "99:99"}, *ROWS[1:]]).gone == 0


def test_nothing_is_called_gone_while_rows_cannot_be_told_apart(bring, steward):
    bring(ROWS)
    assert bring([None, *ROWS[1:]]).gone == 0
    assert entries(steward)["s0"].gone_on is None


def test_unpublished_rows_never_enter(bring, steward):
    bring([*ROWS, ROWS[0] | {"slug": "secret", "published": "0"}])
    assert "secret" not in entries(steward)


def test_two_directories_of_one_name_stay_apart(bring):
    bring(ROWS)
    others = [row | {"slug": f"other-{row['slug']}"} for row in ROWS]
    with pytest.raises(Refusal, match="--name"):
        bring(others)
    assert bring(others, name="Another list").new == 6


def test_a_source_of_another_kind_is_another_directory(bring, bmlt_export):
    bring(ROWS)
    with pytest.raises(Refusal, match="--name"):
        bring(bmlt_export)


class Killed(BaseException):
    pass


def test_progress_is_told(steward):
    told: list[tuple[int, int]] = []
    rows = [ROWS[0] | {"slug": f"k{number}"} for number in range(250)]
    reading = read(json.dumps(rows).encode(), zone="UTC")
    bring_in(reading, Copy(name="A", digest="d", today=TODAY), lambda *step: told.append(step))
    assert told == [(100, 250), (200, 250), (250, 250)]


def test_a_kill_in_the_middle_keeps_what_was_whole(steward):
    rows = [ROWS[0] | {"slug": f"k{number}"} for number in range(250)]
    reading = read(json.dumps(rows).encode(), zone="UTC")
    copy = Copy(name="A", digest="d", today=TODAY)

    def stop(done: int, all_of_them: int) -> None:
        if done == 200:
            raise Killed

    with pytest.raises(Killed):
        bring_in(reading, copy, stop)
    assert len(entries(steward)) == 200
    assert bring_in(reading, copy).new == 50
    assert bring_in(reading, copy).nothing_changed
