"""The account, and what hangs on it in this room."""

from openchair.people.models.account import Account
from openchair.people.models.addresses import AddressChange, Mending
from openchair.people.models.block import Block
from openchair.people.models.keys import Passkey, RecoveryCode
from openchair.people.models.person import NameNotUsed, Person, Theme
from openchair.people.models.session import Session

__all__ = [
    "Account",
    "AddressChange",
    "Block",
    "Mending",
    "NameNotUsed",
    "Passkey",
    "Person",
    "RecoveryCode",
    "Session",
    "Theme",
]
