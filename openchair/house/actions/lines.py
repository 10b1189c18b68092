from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from openchair.house import policy
from openchair.house.actions.events import note
from openchair.house.models import EventKind, HelpLine
from openchair.kernel.refusal import Refusal
from openchair.people.models import Account


@transaction.atomic
def keep_help_line(actor: Account, line_id: UUID | None, **fields: object) -> HelpLine:
    """Enter a line, or change one. Nobody but stewards sees it before it is checked."""
    if sentence := policy.why_not_keep_help_lines(actor):
        raise Refusal(sentence)
    if line_id is None:
        return HelpLine.objects.create(**fields)
    line = HelpLine.objects.filter(id=line_id).first()
    if line is None:
        raise Refusal(_("This line is no longer there. Someone may have taken it off the page."))
    for name, value in fields.items():
        setattr(line, name, value)
    line.save()
    return line


@transaction.atomic
def check_help_line(actor: Account, line_id: UUID, *, on: date, at: datetime) -> None:
    """They opened the provider's own page that day, and the line is as it says here."""
    keep_help_line(actor, line_id, checked_on=on)
    note(EventKind.LINE_CHANGED, at=at)


@transaction.atomic
def take_off_help_line(actor: Account, line_id: UUID, *, at: datetime) -> None:
    if sentence := policy.why_not_keep_help_lines(actor):
        raise Refusal(sentence)
    gone, _what = HelpLine.objects.filter(id=line_id).delete()
    if gone:
        note(EventKind.LINE_CHANGED, at=at)
