from datetime import datetime

from django.db import transaction

from openchair.kernel.refusal import Refusal
from openchair.people import policy
from openchair.people.models import Account, Block, Person


@transaction.atomic
def block(actor: Account, other: Account, *, at: datetime) -> Block:
    """From now, and back in time, neither meets the other in this house (spec/model.md 5.8)."""
    if sentence := policy.why_not_block(actor, other):
        raise Refusal(sentence)
    person = Person.objects.for_viewer(actor).filter(account=other).first()
    name = person.name if person else ""
    row, _made = Block.objects.for_viewer(actor).get_or_create(
        by=actor, of=other, defaults={"set_at": at, "name": name}
    )
    return row


@transaction.atomic
def end_block(actor: Account, other: Account) -> None:
    Block.objects.for_viewer(actor).filter(of=other).delete()
