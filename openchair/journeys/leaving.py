"""Leaving a table: the seat, and what happens to one's words there."""

from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils.translation import gettext as _

from openchair.circles import actions as circles
from openchair.circles.models import Seat, SeatState
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account
from openchair.presence.telling import tell_no_more_at
from openchair.sharing import actions as sharing
from openchair.sharing.leaving import is_chosen_no_more
from openchair.sharing.models import Answer, Share
from openchair.sharing.namelessness import take_name_off


class WordsGo(StrEnum):
    """What becomes of one's words: spec/model.md 5.7, "On leaving"."""

    STAY = "stay"
    NAMELESS = "nameless"
    WITH_ME = "with-me"


def what_was_chosen(said: str) -> WordsGo:
    """Nothing chosen leaves everything as it is."""
    return WordsGo(said) if said in {*WordsGo} else WordsGo.STAY


def what_became_of_words(said: str) -> str:
    """For whoever has just left and chosen; "" for everyone else."""
    sentences: dict[str, str] = {
        WordsGo.STAY: _("You have left. Your words stay at that table."),
        WordsGo.NAMELESS: _("You have left. Your words stay at that table, without your name."),
        WordsGo.WITH_ME: _("You have left. Your words are gone from that table."),
    }
    return sentences.get(said, "")


@transaction.atomic
def leave(actor: Account, seat: Seat, *, words: WordsGo, at: datetime) -> Seat:
    """Leave with the door open, and with one's words as chosen."""
    if words == WordsGo.WITH_ME:
        _take_words(actor, seat, at)
    left = circles.leave(actor, seat, at=at)
    tell_no_more_at(actor, seat.circle_id)
    is_chosen_no_more(actor, seat.circle_id)
    if words == WordsGo.NAMELESS:
        take_name_off(actor, seat.circle_id)
    return left


def _take_words(actor: Account, seat: Seat, at: datetime) -> None:
    """Also answers under words this person no longer sees: of someone kept apart, or said before
    they came back."""
    for share in Share.objects.for_viewer(actor).filter(circle=seat.circle_id, author=actor):
        sharing.take_back(actor, share, at=at)
    with acting_for_the_house("taking one's words along"):
        here = list(Share.objects.filter(circle=seat.circle_id).values_list("pk", flat=True))
    for row in Answer.objects.for_viewer(actor).filter(author=actor, share__in=here):
        sharing.take_back_answer(actor, row, at=at)


@transaction.atomic
def close_doors(at: datetime) -> None:
    """Once a door has closed, the words that stayed there have no name any more either: also for
    those who meet their writer at another table."""
    with acting_for_the_house("closing doors"):
        leaving = Seat.objects.filter(state=SeatState.LEFT, door_open_until__lte=at)
        ended = list(leaving.values_list("account", "circle"))
    circles.close_doors(at)
    for account, circle in ended:
        take_name_off(Account(pk=account), circle)
