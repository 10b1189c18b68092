"""Where nothing fits, or a visitor asks for it: what comes close, and why."""

from openchair.pathways.tests.visiting import QUESTIONS, ask, found, names, near, words_of


def test_what_is_not_marked_comes_close(invented, visitor, steward):
    parts = [
        ("place", "Haarlem"),
        ("day", "sunday"),
        ("from", "14:00"),
        ("before", "16:00"),
        ("need", "women"),
    ]
    page = ask(visitor, *parts)
    assert names(steward, near(page))[0] == "quiet-reading"
    assert "It does not say: For women." in page


def test_by_arrangement_comes_close_to_any_time(invented, visitor, steward):
    page = ask(
        visitor, ("place", "Amsterdam"), ("day", "saturday"), ("from", "03:00"), ("before", "04:00")
    )
    assert "by-arrangement" in names(steward, near(page))
    assert "It has no fixed time." in page


def test_near_misses_where_nothing_fits_each_with_its_reason(new_york, visitor):
    parts = [("place", "Bronx"), ("day", "tuesday"), ("from", "06:00"), ("before", "07:00")]
    page = ask(visitor, *parts, ("need", "wheelchair"), ("language", "es"))
    assert found(page) == []
    ids = {str(new_york[key].pk) for key in ("32", "114", "358")}
    assert set(near(page)) == ids
    assert "It is on Monday." in page
    assert "later than you asked" in page
    assert "It does not say whether a wheelchair can get in." in page


def test_what_is_online_comes_close_by_the_clock_of_the_place(invented, visitor, steward):
    """Tea from London begins at 18:00 there, which is 19:00 in Amsterdam."""
    page = ask(
        visitor, ("place", "Haarlem"), ("day", "tuesday"), ("from", "19:00"), ("before", "19:30")
    )
    assert names(steward, near(page))[0] == "tea-from-london"
    assert "That is Tuesday 19:00, Amsterdam time." in words_of(page)
    none = ask(
        visitor, ("place", "Haarlem"), ("day", "tuesday"), ("from", "18:00"), ("before", "18:30")
    )
    assert "tea-from-london" not in names(steward, near(none))


def test_near_misses_on_asking_for_them(new_york, visitor):
    page = ask(visitor, *QUESTIONS[2], ("near", "1"))
    assert found(page) == [str(new_york["2148"].pk)]
    assert near(page)
    assert found(page)[0] not in near(page)
