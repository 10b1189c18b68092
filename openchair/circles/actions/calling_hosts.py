"""A human is asked to talk with someone: hosts read a line, and it names no table."""

from datetime import datetime, timedelta

from django.db import transaction

from openchair.circles.models import CallKind, HostCall, Naming, NamingState
from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import Account, Person

MONTH = timedelta(days=30)
PROBES = 3


def call_a_host(kind: CallKind, about: Account, *, at: datetime) -> HostCall:
    """Once, until a host says that it is done. Whoever it is about is not among those told."""
    with acting_for_the_house("asking a host to talk"):
        open_call = HostCall.objects.filter(kind=kind, about=about, done_at=None).first()
        if open_call is not None:
            return open_call
        person = Person.objects.filter(account=about).first()
        name = person.name if person else ""
        row = HostCall.objects.create(kind=kind, about=about, name=name, asked_at=at)
    hosts = [one for one in holders(Duty.HOST) if one.pk != about.pk]
    letters.write_to_each(hosts, Kind.SOMETHING, about=row.pk, at=at)
    return row


@transaction.atomic
def done_talking(actor: Account, call: HostCall, *, at: datetime) -> HostCall:
    if call.done_at is None:
        call.done_at = at
        call.save(update_fields=["done_at"])
    return call


def call_a_host_if_probing(by: Account, *, at: datetime) -> None:
    """The third time it was not possible within thirty days; a host, not the table (AS-05)."""
    if not may_name_again(by, at=at):
        call_a_host(CallKind.NAMING, by, at=at)


def may_name_again(by: Account, *, at: datetime) -> bool:
    """Not after three in thirty days; a talk with a host since then makes them begin anew."""
    with acting_for_the_house("asking a host to talk"):
        talks = HostCall.objects.filter(kind=CallKind.NAMING, about=by, done_at__isnull=False)
        last = talks.order_by("-done_at").values_list("done_at", flat=True).first()
        since = max(at - MONTH, last) if last else at - MONTH
        refused = Naming.objects.filter(by=by, state=NamingState.NOT_NOW, settled_at__gt=since)
        return refused.count() < PROBES


@transaction.atomic
def forget_old_calls(at: datetime) -> None:
    with acting_for_the_house("asking a host to talk"):
        HostCall.objects.filter(done_at__lte=at - MONTH).delete()
