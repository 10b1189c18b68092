from openchair.circles.actions.beside import walk_beside, walk_no_more
from openchair.circles.actions.calling_hosts import done_talking, forget_old_calls
from openchair.circles.actions.chairs import (
    keep_chair,
    set_out_chair,
    take_in_chair,
    why_not_set_out,
)
from openchair.circles.actions.distance import keep_distance, no_more_distance
from openchair.circles.actions.founding import begin_gathering, gather, start_with_one
from openchair.circles.actions.holding import read_anew, seat_of
from openchair.circles.actions.inviting import (
    accept,
    decline,
    have_it,
    invite,
    open_letter,
    pass_on,
    withdraw,
)
from openchair.circles.actions.keeping_apart import (
    look_at_openings,
    never_seat_with,
    put_away_turned_away,
    take_off_never,
)
from openchair.circles.actions.looking_after import (
    ask_to_look_after,
    look_after,
    put_down,
    rather_not,
    why_not_look_after_now,
)
from openchair.circles.actions.mailing import mail_letter, may_be_mailed_to, why_not_mail
from openchair.circles.actions.naming import (
    answer_naming,
    leave_standing_answer,
    name_someone,
    why_not_name,
    withdraw_naming,
)
from openchair.circles.actions.passing_time import (
    ask_for_help,
    close_doors,
    end_pauses,
    end_tables,
    end_terms,
    let_newcomers_settle,
)
from openchair.circles.actions.pausing import pause_for_a_day, undo_pause
from openchair.circles.actions.settling import settle_namings
from openchair.circles.actions.showing import show_card, why_not_change_card
from openchair.circles.actions.sitting import (
    be_back,
    come_back,
    go_on,
    leave,
    rest,
    shorten_visit,
    sit_down,
    take_seat,
)
from openchair.circles.actions.together import (
    answer_together,
    ask_together,
    look_at_questions,
    read_from_arrival,
    say_yes_to_agreement,
    shape,
    wake,
    why_not_shape_now,
)

__all__ = [
    "accept",
    "answer_naming",
    "answer_together",
    "ask_for_help",
    "ask_to_look_after",
    "ask_together",
    "be_back",
    "begin_gathering",
    "close_doors",
    "come_back",
    "decline",
    "done_talking",
    "end_pauses",
    "end_tables",
    "end_terms",
    "forget_old_calls",
    "gather",
    "go_on",
    "have_it",
    "invite",
    "keep_chair",
    "keep_distance",
    "leave",
    "leave_standing_answer",
    "let_newcomers_settle",
    "look_after",
    "look_at_openings",
    "look_at_questions",
    "mail_letter",
    "may_be_mailed_to",
    "name_someone",
    "never_seat_with",
    "no_more_distance",
    "open_letter",
    "pass_on",
    "pause_for_a_day",
    "put_away_turned_away",
    "put_down",
    "rather_not",
    "read_anew",
    "read_from_arrival",
    "rest",
    "say_yes_to_agreement",
    "seat_of",
    "set_out_chair",
    "settle_namings",
    "shape",
    "shorten_visit",
    "show_card",
    "sit_down",
    "start_with_one",
    "take_in_chair",
    "take_off_never",
    "take_seat",
    "undo_pause",
    "wake",
    "walk_beside",
    "walk_no_more",
    "why_not_change_card",
    "why_not_look_after_now",
    "why_not_mail",
    "why_not_name",
    "why_not_set_out",
    "why_not_shape_now",
    "withdraw",
    "withdraw_naming",
]
