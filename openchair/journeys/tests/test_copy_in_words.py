"""What a person reads in their copy is said in words, in the copy's language: no word for programs."""

from html import unescape
from typing import Any

import pytest
from django.db.models import Choices, Field, Model
from django.utils import translation
from django.utils.translation import gettext

from openchair.circles.models import (
    Beside,
    Distance,
    HoldingPause,
    Invitation,
    KeeperTerm,
    Naming,
    NamingAnswer,
    NeverWith,
    Seat,
    StandingAnswer,
    TableAnswer,
    TableQuestion,
    TurnedAway,
)
from openchair.delivery.models import Letter, Unreached, Unwanted
from openchair.house.models import Event, HandOver, Role
from openchair.journeys import keeping
from openchair.journeys.copy_pages import as_page
from openchair.journeys.copy_values import CHOICES
from openchair.kernel.models import Draft
from openchair.pathways.models import HostLetter, Resource
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
from openchair.presence.models import (
    Asked,
    AskedToAnswer,
    Call,
    CheckIn,
    KeptPage,
    Lamp,
    Readiness,
    RingLine,
    Waiting,
    Worry,
)
from openchair.repair.models import Passage, Report
from openchair.sharing.models import (
    Answer,
    Audience,
    ClosedWords,
    Hidden,
    Retelling,
    Share,
    Witness,
)
from openchair.testing.scenes import NOON, Scene

MODELS: dict[str, type[Model]] = {
    "account": Account,
    "person": Person,
    "blocks": Block,
    "names_not_used": NameNotUsed,
    "signed_in_at": Session,
    "passkeys": Passkey,
    "recovery_codes": RecoveryCode,
    "address_changes": AddressChange,
    "mendings": Mending,
    "unsent": Draft,
    "letters": Letter,
    "no_mail_about": Unwanted,
    "address_not_reached": Unreached,
    "duties": Role,
    "asked": HandOver,
    "events": Event,
    "seats": Seat,
    "invitations": Invitation,
    "looked_after": KeeperTerm,
    "named": Naming,
    "answers_in_private": NamingAnswer,
    "standing_answers": StandingAnswer,
    "never_seated_with": NeverWith,
    "asked_of_tables": TableQuestion,
    "answers_to_tables": TableAnswer,
    "pauses": HoldingPause,
    "pauses_set": HoldingPause,
    "someone_was_turned_away": TurnedAway,
    "kept_distance": Distance,
    "walked_beside_someone": Beside,
    "someone_walked_beside": Beside,
    "entries_checked": Resource,
    "answers_as_host": HostLetter,
    "words": Share,
    "answers": Answer,
    "seen": Witness,
    "retellings": Retelling,
    "words_hidden": Hidden,
    "words_you_hid": Hidden,
    "words_you_closed": ClosedWords,
    "ask_me": Readiness,
    "ring_me": RingLine,
    "company_calls": Call,
    "asked_for_company": Asked,
    "lamps": Lamp,
    "worried_about": Worry,
    "worried_about_you": Worry,
    "asked_to_look_in": Worry,
    "words_that_waited": Waiting,
    "asked_to_answer": AskedToAnswer,
    "how_you_were": CheckIn,
    "page_of_your_own": KeptPage,
    "letters_to_the_listener": Report,
    "written_in_letters": Passage,
}
EVERY_CHOICE = [
    (section, key, value) for (section, key), said in CHOICES.items() for value in said.values
]
NOT_SAID = {"table"}
"""That words were said to the table goes without saying."""
SAID: dict[str, Any] = {"said_at": NOON, "table": "", "taken_back_at": None, "nameless": False}
"""What the page reads of a share besides what is tried."""


def page_of(section: str, **fact: Any) -> str:
    room = "sharing" if section == "words" else "any"
    row = SAID | {"need": "read", "kind": "", "audience": "circle", "words": "x"} | fact
    return "".join(as_page([(room, {section: [row if room == "sharing" else fact]})]))


def choices_of(model: type[Model]) -> dict[str, list[Any]]:
    fields: list[Field[Any, Any]] = list(model._meta.concrete_fields)
    return {f.name: [value for value, _ in f.flatchoices] for f in fields if f.choices}


@pytest.mark.django_db
def test_every_field_with_choices_that_is_exported_is_said_in_words(scene: Scene) -> None:
    """A new section fails here until somebody says which rows it is made of."""
    held = keeping.export(scene.people["Ama"])
    rooms = {room: sections for room, sections in held.items() if room != "journeys"}
    assert {section for sections in rooms.values() for section in sections} == set(MODELS)
    for (section, key), said in CHOICES.items():
        assert set(choices_of(MODELS[section])[key]) <= {*said.values, ""}, (section, key)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Ama", "Chiara", "Els", "Harriet", "Ralf"])
def test_nobody_s_export_holds_a_choice_that_is_not_said_in_words(scene: Scene, name: str) -> None:
    for section, rows in _sections(keeping.export(scene.people[name])):
        known = choices_of(MODELS[section])
        for row in [one for one in rows if isinstance(one, dict)]:
            unsaid = {key for key in row if key in known} - {k for s, k in CHOICES if s == section}
            assert not unsaid, section


def _sections(held: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    return [
        (section, [rows] if isinstance(rows, dict) else rows)
        for room, sections in held.items()
        for section, rows in sections.items()
        if room != "journeys" and not isinstance(rows, bool)
    ]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("section", "key", "value"), EVERY_CHOICE)
def test_every_choice_stands_there_in_words(
    section: str, key: str, value: str, language: str
) -> None:
    with translation.override(language):
        page = unescape(page_of(section, **{key: value}))
        label = _label(CHOICES[section, key], value)
    assert (label in page) or label in NOT_SAID or not value
    assert f'<p dir="auto">{value}</p>' not in page or value == label


def _label(choices: type[Choices], value: str) -> str:
    if choices is Audience:
        return gettext("For you alone.") if value == Audience.ONLY_ME else "table"
    return str(choices(value).label)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("language", "es", "Spanish"),
        ("zone", "America/New_York", "America/New York"),
        ("agreed_to", "starter-1", "The four lines that every table begins with"),
        ("agreed_to", "own-2", "The one your table wrote for itself"),
    ],
)
def test_what_has_no_list_of_choices_is_said_too(key: str, value: str, said: str) -> None:
    page = page_of("person", **{key: value})
    assert said in page
    assert value not in page


def test_words_without_a_name_say_so() -> None:
    with translation.override("en"):
        assert "without your name" in page_of("words", nameless=True)
        assert "without your name" not in page_of("words")


def test_one_s_own_line_of_warning_stands_there() -> None:
    """I-26: it is a word of one's own too."""
    assert "about rain" in page_of("words", warning="about rain")
