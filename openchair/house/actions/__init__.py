"""What is done to the house, one function for each verb; the actor comes first."""

from openchair.house.actions.duties import end_duty, give_duty, put_down
from openchair.house.actions.events import forget_old, note
from openchair.house.actions.founding import (
    begin,
    found,
    new_address,
    only_one_at_a_time,
    open_house,
)
from openchair.house.actions.handing_over import ask, open_letter, take, take_back
from openchair.house.actions.lines import check_help_line, keep_help_line, take_off_help_line
from openchair.house.actions.tending import (
    become_first_steward,
    greet_myself,
    keep_greeting,
    keep_name,
    keep_place,
    keep_safety,
    mark_done,
    say_nobody_is_independent,
    show_key,
)

__all__ = [
    "ask",
    "become_first_steward",
    "begin",
    "check_help_line",
    "end_duty",
    "forget_old",
    "found",
    "give_duty",
    "greet_myself",
    "keep_greeting",
    "keep_help_line",
    "keep_name",
    "keep_place",
    "keep_safety",
    "mark_done",
    "new_address",
    "note",
    "only_one_at_a_time",
    "open_house",
    "open_letter",
    "put_down",
    "say_nobody_is_independent",
    "show_key",
    "take",
    "take_back",
    "take_off_help_line",
]
