"""A letter to someone who may have no account, mailed once at the wish of whoever wrote it."""

from django.urls import reverse
from django.utils.translation import gettext as _

from openchair.circles.actions import may_be_mailed_to
from openchair.circles.models import WAITING, Invitation
from openchair.delivery.models import Letter
from openchair.delivery.night import Hours
from openchair.delivery.sending import Stranger
from openchair.house.language import house_language
from openchair.people.models import Person
from openchair.people.queries import language_of


def may_it_be_mailed(letter: Letter) -> bool:
    """The letter can still be used, and nothing stands between them and those who sit there."""
    written = _written(letter)
    return written is not None and may_be_mailed_to(letter.address, written)


def whom_it_invites(letter: Letter, nights: Hours) -> Stranger:
    """In the language of whoever wrote; where the other sleeps is not known, so by the house's nights."""
    written = _written(letter)
    if written is None:
        return Stranger()
    page = reverse("invitation", args=[written.token])
    language = language_of(written.inviter) or house_language()
    return Stranger(letter.address, page, language, nights, _as_a_letter(written))


def _as_a_letter(written: Invitation) -> str:
    person = Person.objects.filter(account=written.inviter_id).first()
    salutation = _("Dear %(name)s,") % {"name": written.invitee} if written.invitee else ""
    parts = (salutation, written.words, person.name if person else "")
    return "\n\n".join(filter(None, parts))


def _written(letter: Letter) -> Invitation | None:
    if letter.about is None:
        return None
    return Invitation.objects.filter(pk=letter.about, state__in=WAITING).first()
