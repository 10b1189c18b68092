"""Who may be asked for company and is, who is worried about whom, and how people said they are."""

from openchair.presence.models.company import (
    Asked,
    Call,
    How,
    Lamp,
    Readiness,
    RingLine,
    RingShown,
    When,
)
from openchair.presence.models.how import Capacity, CheckIn, CheckInShown, KeptPage
from openchair.presence.models.waiting import AskedToAnswer, Waiting
from openchair.presence.models.worry import Worry, WorryReply

__all__ = [
    "Asked",
    "AskedToAnswer",
    "Call",
    "Capacity",
    "CheckIn",
    "CheckInShown",
    "How",
    "KeptPage",
    "Lamp",
    "Readiness",
    "RingLine",
    "RingShown",
    "Waiting",
    "When",
    "Worry",
    "WorryReply",
]
