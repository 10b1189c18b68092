"""What people do with words: say them, answer them, take them back."""

from openchair.sharing.actions.answering import (
    answer,
    carry,
    close_answers,
    put_away,
    reply_to_offer,
    say_as_own,
    take_back_answer,
    take_back_witness,
    witness,
)
from openchair.sharing.actions.changing import change
from openchair.sharing.actions.saying import (
    place_of,
    place_under,
    say,
    say_in_a_word,
    take_back,
)

__all__ = [
    "answer",
    "carry",
    "change",
    "close_answers",
    "place_of",
    "place_under",
    "put_away",
    "reply_to_offer",
    "say",
    "say_as_own",
    "say_in_a_word",
    "take_back",
    "take_back_answer",
    "take_back_witness",
    "witness",
]
