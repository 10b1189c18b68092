from datetime import date, datetime

from django.db import transaction

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.house import policy
from openchair.house.actions.events import note
from openchair.house.actions.founding import only_one_at_a_time, said_of_the_house
from openchair.house.models import Duty, Event, EventKind, Role
from openchair.house.queries import duties_of, held, holders
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account

SHOWN_ON_THE_HOUSE = {Duty.HOST: "greeter", Duty.EAR: "listener"}


@transaction.atomic
def give_duty(account: Account, duty: Duty, *, since: date, shown_as: str = "") -> Role:
    actor = account
    role, _made = Role.objects.for_viewer(actor).get_or_create(
        account=account, duty=duty, defaults={"since": since, "shown_as": shown_as}
    )
    return role


@transaction.atomic
def put_down(
    actor: Account, duty: Duty, *, at: datetime, say_nobody_is_independent: bool = False
) -> None:
    """At once, by who holds it. Raises Refusal while the safe fallback is not in force (I-40).

    The last listener may put that fallback in force with the same act (docs/decisions/0041).
    """
    house = only_one_at_a_time()
    if duty not in duties_of(actor):
        return
    line = house.no_independent_person or say_nobody_is_independent
    if sentence := policy.why_not_put_down(duty, others=held()[duty] > 1, line=line):
        raise Refusal(sentence)
    Role.objects.for_viewer(actor).filter(account=actor.pk, duty=duty).delete()
    if duty == Duty.EAR and held()[Duty.EAR] == 0:
        said_of_the_house(no_independent_person=True)
    show_names(duty)
    tell_stewards(note(EventKind.DUTY_PUT_DOWN, at=at, duty=duty), at)


@transaction.atomic
def end_duty(actor: Account, role: Role, *, at: datetime) -> None:
    """A steward ends another steward's duty; that person is told. Of two who do it to each other at
    the same instant the second is refused: they no longer are a steward."""
    only_one_at_a_time()
    if sentence := policy.why_not_end_duty(actor, role):
        raise Refusal(sentence)
    Role.objects.for_viewer(actor).filter(pk=role.pk).delete()
    event = note(EventKind.DUTY_TAKEN, at=at, duty=Duty.STEWARD, concerns=role.account)
    letters.write(role.account, Kind.SOMETHING, about=event.pk, at=at)
    tell_stewards(event, at)


def tell_stewards(event: Event, at: datetime) -> None:
    letters.write_to_each(holders(Duty.STEWARD), Kind.SOMETHING, about=event.pk, at=at)


def show_names(duty: Duty) -> None:
    """What everybody reads on the front and safety page follows those who hold the duty."""
    if duty not in SHOWN_ON_THE_HOUSE:
        return
    with acting_for_the_house("finding who has a duty"):
        roles = list(Role.objects.filter(duty=duty).order_by("since", "pk"))
    names = [role.shown_as for role in roles if role.shown_as]
    if names or not roles:
        said_of_the_house(**{SHOWN_ON_THE_HOUSE[duty]: ", ".join(names)[:80]})
