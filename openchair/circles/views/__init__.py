from openchair.circles.views.asking import name_someone, naming, take_back_naming
from openchair.circles.views.beginning import begin, begin_of_kind
from openchair.circles.views.beside import walk_beside, walk_no_more
from openchair.circles.views.chairs import set_out_chair, take_in_chair
from openchair.circles.views.deciding import agree, ask_together, question, wake
from openchair.circles.views.founding import start
from openchair.circles.views.keeping_apart import turned_away
from openchair.circles.views.letters import (
    invite_again,
    letter_paper,
    mail_letter,
    own_letter,
    withdraw,
)
from openchair.circles.views.looking_after import (
    ask_to_look_after,
    look_after,
    looking_after,
    put_down,
    term,
)
from openchair.circles.views.making_room import answer_ahead, make_room
from openchair.circles.views.ours import begin_gathering, our_table
from openchair.circles.views.showing import agreement, card
from openchair.circles.views.sitting import be_back, come_back, rest, visit
from openchair.circles.views.talks import done_talking, host_calls

__all__ = [
    "agree",
    "agreement",
    "answer_ahead",
    "ask_to_look_after",
    "ask_together",
    "be_back",
    "begin",
    "begin_gathering",
    "begin_of_kind",
    "card",
    "come_back",
    "done_talking",
    "host_calls",
    "invite_again",
    "letter_paper",
    "look_after",
    "looking_after",
    "mail_letter",
    "make_room",
    "name_someone",
    "naming",
    "our_table",
    "own_letter",
    "put_down",
    "question",
    "rest",
    "set_out_chair",
    "start",
    "take_back_naming",
    "take_in_chair",
    "term",
    "turned_away",
    "visit",
    "wake",
    "walk_beside",
    "walk_no_more",
    "withdraw",
]
