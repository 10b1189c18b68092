"""Somebody without an account writes a few lines to the host, and the host answers (5.1, 5.2).

The writer is whoever holds the private address of the letter. `written -> read -> answered`, and
`closed` from each of them: then nothing is left of what either wrote.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from openchair.delivery import letters
from openchair.delivery.models import Kind
from openchair.house.models import Duty
from openchair.house.queries import holders
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.refusal import Refusal
from openchair.kernel.text import clean
from openchair.pathways import policy_of_letters as policy
from openchair.pathways.models import HostLetter, LetterState
from openchair.pathways.placing import hashed, place_for
from openchair.pathways.queries_of_letters import by_place
from openchair.people.models import Account

DAY = timedelta(days=1)


@transaction.atomic
def write_to_host(
    once: UUID, *, name: str, words: str, address: str, language: str, home: str, at: datetime
) -> str:
    """The private address of the letter; for the same form sent twice, the same.

    `home`: the network it comes from, which is counted for a day in memory and kept nowhere.
    Raises Refusal, also when enough letters have come today.
    """
    place, hosts = place_for(once), holders(Duty.HOST)
    with acting_for_the_house("keeping a letter to the host"):
        if HostLetter.objects.filter(place_hash=hashed(place)).exists():
            return place
        today = HostLetter.objects.filter(written_at__gt=at - DAY).count()
        if sentence := policy.why_not_write(hosts=bool(hosts), today=today, home=home):
            raise Refusal(sentence, status=429 if hosts else 409)
        letter = HostLetter.objects.create(
            name=clean(name),
            words=clean(words),
            address=address,
            place=place,
            place_hash=hashed(place),
            language=language,
            written_at=at,
        )
    letters.write_to_each(hosts, Kind.SOMETHING, about=letter.pk, at=at)
    return place


@transaction.atomic
def take_letter_back(place: str, *, at: datetime) -> None:
    """By whoever holds its address. What is not there any more stays so."""
    with acting_for_the_house("keeping a letter to the host"):
        if letter := by_place(place, at=at):
            letter.delete()


@transaction.atomic
def use_first_link(place: str, *, at: datetime) -> None:
    """Once. Raises Refusal when it was used, or never made."""
    with acting_for_the_house("opening a letter to the host"):
        letter = HostLetter.objects.select_for_update().filter(place_hash=hashed(place)).first()
        if sentence := policy.why_not_come_in(letter, at):
            raise Refusal(sentence)
        HostLetter.objects.filter(place_hash=hashed(place)).update(came_in_at=at)


@transaction.atomic
def read(actor: Account, letter: HostLetter) -> HostLetter:
    if letter.state == LetterState.WRITTEN:
        letter.state = LetterState.READ
        letter.save(update_fields=["state"])
    return letter


@transaction.atomic
def answer(
    actor: Account,
    letter: HostLetter,
    *,
    words: str,
    tables: Iterable[str],
    first_link: bool,
    at: datetime,
) -> HostLetter:
    """Once, in the host's own words. It stands on the private page, and word goes to the address."""
    letter = HostLetter.objects.for_viewer(actor).select_for_update().get(pk=letter.pk)
    if sentence := policy.why_not_answer(actor, letter):
        raise Refusal(sentence)
    letter.state, letter.answered_by, letter.answered_at = LetterState.ANSWERED, actor, at
    letter.answer, letter.tables, letter.first_link = clean(words), list(tables), first_link
    letter.save()
    if letter.address:
        letters.write_to_stranger(Kind.HOST_ANSWER, about=letter.pk, at=at)
    return letter


@transaction.atomic
def put_letter_away(actor: Account, letter: HostLetter) -> HostLetter:
    """A letter nobody has to keep. Its writer reads that it has been closed."""
    if sentence := policy.why_not_put_away(actor):
        raise Refusal(sentence)
    return close(letter)


def close(letter: HostLetter) -> HostLetter:
    letter.name = letter.words = letter.address = letter.answer = ""
    letter.state, letter.first_link, letter.tables = LetterState.CLOSED, False, []
    letter.save()
    return letter


def forget_old_letters(at: datetime) -> None:
    """Thirty days after the last word nothing is left of a letter, and its page is gone before."""
    with acting_for_the_house("forgetting old letters to the host"):
        for letter in HostLetter.objects.filter(written_at__lt=at - 30 * DAY):
            if at >= letter.gone_at:
                letter.delete()
