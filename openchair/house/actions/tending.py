"""What a steward says about the house: the steps of the set-up, and the same again later."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.db import transaction

from openchair.house import policy
from openchair.house.actions.duties import give_duty, show_names, tell_stewards
from openchair.house.actions.events import note
from openchair.house.actions.founding import only_one_at_a_time, said_of_the_house
from openchair.house.models import Duty, EventKind, SetUpAddress, StepDone
from openchair.house.queries import duties_of, held, the_house
from openchair.kernel.guard import Viewer
from openchair.kernel.refusal import Refusal
from openchair.people import actions as people
from openchair.people.models import Account


def mark_done(step: str, *, on: date) -> None:
    StepDone.objects.update_or_create(step=step, defaults={"done_on": on})


def may_tend(actor: Viewer) -> None:
    if sentence := policy.why_not_tend(actor, held()):
        raise Refusal(sentence)


@transaction.atomic
def keep_name(actor: Viewer, *, name: str, neutral_name: str, at: datetime) -> None:
    may_tend(actor)
    said_of_the_house(name=name, neutral_name=neutral_name)
    mark_done("name", on=at.date())


@transaction.atomic
def keep_place(
    actor: Viewer,
    *,
    country: str,
    languages: Sequence[str],
    zone: str,
    emergency_number: str,
    at: datetime,
) -> None:
    may_tend(actor)
    said_of_the_house(
        country=country.upper(),
        languages=" ".join(languages),
        zone=zone,
        emergency_number=emergency_number,
    )
    mark_done("place", on=at.date())


@transaction.atomic
def become_first_steward(
    *,
    name: str,
    adult: bool,
    night_from: time,
    night_until: time,
    zone: str,
    email: str,
    language: str,
    at: datetime,
) -> Account:
    """The house's first account. Raises Refusal when someone looks after it already."""
    house = only_one_at_a_time()
    if sentence := policy.why_not_be_first(house, held()):
        raise Refusal(sentence)
    account = people.arrive(
        name=name,
        adult=adult,
        night_from=night_from,
        night_until=night_until,
        zone=zone or house.zone,
        language=language,
        at=at,
    )
    people.give_address(account, email.lower(), at=at)
    give_duty(account, Duty.STEWARD, since=at.date(), shown_as=name)
    said_of_the_house(looked_after_by=name)
    SetUpAddress.objects.filter(ended_at=None).update(ended_at=at)
    mark_done("steward", on=at.date())
    note(EventKind.DUTY_GIVEN, at=at, duty=Duty.STEWARD, concerns=account)
    return account


@transaction.atomic
def keep_greeting(actor: Account, *, greeting: str, greeter: str, at: datetime) -> None:
    if sentence := policy.why_not_greet(actor):
        raise Refusal(sentence)
    said_of_the_house(greeting=greeting, greeter=greeter)
    mark_done("greeting", on=at.date())


@transaction.atomic
def greet_myself(actor: Account, *, shown_as: str, at: datetime) -> None:
    """A steward takes the host's duty as well; pressing twice is once."""
    only_one_at_a_time()
    may_tend(actor)
    if Duty.HOST in duties_of(actor):
        return
    give_duty(actor, Duty.HOST, since=at.date(), shown_as=shown_as)
    show_names(Duty.HOST)
    note(EventKind.DUTY_GIVEN, at=at, duty=Duty.HOST, concerns=actor)


@transaction.atomic
def say_nobody_is_independent(actor: Account, said: bool, *, at: datetime) -> None:
    """The truthful line, on or off. It stays on while nobody listens: spec/model.md, House."""
    only_one_at_a_time()
    may_tend(actor)
    if sentence := policy.why_not_say_nobody(held(), said=said, now=the_house()):
        raise Refusal(sentence)
    said_of_the_house(no_independent_person=said)
    mark_done("listener", on=at.date())
    tell_stewards(note(EventKind.LISTENER_LINE, at=at), at)


@transaction.atomic
def keep_safety(
    actor: Account, *, run_by: str, stands_where: str, steward_reads: str, rules: str, at: datetime
) -> None:
    may_tend(actor)
    before = the_house()
    said_of_the_house(
        run_by=run_by, stands_where=stands_where, steward_reads=steward_reads, rules=rules
    )
    mark_done("safety", on=at.date())
    note(EventKind.SAFETY_CHANGED, at=at)
    if before and before.rules != rules:
        note(EventKind.RULES_CHANGED, at=at)


@transaction.atomic
def show_key(actor: Account, *, at: datetime) -> None:
    """The sheet with the house key is about to be shown; every steward is told."""
    may_tend(actor)
    tell_stewards(note(EventKind.KEY_SHOWN, at=at), at)
