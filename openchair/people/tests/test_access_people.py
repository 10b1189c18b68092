"""Each reason why not with people, alone."""

from django.db.models import Q

from openchair.people import policy, sight
from openchair.people.models import Account


def test_arriving_asks_for_a_name_and_an_age() -> None:
    assert policy.why_not_arrive(adult=True, name="Ama") is None
    assert "name" in str(policy.why_not_arrive(adult=True, name=""))
    assert "18" in str(policy.why_not_arrive(adult=False, name="Ama"))


def test_nobody_blocks_themselves() -> None:
    ama, bert = Account(), Account()
    assert policy.why_not_block(ama, bert) is None
    assert "yourself" in str(policy.why_not_block(ama, ama))


def test_nobody_s_name_is_read_where_no_room_says_so() -> None:
    handed_over = sight._questions[:]
    sight._questions.clear()
    try:
        assert sight.company_of(Account()) == Q(pk__in=[])
    finally:
        sight._questions[:] = handed_over
