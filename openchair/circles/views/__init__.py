from openchair.circles.views.beside import walk_beside, walk_no_more
from openchair.circles.views.chairs import set_out_chair, take_in_chair
from openchair.circles.views.founding import start
from openchair.circles.views.letters import invite_again, withdraw
from openchair.circles.views.showing import agreement, card
from openchair.circles.views.sitting import be_back, come_back, rest, visit

__all__ = [
    "agreement",
    "be_back",
    "card",
    "come_back",
    "invite_again",
    "rest",
    "set_out_chair",
    "start",
    "take_in_chair",
    "visit",
    "walk_beside",
    "walk_no_more",
    "withdraw",
]
