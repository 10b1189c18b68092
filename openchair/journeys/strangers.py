"""People without an account who wrote to the host and left an address, for the outbox."""

from django.urls import reverse

from openchair.delivery.models import Kind, Letter
from openchair.delivery.night import Hours
from openchair.delivery.sending import Stranger
from openchair.house.queries import the_house
from openchair.journeys.mailed_letters import whom_it_invites
from openchair.pathways.models import HostLetter, LetterState
from openchair.pathways.queries_of_letters import by_id
from openchair.people.telling import whom_it_concerns


def stranger_of(letter: Letter) -> Stranger:
    """Nobody, where the letter was closed or taken back meanwhile: its address went with it."""
    if letter.kind == Kind.SECURITY:
        return whom_it_concerns(letter)
    if letter.kind == Kind.INVITATION:
        return whom_it_invites(letter, _nights())
    written = _answered(letter)
    if written is None:
        return Stranger()
    page = reverse("letter-place", args=[written.place])
    return Stranger(written.address, page, written.language, _nights())


def does_an_answer_wait(letter: Letter) -> bool:
    return _answered(letter) is not None


def _answered(letter: Letter) -> HostLetter | None:
    written = by_id(letter.about) if letter.about else None
    return written if written and written.state == LetterState.ANSWERED else None


def _nights() -> Hours:
    """Where someone sleeps is not known: the house's own nights are kept."""
    house = the_house()
    return Hours(house.night_from, house.night_until, house.zone) if house else Hours()
