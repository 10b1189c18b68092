"""What stands in a copy as a word for programs, said as a person would: in the copy's language.

The JSON keeps the word itself. A field with choices that is exported and not named here fails a test.
"""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Choices
from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from openchair.circles.agreement import STARTER
from openchair.circles.models import QuestionKind, SeatState, WhenAsked, WhileResting
from openchair.delivery.models import Kind
from openchair.house.models import Duty, EventKind
from openchair.people.models import Theme
from openchair.presence.models import Capacity, How, When, WorryReply
from openchair.repair.models import ReportState
from openchair.sharing.models import (
    AnswerKind,
    Audience,
    HideNote,
    Need,
    RetellingState,
    ShareKind,
    ShortAnswer,
)

CHOICES: dict[tuple[str, str], type[Choices]] = {
    ("person", "theme"): Theme,
    ("letters", "kind"): Kind,
    ("no_mail_about", "kind"): Kind,
    ("duties", "duty"): Duty,
    ("asked", "duty"): Duty,
    ("events", "kind"): EventKind,
    ("events", "duty"): Duty,
    ("seats", "state"): SeatState,
    ("answers_in_private", "answer"): WhenAsked,
    ("standing_answers", "while_resting"): WhileResting,
    ("asked_of_tables", "kind"): QuestionKind,
    ("words", "kind"): ShareKind,
    ("words", "need"): Need,
    ("words", "audience"): Audience,
    ("answers", "kind"): AnswerKind,
    ("seen", "short"): ShortAnswer,
    ("retellings", "state"): RetellingState,
    ("words_hidden", "note"): HideNote,
    ("words_you_hid", "note"): HideNote,
    ("ask_me", "when"): When,
    ("ask_me", "how"): How,
    ("worried_about_you", "reply"): WorryReply,
    ("how_you_were", "capacity"): Capacity,
    ("letters_to_the_listener", "state"): ReportState,
}
"""By section and key."""


def in_words(value: Any, section: str, key: str) -> str:
    """One fact, as a person would write it."""
    if isinstance(value, str) and (section, key) in CHOICES:
        return str(dict(CHOICES[section, key].choices).get(value, value))
    if key in NAMED and value:
        return NAMED[key](value)
    return sign(value)


def sign(value: Any) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j F Y, H:i")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, time):
        return time_format(value, "H:i")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


def is_worth_showing(value: Any) -> bool:
    """Keys of rows tell a reader nothing."""
    return value not in (None, "", []) and not isinstance(value, UUID)


def _language(code: str) -> str:
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


def _agreement(version: str) -> str:
    if version == STARTER:
        return _("The four lines that every table begins with")
    return _("The one your table wrote for itself")


NAMED: dict[str, Callable[[Any], str]] = {
    "language": _language,
    "zone": lambda zone: str(zone).replace("_", " "),
    "agreed_to": _agreement,
}
"""By key alone: what has no list of choices in the house."""
