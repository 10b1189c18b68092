import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from openchair.pathways import actions
from openchair.pathways.models import Resource, Source
from openchair.pathways.tests.broken import BMLT_FIELDS, half_broken
from openchair.pathways.tests.conftest import TODAY

ROWS = [{"slug": "a", "name": "A", "day": 1, "time": "19:00", "entity": "District 9"}]


@pytest.fixture
def run(tmp_path, db):
    def with_file(content, *said, name="list.json"):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(
                content if isinstance(content, bytes) else json.dumps(content).encode()
            )
        out = StringIO()
        call_command("import_meetings", str(path), *said, stdout=out)
        return out.getvalue()

    return with_file


def test_it_says_how_it_went(run, steward):
    said = run([*ROWS, ROWS[0] | {"slug": "b", "time": "99:99"}], "--zone", "Europe/Paris")
    assert "Row 2, “A”: the start time “99:99”" in said
    assert "Reading: 1 of 1 entries" in said
    assert "District 9: 2 rows read, 1 meetings kept, 1 rows refused, 0 meetings left out" in said
    assert "New: 1." in said
    assert "Nobody sees them before a steward lists them." in said


def test_a_second_run_says_that_nothing_changed(run, steward):
    run(ROWS, "--zone", "UTC")
    assert "Nothing has changed here" in run(ROWS, "--zone", "UTC")


def test_next_month_s_file_is_known_by_its_entries(run, steward):
    viewer = steward
    rows = [{"slug": f"s{n}", "name": f"N{n}", "day": 1, "time": "19:00"} for n in range(4)]
    run(rows, "--zone", "UTC", name="october.json")
    said = run([*rows[1:], rows[0] | {"slug": "new"}], "--zone", "UTC", name="november.json")
    assert "october: 4 rows read" in said
    assert "New: 1. Changed: 0. No longer there: 1." in said
    run(rows, "--zone", "UTC", "--name", "Another", name="november.json")
    assert [source.name for source in Source.objects.for_viewer(viewer).order_by("name")] == [
        "Another",
        "october",
    ]


def test_two_files_of_one_name_are_not_mixed(run):
    run(ROWS, "--zone", "UTC", name="meetings.json")
    other = [{"slug": "z", "name": "Z", "day": 1, "time": "19:00", "entity": "District 9"}]
    with pytest.raises(CommandError, match="--name"):
        run(other, "--zone", "UTC", name="meetings.json")


def test_names_dates_and_origins_are_kept(run, steward):
    viewer = steward
    run(
        ROWS, "--zone", "UTC", "--name", "Our list", "--copied-on", "2026-03-01",
        "--from", "https://example.org", "--licence", "MIT",
    )  # fmt: skip
    source = Source.objects.for_viewer(viewer).get()
    assert (source.name, str(source.copied_on)) == ("Our list", "2026-03-01")
    assert (source.origin, source.licence, source.zone) == ("https://example.org", "MIT", "UTC")


def test_formats_beside_the_export_are_found(run, tmp_path, bmlt_export, bmlt_formats, steward):
    viewer = steward
    (tmp_path / "formats.json").write_bytes(bmlt_formats)
    said = run(bmlt_export, "--zone", "America/New_York")
    assert "779 rows read, 757 meetings kept, 0 rows refused, 22 meetings left out" in said
    assert Source.objects.for_viewer(viewer).get().marks["ES"]["en"][0] == "Espanol"


def test_formats_that_are_none_are_left_alone_beside_and_refused_when_named(run, tmp_path, steward):
    (tmp_path / "formats.json").write_text("[1]")
    run(ROWS, "--zone", "UTC")
    with pytest.raises(CommandError, match="no formats in it"):
        run(ROWS, "--zone", "UTC", "--formats", str(tmp_path / "formats.json"))


def test_half_of_the_real_export_broken(run, bmlt_export, steward):
    viewer = steward
    mixed, good, bad = half_broken(json.loads(bmlt_export), BMLT_FIELDS)
    said = run(mixed, "--zone", "America/New_York")
    numbers = {
        int(line.split(",")[0].split(":")[0][4:])
        for line in said.splitlines()
        if line.startswith("Row ")
    }
    assert numbers <= set(bad)
    whole = [json.loads(bmlt_export)[number - 1] for number in good]
    published = {row["id_bigint"] for row in whole if row["published"] == "1"}
    assert set(Resource.objects.for_viewer(viewer).values_list("identity", flat=True)) == published
    assert "nothing was marked as no longer there" in said


@pytest.mark.parametrize(
    ("content", "said", "sentence"),
    [
        (None, [], "There is no file"),
        (b"", [], "empty"),
        (b"no json", [], "not JSON"),
        ([{"a": 1}], [], "neither a Meeting Guide feed nor a BMLT export"),
        (ROWS, [], "Say it with --zone"),
        (ROWS, ["--zone", "New York"], "Did you mean America/New_York"),
        (ROWS, ["--zone", "xyzzy"], "like America/New_York"),
        (ROWS, ["--zone", "UTC", "--copied-on", "soon"], "not a day"),
        (ROWS, ["--zone", "UTC", "--copied-on", "2999-01-01"], "has not come yet"),
        (ROWS, ["--zone", "UTC", "--formats", "/nowhere/formats.json"], "There is no file"),
    ],
)
def test_what_went_wrong_is_one_sentence(run, content, said, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(content, *said)


def test_a_file_that_is_too_large_or_cannot_be_opened(run, tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(CommandError, match="larger than 200 MB"):
        run(None, name="large.json")
    with pytest.raises(CommandError, match="could not be read"):
        run(None, name="a\x00b.json")


def test_a_change_that_waits_is_told(run, steward):
    actor = steward
    run(ROWS, "--zone", "UTC")
    actions.list_entry(actor, Resource.objects.for_viewer(actor).get(), on=TODAY)
    said = run([ROWS[0] | {"time": "20:00"}], "--zone", "UTC")
    assert "Changed there and checked here: 1." in said


def test_a_folder_is_no_file(tmp_path, db):
    with pytest.raises(CommandError, match="is a folder"):
        call_command("import_meetings", str(tmp_path), stdout=StringIO())
