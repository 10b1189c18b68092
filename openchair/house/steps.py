"""The steps from an empty folder to an open house, and which of them are done."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openchair.house.models import Duty, House, StepDone
from openchair.house.queries import held, help_lines


class Step(NamedTuple):
    name: str
    title: Promise
    url_name: str
    is_there: Callable[["Standing"], bool]
    must: bool = True


@dataclass(frozen=True)
class Standing:
    """How far the house is."""

    house: House
    held: Counter[Duty]
    fresh_lines: bool
    done: dict[str, date]

    def missing(self) -> list[Step]:
        """What must be in place before the house opens, and is not."""
        return [step for step in STEPS if step.must and not step.is_there(self)]

    def next_step(self) -> Step | None:
        """The first that is open, also of those that may be left out."""
        return next((step for step in STEPS if not step.is_there(self)), None)


def look(house: House, today: date) -> Standing:
    fresh = any(not line.is_stale(today) for line in help_lines(today))
    done = dict(StepDone.objects.values_list("step", "done_on"))
    return Standing(house, held(), fresh, done)


def has_name(now: Standing) -> bool:
    return bool(now.house.name and now.house.neutral_name)


def has_place(now: Standing) -> bool:
    return bool(now.house.country and now.house.emergency_number)


def has_steward(now: Standing) -> bool:
    return now.held[Duty.STEWARD] > 0


def has_greeting(now: Standing) -> bool:
    return now.held[Duty.HOST] > 0 and bool(now.house.greeting)


def has_listener(now: Standing) -> bool:
    return now.held[Duty.EAR] > 0 or now.house.no_independent_person


def has_lines(now: Standing) -> bool:
    return now.fresh_lines


def has_safety(now: Standing) -> bool:
    return bool(now.house.run_by and now.house.stands_where and now.house.steward_reads)


def has_mail(now: Standing) -> bool:
    return "mail" in now.done


def has_key(now: Standing) -> bool:
    return "key" in now.done


STEPS = [
    Step("name", _("A name"), "house-name", has_name),
    Step("place", _("Where it is"), "house-place", has_place),
    Step("steward", _("Who looks after it"), "first-steward", has_steward),
    Step("greeting", _("Who greets people"), "house-greeting", has_greeting),
    Step("listener", _("An independent listener"), "house-listener", has_listener),
    Step("lines", _("Help lines"), "help-lines", has_lines),
    Step("safety", _("The safety page"), "house-safety", has_safety),
    Step("mail", _("Mail"), "house-mail", has_mail, must=False),
    Step("key", _("The key sheet"), "house-key", has_key),
]
