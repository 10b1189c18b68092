import json

import pytest

from openchair.pathways.reading.reader import read
from openchair.pathways.tests.broken import BMLT_FIELDS, GUIDE_FIELDS, half_broken, ways


def good_and_bad(content, fields, **how):
    rows = json.loads(content)
    mixed, good, bad = half_broken(rows, fields)
    whole = {
        entry.source_id
        for entry in read(json.dumps([rows[n - 1] for n in good]).encode(), **how).entries
    }
    return read(json.dumps(mixed).encode(), **how), whole, bad


def test_the_good_half_of_a_real_export_stays(bmlt_export, bmlt_formats):
    how = {"zone": "America/New_York", "formats": bmlt_formats}
    reading, whole, bad = good_and_bad(bmlt_export, BMLT_FIELDS, **how)
    assert {entry.source_id for entry in reading.published} == {
        entry.source_id for entry in reading.published if entry.source_id in whole
    }
    assert len(whole) == 390
    kept = {entry.source_id for entry in reading.entries}
    assert whole <= kept
    refused = {refused.row for refused in reading.refused}
    still_unpublished = {
        entry.source_id for entry in reading.entries if not entry.published
    } - whole
    assert len(refused) + len(still_unpublished) == len(bad) == 389
    assert refused <= set(bad)


def test_the_good_half_of_a_real_feed_stays(online_feed):
    reading, whole, bad = good_and_bad(online_feed, GUIDE_FIELDS, zone="UTC")
    assert {entry.source_id for entry in reading.entries} == whole
    assert [refused.row for refused in reading.refused] == bad


@pytest.mark.parametrize("number", range(len(ways(GUIDE_FIELDS))))
def test_every_way_has_a_sentence_that_says_what_to_do(bmlt_export, number):
    rows = json.loads(bmlt_export)[:3]
    rows[1] = ways(BMLT_FIELDS)[number](rows[1])
    reading = read(json.dumps(rows).encode(), zone="America/New_York")
    assert len(reading.entries) == 2
    sentence = reading.refused[0].sentence
    assert sentence.startswith("Row 2")
    assert "left out" in sentence
    assert sentence.endswith(".")
    assert sentence.isprintable()
