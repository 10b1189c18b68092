"""No form answers in Django's or allauth's own words: each sentence says here what to do."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest
from django import forms
from django.core.validators import ProhibitNullCharactersValidator

import openchair
from openchair.kernel.fields import Line, Words

IN_A_LIST = (forms.ChoiceField, forms.MultipleChoiceField)
NEVER_TOLD = {"website"}
"""A box nobody sees; its own `clean` speaks."""


def every_form() -> set[type[forms.Form]]:
    for module in pkgutil.walk_packages(openchair.__path__, "openchair."):
        if module.name.endswith("forms") and ".tests." not in module.name:
            import_module(module.name)
    return set(subclasses(forms.Form))


def subclasses(form: type[forms.Form]) -> Iterator[type[forms.Form]]:
    for one in form.__subclasses__():
        if one.__module__.startswith("openchair."):
            yield one
        yield from subclasses(one)


def name_of(form: type[forms.Form]) -> str:
    return f"{form.__module__}.{form.__qualname__}"


def codes(field: forms.Field) -> set[str]:
    """What may be wrong with it. A sign that nobody sees is taken out of lines and words before."""
    wrong = {"required"} if field.required else set()
    wrong |= {str(one.code) for one in field.validators if hasattr(one, "code")}
    if isinstance(field, (Line, Words, forms.UUIDField)):  # or it has no such sign in it
        wrong -= {ProhibitNullCharactersValidator.code}
    if isinstance(field, IN_A_LIST):
        wrong.add("invalid_choice")
    if isinstance(field, (forms.TimeField, forms.UUIDField, forms.MultipleChoiceField)):
        wrong.add("invalid_list" if isinstance(field, forms.MultipleChoiceField) else "invalid")
    return wrong


def of_django(field: forms.Field, code: str) -> bool:
    """Django's own sentence, or none of ours: then the check's own would be told."""
    defaults: dict[str, object] = {}
    for kind in reversed(type(field).__mro__):
        if kind.__module__.startswith("django."):
            defaults |= getattr(kind, "default_error_messages", {})
    said = (field.error_messages or {}).get(code)
    return said is None or said == defaults.get(code)


FORMS = {name_of(form): form for form in every_form()}


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_sentence_of_a_form_is_ours(form: str) -> None:
    theirs = [
        f"{name}: {code}"
        for name, field in FORMS[form].base_fields.items()
        for code in codes(field)
        if name not in NEVER_TOLD and of_django(field, code)
    ]
    assert not theirs
