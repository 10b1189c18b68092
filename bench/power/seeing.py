"""What lies in a house that was opened again: every thing's state, read with the product's own rows."""

from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag

from bench.power.acting import NOT_THERE
from openchair.delivery.models import Letter
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import Erasure, OnceOnly
from openchair.kernel.sealed import KeyMissing
from openchair.kernel.sealed.opening import blobs_on_disk
from openchair.people.models import Person
from openchair.sharing.models import Answer, Audience, Share, Witness

CLOSED = ["there, and cannot be opened"]


@dataclass
class Seen:
    states: dict[str, list[str]]
    marks: dict[str, str]
    """Of answered forms: where each answer led."""
    erased: set[str]
    without_letter: list[str]

    def of(self, thing: str) -> list[str]:
        return self.states.get(thing, NOT_THERE)


def see() -> Seen:
    with acting_for_the_house("looking after a power cut"):
        shares, answers = list(Share.objects.all()), list(Answer.objects.all())
        seen = list(Witness.objects.all())
        states = {f"name {person.pk}": _opened(_name, person) for person in Person.objects.all()}
        states |= {f"share {share.pk}": _opened(_share, share) for share in shares}
        states |= {f"answer {row.pk}": _opened(_answer, row) for row in answers}
        states |= {f"seen {row.share_id} {row.account_id}": ["seen"] for row in seen}
        marks = dict(OnceOnly.objects.values_list("key", "location"))
        letters = set(Letter.objects.values_list("about", flat=True))
    to_tell = [share for share in shares if share.audience == Audience.CIRCLE]
    silent = [row for row in (*to_tell, *answers, *seen) if row.pk not in letters]
    labels = {"sharing.Share": "share", "sharing.Answer": "answer"}
    erased = {f"{labels.get(note.label)} {note.row}" for note in Erasure.objects.all()}
    return Seen(states, marks, erased, [f"{row._meta.model_name} {row.pk}" for row in silent])


def blob_of(thing: str) -> bytes:
    """The sealed bytes of a thing, none where it has no words."""
    kind, *ids = thing.split()
    column = {"share": (Share, "words"), "answer": (Answer, "words"), "name": (Person, "name")}
    if kind not in column:
        return b""
    model, name = column[kind]
    return bytes(next(iter(blobs_on_disk(model._meta.get_field(name), ids).values()), b""))


def _opened[Row](read: Callable[[Row], list[str]], row: Row) -> list[str]:
    try:
        return read(row)
    except (KeyMissing, InvalidTag):
        return CLOSED


def _name(person: Person) -> list[str]:
    return ["said", person.name]


def _share(share: Share) -> list[str]:
    """What is half taken back or half erased is like no state there is."""
    said = [share.words] if share.words else []
    if share.author_id is None:
        return ["emptied" if share.is_taken_back else "half emptied", *said]
    return ["taken back", *said] if share.is_taken_back else ["said", *said, share.audience]


def _answer(row: Answer) -> list[str]:
    said = [row.words] if row.words else []
    return ["taken back" if row.taken_back_at else "said", *said]
