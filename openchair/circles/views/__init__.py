from openchair.circles.views.asking import name_someone, naming, take_back_naming
from openchair.circles.views.chairs import set_out_chair, take_in_chair
from openchair.circles.views.founding import start
from openchair.circles.views.keeping_apart import turned_away
from openchair.circles.views.letters import (
    invite_again,
    letter_paper,
    mail_letter,
    own_letter,
    withdraw,
)
from openchair.circles.views.making_room import answer_ahead, make_room
from openchair.circles.views.showing import agreement, card
from openchair.circles.views.sitting import be_back, come_back, rest

__all__ = [
    "agreement",
    "answer_ahead",
    "be_back",
    "card",
    "come_back",
    "invite_again",
    "letter_paper",
    "mail_letter",
    "make_room",
    "name_someone",
    "naming",
    "own_letter",
    "rest",
    "set_out_chair",
    "start",
    "take_back_naming",
    "take_in_chair",
    "turned_away",
    "withdraw",
]
