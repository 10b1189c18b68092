from openchair.circles.views.beginning import begin, begin_of_kind
from openchair.circles.views.chairs import set_out_chair, take_in_chair
from openchair.circles.views.deciding import agree, ask_together, question, wake
from openchair.circles.views.founding import start
from openchair.circles.views.letters import invite_again, withdraw
from openchair.circles.views.looking_after import (
    ask_to_look_after,
    look_after,
    looking_after,
    put_down,
    term,
)
from openchair.circles.views.ours import begin_gathering, our_table
from openchair.circles.views.showing import agreement, card
from openchair.circles.views.sitting import be_back, come_back, rest
from openchair.circles.views.talks import done_talking, host_calls

__all__ = [
    "agree",
    "agreement",
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
    "look_after",
    "looking_after",
    "our_table",
    "put_down",
    "question",
    "rest",
    "set_out_chair",
    "start",
    "take_in_chair",
    "term",
    "wake",
    "withdraw",
]
