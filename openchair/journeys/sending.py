"""Asked again at the moment of sending: may this person still hear of this thing?

Letter kind -> question. `delivery` knows letters; what they are about is known here.
"""

from collections.abc import Callable

from openchair.delivery.models import Kind, Letter
from openchair.house.language import house_language
from openchair.journeys.inside import lines_for
from openchair.journeys.mailed_letters import may_it_be_mailed
from openchair.journeys.models import Copy
from openchair.journeys.strangers import does_an_answer_wait
from openchair.people.models import Account
from openchair.people.queries import language_of
from openchair.people.telling import is_there_someone_to_tell
from openchair.presence.queries import still_called
from openchair.presence.told import has_nothing_left
from openchair.presence.waits import is_still_asked

type Question = Callable[[Letter], bool]


def always(letter: Letter) -> bool:
    """What the person asked for themselves a moment ago."""
    return True


def is_there_still_something(letter: Letter) -> bool:
    """The thing stands, this person may still see it, and would find a line about it inside."""
    return letter.to is not None and bool(lines_for(letter.to, [letter]))


def is_the_copy_there(letter: Letter) -> bool:
    """Until they asked for another, or three days went by."""
    viewer = letter.to
    if viewer is None or letter.about is None:
        return False
    return Copy.objects.for_viewer(viewer).filter(pk=letter.about, made_at__isnull=False).exists()


def is_company_still_wanted(letter: Letter) -> bool:
    """The call is open, or words wait, and this person, who may see it still, has not answered, and has something
    left to answer with (AS-16)."""
    if letter.to is None or letter.about is None or has_nothing_left(letter.to):
        return False
    called = still_called(letter.to, letter.about) is not None
    return called or is_still_asked(letter.to, letter.about)


def waits_for_strength(letter: Letter) -> bool:
    """It only asks something of a person who said that they have nothing left: on Today it stands once
    they change that. Answers to their own words, and what their account needs, go as ever."""
    if letter.kind != Kind.SOMETHING or letter.to is None or not has_nothing_left(letter.to):
        return False
    return all(line.asks for line in lines_for(letter.to, [letter]))


def no_longer(letter: Letter) -> bool:
    """Nothing in this house writes such a letter yet; one that lies there is let go."""
    return False


ASKED: dict[Kind, Question] = {
    Kind.SIGN_IN_CODE: always,
    Kind.SECURITY: is_there_someone_to_tell,
    Kind.HOST_ANSWER: does_an_answer_wait,
    Kind.EXPORT_READY: is_the_copy_there,
    Kind.INVITATION: may_it_be_mailed,
    Kind.SOMETHING: is_there_still_something,
    Kind.COMPANY_CALL: is_company_still_wanted,
    Kind.WAKE_CALL: is_company_still_wanted,
}

TO_STRANGERS = {Kind.HOST_ANSWER}
"""Goes to people without an account alone; they end it on their own page."""

QUESTIONS: dict[Kind, Question] = {kind: ASKED.get(kind, no_longer) for kind in Kind}


def language_for(account: Account) -> str:
    """As they chose; where they chose none, as the house speaks."""
    return language_of(account) or house_language()
