"""What a visitor without an account finds, on the page itself."""

import json
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openchair.pathways import queries
from openchair.pathways.models import Resource
from openchair.pathways.tests.conftest import list_all
from openchair.pathways.tests.visiting import QUESTIONS, ask, found, names, near, words_of


def test_757_of_779_real_meetings_are_listed(new_york, visitor):
    listed = [entry for entry in new_york.values() if entry.is_listed]
    assert len(listed) == 757


def test_the_three_questions_on_the_visitor_s_page(new_york, visitor, shared_data):
    asked = json.loads((shared_data / "bmlt" / "questions.json").read_text())["questions"]
    for question, parts in zip(asked, QUESTIONS, strict=True):
        page = ask(visitor, *parts)
        assert sorted(found(page)) == sorted(str(new_york[key].pk) for key in question["ids"])
        assert near(page) == []


@pytest.mark.parametrize("place", ["the Bronx", "bronx", "BRONX", "Bronx County"])
def test_a_place_may_be_written_as_one_says_it(new_york, visitor, place):
    same = ask(visitor, ("place", "Bronx"), ("day", "tuesday"))
    assert found(ask(visitor, ("place", place), ("day", "2"))) == found(same)


def test_times_may_be_written_as_one_says_them(new_york, visitor):
    parts = [("place", "Bronx"), ("day", "Tuesday"), ("from", "6 pm"), ("before", "9pm")]
    assert len(found(ask(visitor, *parts))) == 4


def test_one_name_of_two_places_finds_both_and_offers_each(new_york, visitor):
    both = ask(visitor, ("place", "Albany"), ("day", "monday"))
    town = ask(visitor, ("place", "Albany (town)"), ("day", "monday"))
    county = ask(visitor, ("place", "Albany (county)"), ("day", "monday"))
    assert "place=Albany+%28town%29" in both
    assert set(found(both)) == set(found(town)) | set(found(county))
    assert set(found(town)) != set(found(county))


def test_namesakes_in_several_towns_are_found_one_by_one(new_york, visitor):
    both = found(ask(visitor, ("place", "Downtown")))
    one = found(ask(visitor, ("place", "Downtown, Syracuse")))
    other = found(ask(visitor, ("place", "Downtown, Binghamton")))
    assert one
    assert other
    assert set(one) | set(other) == set(both)
    assert not set(one) & set(other)


def test_a_name_without_its_state_stays_apart_from_two_that_have_one(bring, steward, visitor):
    rows = [
        {
            "slug": f"s{n}",
            "name": f"N{n}",
            "day": n,
            "time": "19:00",
            "city": "Troy",
            "state": state,
        }
        for n, state in enumerate(["NY", "MI", ""])
    ]
    entries = list_all(steward, bring(rows))
    assert len(found(ask(visitor, ("place", "Troy")))) == 3
    assert found(ask(visitor, ("place", "Troy, MI"))) == [str(entries["s1"].pk)]


def test_a_wrong_city_is_answered_with_cities_like_it(invented, visitor):
    page = ask(visitor, ("zone", "Amsterdan"), ("need", "online"))
    assert "Did you mean Amsterdam" in page


def test_an_unknown_place_is_answered_with_names_like_it(new_york, visitor):
    page = ask(visitor, ("place", "Broklyn"), ("day", "monday"))
    assert found(page) == []
    assert "place=Brooklyn" in page
    assert "day=monday" in page


def test_a_question_too_wide_has_an_end_and_a_way_on(new_york, visitor):
    first = ask(visitor, ("place", ""))
    second = ask(visitor, ("place", ""), ("part", "2"))
    assert len(found(first)) == len(found(second)) == queries.ON_ONE_PAGE
    assert not set(found(first)) & set(found(second))
    assert "the list gets shorter" in first
    assert "day=monday" in first
    assert found(ask(visitor, ("place", ""), ("part", "99"))) == []


def test_no_page_shows_a_total(new_york, visitor):
    for parts in (*QUESTIONS, [("place", "")], [("place", "Bronx")]):
        said = words_of(ask(visitor, *parts))
        assert not re.search(r"\b(757|779|\d+ (meetings|results|entries|found))\b", said)


def test_the_page_says_who_stands_behind_the_entries(new_york, visitor):
    page = ask(visitor, *QUESTIONS[0])
    assert "Copied from New York list on 21 November 2026, not checked by us." in page


def test_nothing_is_kept_of_a_question(new_york, visitor):
    answer = visitor.get("/meetings/?place=Bronx&day=tuesday")
    assert not answer.cookies
    assert "Set-Cookie" not in answer.headers
    with CaptureQueriesContext(
        connection,
    ) as captured:
        visitor.get("/meetings/?place=Bronx&day=tuesday")
    assert all(query["sql"].startswith("SELECT") for query in captured)


@pytest.mark.parametrize("parts", [[], *QUESTIONS, [("place", "")], [*QUESTIONS[2], ("near", "1")]])
def test_a_page_is_few_queries(new_york, visitor, parts):
    visitor.get("/meetings/")
    with CaptureQueriesContext(connection) as captured:
        ask(visitor, *parts)
    assert len(captured) <= 8


