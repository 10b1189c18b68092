from datetime import datetime, time
from uuid import UUID

from django.db import transaction

from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean, clean_line
from openchair.people import policy
from openchair.people.models import Account, Block, NameNotUsed, Person, Theme


@transaction.atomic
def change_person(
    actor: Account,
    *,
    name: str,
    night_from: time,
    night_until: time,
    zone: str,
    theme: str,
    keep_drafts: bool,
    crisis_panel: bool = True,
    language: str = "",
) -> Person:
    name = clean(name).strip()
    if sentence := policy.why_not_be_called(actor, name):
        raise Refusal(sentence)
    person = Person.objects.for_viewer(actor).get(account=actor)
    person.name, person.zone, person.language = name, zone, language
    person.night_from, person.night_until = night_from, night_until
    person.theme, person.keep_drafts = Theme(theme), keep_drafts
    person.crisis_panel = crisis_panel
    person.save()
    return person


@transaction.atomic
def say_how(actor: Account, name_said: str) -> None:
    """How one's name is said. Who may see the name may see this."""
    person = Person.objects.for_viewer(actor).get(account=actor)
    person.name_said = clean_line(name_said)
    person.save()


@transaction.atomic
def never_use(actor: Account, name: str, *, at: datetime) -> None:
    """From now on this house does not show that name for them, nor lets them be called so.

    Who keeps them apart may have known them by it: there, the name gives way to "someone".
    """
    name = clean_line(name)
    if sentence := policy.why_not_never_use(actor, name):
        raise Refusal(sentence)
    if policy.is_never_used(actor, name):
        return
    NameNotUsed.objects.for_viewer(actor).create(account=actor, name=name, set_at=at)
    with acting_for_the_house("not using a name"):
        for block in Block.objects.filter(of=actor):
            if policy.same_name(block.name, name):
                block.name = ""
                block.save()


@transaction.atomic
def use_again(actor: Account, row_id: UUID) -> None:
    NameNotUsed.objects.for_viewer(actor).filter(pk=row_id).delete()
