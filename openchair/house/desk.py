"""What each duty tends: the lines of the desk."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openchair.house.models import Duty


class Thing(NamedTuple):
    url_name: str
    label: Promise
    line: Promise
    duties: tuple[Duty, ...]


STEWARD, HOST, EAR = (Duty.STEWARD,), (Duty.HOST,), (Duty.EAR,)

THINGS = [
    Thing("host-letters", _("Letters to whoever greets people"), _("Someone outside wrote."), HOST),
    Thing("host-calls", _("Someone to talk with"), _("Who would be helped by a talk."), HOST),
    Thing("mend-address", _("A lost mailbox"), _("Help someone you know to a new address."), HOST),
    Thing("listener-letters", _("Letters to you alone"), _("Sealed for the listener."), EAR),
    Thing(
        "house-greeting",
        _("The greeting"),
        _("The first words people read here."),
        (Duty.HOST, Duty.STEWARD),
    ),
    Thing("help-lines", _("Help lines"), _("The numbers people call at night."), STEWARD),
    Thing("directory", _("Groups nearby"), _("What meets outside this house."), STEWARD),
    Thing(
        "house-safety", _("Safety page and rules"), _("Who runs this, and what is agreed."), STEWARD
    ),
    Thing("house-name", _("The name"), _("What this house is called."), STEWARD),
    Thing("house-place", _("Where it is"), _("Country, languages, clock."), STEWARD),
    Thing("house-listener", _("The independent listener"), _("Or that there is none."), STEWARD),
    Thing("house-mail", _("Mail"), _("Whether letters leave this house."), STEWARD),
    Thing("house-key", _("The key sheet"), _("The key on paper, put away."), STEWARD),
    Thing(
        "house-duties",
        _("Who does what"),
        _("Ask someone, or put something down."),
        (*STEWARD, *HOST, *EAR),
    ),
    Thing(
        "house-events", _("What happened"), _("Twelve months, without content."), (*STEWARD, *EAR)
    ),
]


def things_to_tend(mine: Iterable[Duty]) -> list[tuple[str, Promise, Promise]]:
    """Address, name and one line of each page that these duties tend, where that page is there."""
    held = set(mine)
    seen = [thing for thing in THINGS if held.intersection(thing.duties)]
    return [(address, one.label, one.line) for one in seen if (address := _address(one.url_name))]


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
