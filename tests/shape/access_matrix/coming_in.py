"""How the people of the world come in, and how letters reach them: a browser elsewhere, a passkey, a
code on paper, an old name, another address."""

from datetime import timedelta
from typing import TYPE_CHECKING

from openchair.delivery.models import Kind, Unreached, Unwanted
from openchair.people.models import (
    AddressChange,
    Mending,
    NameNotUsed,
    Passkey,
    RecoveryCode,
    Session,
)
from openchair.people.session_store import SessionStore
from openchair.people.signing_in import BEGAN, BROWSER, SYSTEM
from tests.shape.canaries import draw_canary

if TYPE_CHECKING:
    from tests.shape.access_matrix.world import World

YEAR = timedelta(days=365)


def lay_ways_in(world: "World") -> None:
    """For everyone; what a device keeps of a passkey is made up, and opens nothing."""
    said = {BROWSER: "Firefox", SYSTEM: "Linux", BEGAN: world.at.timestamp()}
    for name, account in world.people.items():
        session = Session.objects.create(
            account=account,
            key=draw_canary(),
            data=SessionStore().encode(said),
            expires_at=world.at + YEAR,
        )
        world.put(f"session {name}", session)
        passkey = Passkey.objects.create(
            account=account, name="n", handle=draw_canary(), made_at=world.at
        )
        world.put(f"passkey {name}", passkey)
        unused = NameNotUsed.objects.create(account=account, name="n", set_at=world.at)
        world.put(f"unused-name {name}", unused)
        code = RecoveryCode.objects.create(
            account=account, code_hash=draw_canary(), made_at=world.at
        )
        world.put(f"recovery-code {name}", code)
        unwanted = Unwanted.objects.create(to=account, kind=Kind.REMINDER, since=world.at)
        world.put(f"unwanted {name}", unwanted)
    _lay_addresses(world)


def _lay_addresses(world: "World") -> None:
    """Omar has another address since today, and nothing reaches it; Una lost hers."""
    omar, una = world.people["Omar"], world.people["Una"]
    changed = AddressChange.objects.create(account=omar, changed_at=world.at)
    world.put("address-change Omar", changed)
    unreached = Unreached.objects.create(to=omar, trace=draw_canary(), since=world.at)
    world.put("unreached Omar", unreached)
    lost = Mending.objects.create(account=una, by=omar, address="a", asked_at=world.at)
    world.put("mending Una", lost)
