"""What this room holds on a person, and how it is forgotten. spec/model.md 5.7, I-26."""

from typing import Any

from openchair.kernel.guard import acting_for_the_house
from openchair.people.models import (
    Account,
    AddressChange,
    Block,
    Mending,
    NameNotUsed,
    Passkey,
    Person,
    RecoveryCode,
    Session,
)
from openchair.people.queries import names_not_used, passkeys_of, signed_in_at


def export(actor: Account) -> dict[str, Any]:
    person = Person.objects.for_viewer(actor).get(account=actor)
    blocks = Block.objects.for_viewer(actor).order_by("set_at")
    return {
        "account": {"email": actor.email},
        "person": {
            "name": person.name,
            "name_said": person.name_said,
            "adult_said_at": person.adult_said_at,
            "night_from": person.night_from,
            "night_until": person.night_until,
            "zone": person.zone,
            "language": person.language,
            "theme": person.theme,
            "keep_drafts": person.keep_drafts,
            "crisis_panel": person.crisis_panel,
        },
        "blocks": [{"name": block.name, "set_at": block.set_at} for block in blocks],
        "names_not_used": [
            {"name": row.name, "set_at": row.set_at} for row in names_not_used(actor)
        ],
    } | _coming_in(actor)


def _coming_in(actor: Account) -> dict[str, Any]:
    """What lets them in. Of keys and codes no more than that they are there: they open doors."""
    changes = AddressChange.objects.for_viewer(actor)
    mendings = Mending.objects.for_viewer(actor).order_by("asked_at")
    return {
        "signed_in_at": [{"device": d.name, "since": d.began} for d in signed_in_at(actor, None)],
        "passkeys": [{"name": key.name, "made_at": key.made_at} for key in passkeys_of(actor)],
        "recovery_codes": RecoveryCode.objects.for_viewer(actor).exists(),
        "address_changes": [{"before": c.before, "changed_at": c.changed_at} for c in changes],
        "mendings": [{"address": m.address, "asked_at": m.asked_at} for m in mendings],
    }


def forget(account: Account) -> None:
    """Everything of this room goes: the name, the blocks in both directions, the address, the account."""
    with acting_for_the_house("forgetting"):
        Block.objects.filter(by=account).delete()
        Block.objects.filter(of=account).delete()
        Mending.objects.filter(by=account).delete()
        for model in (Session, Passkey, RecoveryCode, NameNotUsed, AddressChange, Mending, Person):
            model.objects.filter(account=account).delete()
        account.delete()
