"""What is asked once more at the door, and of whom: handed over at start by those who know.

Delivery knows accounts and kinds. Whether someone may still hear of a thing, when they sleep, which
language they read and what the house is called are known in rooms above. `journeys` gives this room
the functions to ask with.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from openchair.delivery.kinds import Kind
from openchair.delivery.models import Letter
from openchair.delivery.night import Hours
from openchair.kernel.guard import acting_for_the_house

type Question = Callable[[Letter], bool]
type HoursOf = Callable[[Any], Hours]
type LanguageOf = Callable[[Any], str]
type NameOfHouse = Callable[[], str]


class Stranger(NamedTuple):
    """Someone without an account: their address, the page that waits for them, and their nights.

    `words`: of a letter that somebody wrote to them themselves, and wished to have mailed (I-10).
    """

    address: str = ""
    page: str = ""
    language: str = ""
    hours: Hours = Hours()
    words: str = ""


type StrangerOf = Callable[[Letter], Stranger]


class NotHandedOver(Exception):
    """The house cannot send letters yet: someone did not hand over what delivery must ask."""


class Readers(NamedTuple):
    hours_of: HoursOf
    language_of: LanguageOf


QUESTIONS: dict[Kind, Question] = {}
_readers: list[Readers] = []
_name_of_house: list[NameOfHouse] = []
_strangers: list[StrangerOf] = []
_inside: list[Question] = []


def ask_before_sending(questions: Mapping[Kind, Question]) -> None:
    """For each kind: may `letter.to` still hear of `letter.about`? Asked as the house.

    Raises NotHandedOver when a kind has no question.
    """
    QUESTIONS.clear()
    QUESTIONS.update(questions)
    _look_at_questions()


def know_readers(*, hours_of: HoursOf, language_of: LanguageOf) -> None:
    """Both are asked with the account; the language is "" where the person chose none."""
    _readers[:] = [Readers(hours_of, language_of)]


def know_strangers(stranger_of: StrangerOf) -> None:
    """Asked with a letter to someone without an account; nobody's, where they wish no more letters."""
    _strangers[:] = [stranger_of]


def leave_inside(question: Question) -> None:
    """Where it says yes, the letter is not mailed: it is read inside, or not at all. Asked as the house."""
    _inside[:] = [question]


def speak_as(name_of_house: NameOfHouse) -> None:
    """The house's neutral name, asked anew for each mail."""
    _name_of_house[:] = [name_of_house]


def ready() -> None:
    """Raises NotHandedOver when anything is missing. The worker asks before it starts."""
    _look_at_questions()
    if not _readers or not _name_of_house:
        raise NotHandedOver("who the readers are, or what the house is called")


def may_hear(letter: Letter) -> bool:
    with acting_for_the_house("asking before sending"):
        return QUESTIONS[Kind(letter.kind)](letter)


def stays_inside(letter: Letter) -> bool:
    with acting_for_the_house("asking before sending"):
        return any(question(letter) for question in _inside)


def hours_of(letter: Letter) -> Hours:
    return _readers[0].hours_of(letter.to) if letter.to else stranger_of(letter).hours


def language_of(letter: Letter) -> str:
    return _readers[0].language_of(letter.to) if letter.to else stranger_of(letter).language


def address_of(letter: Letter) -> str:
    return letter.address or (letter.to.email if letter.to else stranger_of(letter).address) or ""


def page_of(letter: Letter) -> str:
    """Where in the house it is read: the front door, for whoever comes in by their account."""
    return "" if letter.to else stranger_of(letter).page


def words_of(letter: Letter) -> str:
    """Asked in the reader's language; blank but for an invitation, which is its writer's own letter."""
    own = letter.to is None and letter.kind == Kind.INVITATION
    return stranger_of(letter).words if own else ""


def stranger_of(letter: Letter) -> Stranger:
    with acting_for_the_house("asking before sending"):
        return _strangers[0](letter)


def name_of_house() -> str:
    """One line, whatever was typed."""
    return " ".join(_name_of_house[0]().split())


def _look_at_questions() -> None:
    missing = [str(kind) for kind in Kind if kind not in QUESTIONS]
    if missing:
        raise NotHandedOver(f"no question for: {', '.join(missing)}")
