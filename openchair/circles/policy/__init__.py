"""Why not? Each answer is the sentence the person reads; None means: go on."""

from openchair.circles.policy.beside import why_not_walk_beside
from openchair.circles.policy.distance import why_not_keep_distance
from openchair.circles.policy.inviting import (
    PAIR_SEATS,
    closed_letter,
    full_table,
    not_possible,
    why_not_invite,
    why_not_mail,
    why_not_open,
    why_not_set_out_chair,
    why_not_start,
)
from openchair.circles.policy.looking_after import (
    why_not_ask_keeper,
    why_not_hand_over,
    why_not_look_after,
    why_not_pause,
    why_not_pause_anyone,
    why_not_undo_pause,
)
from openchair.circles.policy.naming import (
    why_not_answer_naming,
    why_not_name,
    why_not_never_with,
)
from openchair.circles.policy.sitting import (
    why_not_change_card,
    why_not_change_table,
    why_not_come_back,
    why_not_go_on,
    why_not_leave,
    why_not_rest,
    why_not_shorten_visit,
    why_not_sit_down,
)
from openchair.circles.policy.together import (
    why_not_answer_together,
    why_not_ask_together,
    why_not_gather,
    why_not_shape,
    why_not_wake,
)

__all__ = [
    "PAIR_SEATS",
    "closed_letter",
    "full_table",
    "not_possible",
    "why_not_answer_naming",
    "why_not_answer_together",
    "why_not_ask_keeper",
    "why_not_ask_together",
    "why_not_change_card",
    "why_not_change_table",
    "why_not_come_back",
    "why_not_gather",
    "why_not_go_on",
    "why_not_hand_over",
    "why_not_invite",
    "why_not_keep_distance",
    "why_not_leave",
    "why_not_look_after",
    "why_not_mail",
    "why_not_name",
    "why_not_never_with",
    "why_not_open",
    "why_not_pause",
    "why_not_pause_anyone",
    "why_not_rest",
    "why_not_set_out_chair",
    "why_not_shape",
    "why_not_shorten_visit",
    "why_not_sit_down",
    "why_not_start",
    "why_not_undo_pause",
    "why_not_wake",
    "why_not_walk_beside",
]
