"""What was said, by whom, to whom, and what stands under it."""

from openchair.sharing.models.answers import Answer, Offer, OfferReply
from openchair.sharing.models.choices import (
    DISTRESS,
    LIGHT,
    NEEDS_FIRST,
    OPENINGS,
    AnswerKind,
    Audience,
    HideNote,
    Need,
    ShareKind,
    ShortAnswer,
)
from openchair.sharing.models.closed import ClosedWords
from openchair.sharing.models.retellings import Retelling, RetellingState
from openchair.sharing.models.words import Hidden, Reader, Share, Witness

__all__ = [
    "DISTRESS",
    "LIGHT",
    "NEEDS_FIRST",
    "OPENINGS",
    "Answer",
    "AnswerKind",
    "Audience",
    "ClosedWords",
    "Hidden",
    "HideNote",
    "Need",
    "Offer",
    "OfferReply",
    "Reader",
    "Retelling",
    "RetellingState",
    "Share",
    "ShareKind",
    "ShortAnswer",
    "Witness",
]
