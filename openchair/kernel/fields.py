"""Form fields for what people write: cleaned as it comes in, so a sign that nobody sees is no error.

Each says by itself, in the words of this house, what is wrong and what to do; a form says it better
where it can.
"""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from openchair.kernel.text import clean, clean_line

WRITE: dict[str, Any] = {
    "required": _("Write something here."),
    "max_length": _("This is longer than fits here. Make it shorter."),
}
CHOOSE: dict[str, Any] = {
    "required": _("Choose one of these."),
    "invalid_choice": _("That is not in the list. Choose one of these."),
    "invalid_list": _("That is not in the list. Choose one of these."),
}
NO_ADDRESS = _("That does not look like an address. It should look like name@example.org.")


class Line(forms.CharField):
    """What stands in one line. A line that shows nothing is empty."""

    default_error_messages = WRITE

    def to_python(self, value: Any) -> str:
        return clean_line(super().to_python(value) or "")


class Words(forms.CharField):
    """What may have paragraphs. Words that show nothing are empty."""

    default_error_messages = WRITE

    def to_python(self, value: Any) -> str:
        return clean(super().to_python(value) or "")


class Choice(forms.ChoiceField):
    """One of a list."""

    default_error_messages = CHOOSE


class Choices(forms.MultipleChoiceField):
    """Some of a list."""

    default_error_messages = CHOOSE


class Keys(forms.Field):
    """Some rows by their keys, as `frozenset[UUID]`. Whether they are there, and whose, is asked later."""

    widget = forms.MultipleHiddenInput
    default_error_messages = CHOOSE

    def to_python(self, value: Any) -> frozenset[UUID]:
        try:
            return frozenset(map(UUID, value or ()))
        except ValueError:
            raise forms.ValidationError(CHOOSE["invalid_choice"]) from None


class Address(forms.EmailField):
    """Where a letter can be sent."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write an address, like name@example.org."),
        "invalid": NO_ADDRESS,
        "null_characters_not_allowed": NO_ADDRESS,
        "max_length": _("That address is longer than addresses are. Look at it once more."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 254} | kwargs)
