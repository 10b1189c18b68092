"""Today, in its order (spec/model.md, Today): how the reader is, what people did for them, who waits for
someone, what they said yes to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.models import Seat
from openchair.delivery.models import Letter
from openchair.journeys.inside import Line, lines_for
from openchair.people.models import Account
from openchair.presence.after import ended_with_me
from openchair.presence.lying_today import lies_today
from openchair.presence.models import AskedToAnswer, Call
from openchair.presence.queries import OpenCall, open_calls
from openchair.presence.told import HowToday, how_today
from openchair.presence.waits import asked_to_answer, waiting_sentence


@dataclass(frozen=True)
class Today:
    """Each part only if there is something; none of them counts anything."""

    how: HowToday
    lines: list[Line]
    waits: list[Line]
    """Someone whose words or whose company wait, where the reader offered to come. A line each."""
    said_yes: list[Line]
    read: list[Letter]
    """Of the letters that lie here: those whose lines stand on the page."""


def todays(viewer: Account, letters: Iterable[Letter], seats: list[Seat], *, at: datetime) -> Today:
    """Whoever said that they have nothing left is asked for nothing, and finds it here once they
    change that (AS-16)."""
    how, lies = how_today(viewer, seats, at=at), lies_today(viewer)
    calls = open_calls(viewer) if lies.calls else []
    ended = ended_with_me(viewer) if lies.came else []
    asked = asked_to_answer(viewer) if lies.to_answer else []
    lines, read = lines_for(viewer, letters), list(letters)
    waits = [_to_the_call(one) for one in calls if not one.is_my_yes]
    if how.is_nothing_left:
        held = {about for line in lines for about in line.asks}
        lines = [line for line in lines if not line.asks]
        read, waits = [letter for letter in read if letter.about not in held], []
    waits += [_to_the_words(row) for row in asked if not how.is_nothing_left]
    lines = [line for line in lines if line.href not in {one.href for one in waits}]
    said_yes = [_to_the_call(one) for one in calls if one.is_my_yes]
    said_yes += [_to_what_is_offered(call) for call in ended]
    return Today(how=how, lines=lines, waits=waits, said_yes=said_yes, read=read)


def _to_the_words(row: AskedToAnswer) -> Line:
    return Line(waiting_sentence(), reverse("waiting", args=[row.pk]))


def _to_what_is_offered(call: Call) -> Line:
    """To who stayed with someone: nothing is asked of them, so it stands whatever strength they have."""
    sentence = _("You stayed with someone. There is a word for you, if you like.")
    return Line(sentence, reverse("company", args=[call.pk]))


def _to_the_call(one: OpenCall) -> Line:
    return Line(one.sentence, reverse("company", args=[one.call.pk]))