@pytest.mark.parametrize(
    "address",
    [
        "place=%00%ff", "day=someday", "from=late", "before=25:00", "part=-1", "part=x", "part=99999999",
        "language=xx", "need=%3Cscript%3E", "zone=Nowhere", "place=" + "x" * 4000, "day=&from=&before=",
        "place=%F0%9F%98%80", "from=18:00&before=18:00", "near=1", "place=a,b%25_%5C",
    ],
)  # fmt: skip
def test_any_address_is_answered(invented, visitor, address):
    assert visitor.get(f"/meetings/?{address}").status_code == 200
    assert visitor.get(f"/meetings/places/?{address}").status_code == 200


def test_what_could_not_be_read_is_said_and_kept(invented, visitor):
    page = ask(visitor, ("from", "late"), ("place", "Oost"))
    assert "We could not read the time “late”. Write it like 18:30." in page
    assert 'value="Oost"' in page
    assert found(page) == []


def test_over_midnight(invented, visitor, steward):
    page = ask(visitor, ("day", "tuesday"), ("from", "21:30"), ("before", "01:00"))
    assert names(steward, found(page)) == ["late-line"]


def test_online_by_the_visitor_s_own_clock(invented, visitor, steward):
    parts = [("need", "online"), ("day", "tuesday"), ("from", "19:00"), ("before", "20:00")]
    assert names(steward, found(ask(visitor, *parts))) == []
    page = ask(visitor, *parts, ("zone", "Amsterdam"))
    assert names(steward, found(page)) == ["tea-from-london"]
    assert "18:00 to 19:00, London time" in words_of(page)
    assert "That is Tuesday 19:00, Amsterdam time." in words_of(page)


def test_by_arrangement_comes_last_and_only_without_a_time(invented, visitor, steward):
    assert names(steward, found(ask(visitor, ("place", "Amsterdam"))))[-1] == "by-arrangement"
    timed = ask(visitor, ("place", "Amsterdam"), ("from", "01:00"))
    assert "by-arrangement" not in names(steward, found(timed))


def test_only_what_occurs_can_be_chosen(invented, visitor):
    page = visitor.get("/meetings/").content.decode()
    assert "Spanish (español)" in page
    assert "For women" in page
    assert "For older people" not in page


def test_an_empty_directory_says_so(visitor):
    page = visitor.get("/meetings/").content.decode()
    assert "No meetings are listed here yet." in page
    assert "<form" not in page


def test_proposed_entries_are_nowhere(bring, visitor, steward):
    bring([{"slug": "s", "name": "Secret garden", "day": 1, "time": "10:00", "city": "Hidden"}])
    actor = steward
    entry = Resource.objects.for_viewer(actor).get()
    assert "Hidden" not in visitor.get("/meetings/places/").content.decode()
    assert "No meetings are listed" in ask(visitor, ("place", "Hidden"))
    assert visitor.get(f"/meetings/{entry.pk}/").status_code == 404
    visitor.force_login(steward)
    assert visitor.get(f"/meetings/{entry.pk}/").status_code == 404


def test_one_entry_on_one_page(invented, visitor):
    page = words_of(visitor.get(f"/meetings/{invented['soup-and-talk'].pk}/").content.decode())
    assert "Tuesday, 18:30 to 20:30, Amsterdam time" in page
    assert "The Tram Shed, Invented Street 12, Oost, Amsterdam" in page
    assert "Ring the lower bell." in page
    assert "A wheelchair can get in" in page
    assert "Newcomer" in page
    assert "not checked by us" in page
    assert "last changed this on 2 October 2026" in page


def test_a_missing_mark_is_never_a_no(invented, visitor):
    page = words_of(visitor.get(f"/meetings/{invented['rainbow-table'].pk}/").content.decode())
    assert "Not said whether there is a way in without steps." in page
    assert "cannot" not in page


def test_old_entries_say_that_they_are_old(bring, steward, visitor):
    long_ago = timezone.localdate() - timedelta(days=220)
    brought = bring(
        [{"slug": "old", "name": "Old choir", "day": 5, "time": "20:00", "city": "Oost"}],
        copied_on=long_ago,
    )
    list_all(steward, brought)
    page = ask(visitor, ("place", "Oost"))
    assert "May be out of date." in page
    assert "stale" in page
    assert "May be out of date." in visitor.get(f"/meetings/{found(page)[0]}/").content.decode()


def test_links_leave_quietly_and_never_run(invented, visitor):
    page = visitor.get(f"/meetings/{invented['late-line'].pk}/").content.decode()
    assert 'href="https://meet.example.org/late-line" rel="noopener noreferrer nofollow"' in page


def test_place_names_are_all_there_with_the_question_kept(invented, visitor):
    page = visitor.get("/meetings/places/?day=tuesday&need=wheelchair").content.decode()
    assert "?place=Oost&amp;day=tuesday&amp;need=wheelchair" in page
    assert "Parts of a town" in page or "parts of a town" in page
