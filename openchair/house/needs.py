"""What needs a human in this house: for the desk of its stewards, and for `openchair check`."""

from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from openchair.house import steps
from openchair.house.backups import newest_backup
from openchair.house.models import Duty, House
from openchair.house.queries import lines_to_tend
from openchair.house.steps import Standing

AT_MOST = 5
TOO_OLD = timedelta(days=2)


class Need(NamedTuple):
    sentence: str
    url_name: str
    """Where it is done; none where it is done at the terminal."""
    must: bool = True
    """Whether the house is not as it has to be; else it is worth knowing."""


def what_needs_a_human(house: House, today: date) -> list[Need]:
    """The most pressing first, five at most."""
    now = steps.look(house, today)
    if house.is_setting_up:
        return _not_open(now)
    found = [
        *_listener(now),
        *_lines(today),
        *_key(now),
        *_backup(today),
        *_stewards(now),
        *_mail(),
    ]
    return found[:AT_MOST]


def _not_open(now: Standing) -> list[Need]:
    step = next(iter(now.missing()), None)
    if step is None:
        sentence = _("This house is not open yet. Every step is done: a steward can open it.")
        return [Need(sentence, "house-opening")]
    sentence = _("This house is not open yet. The next step is: %(step)s.")
    return [Need(sentence % {"step": step.title}, step.url_name)]


def _listener(now: Standing) -> list[Need]:
    if steps.has_listener(now):
        return []
    sentence = _(
        "Nobody listens independently, and the page does not say so. Ask someone, or switch the "
        "truthful line on."
    )
    return [Need(sentence, "house-listener")]


def _lines(today: date) -> list[Need]:
    lines = lines_to_tend(today)
    if not any(line.checked_on for line in lines):
        return [
            Need(
                _("No help line has been checked. People see the emergency number only."),
                "help-lines",
            )
        ]
    stale = [line for line in lines if line.is_stale(today)]
    if not stale:
        return []
    sentence = _("The help line “%(name)s” has to be compared with its provider’s page.")
    return [Need(sentence % {"name": stale[0].name}, "help-lines")]


def _key(now: Standing) -> list[Need]:
    if steps.has_key(now):
        return []
    return [Need(_("The key sheet has not been printed and put away."), "house-key")]


def _backup(today: date) -> list[Need]:
    if settings.OPENCHAIR.demo:
        return []
    newest = newest_backup(settings.OPENCHAIR.backups)
    if newest is None:
        return [Need(_("No backup of this house lies there. Make one: bin/openchair backup"), "")]
    if newest.date() >= today - TOO_OLD:
        return []
    return [Need(_("The last backup is more than two days old. See why: bin/openchair backup"), "")]


def _stewards(now: Standing) -> list[Need]:
    if now.held[Duty.STEWARD] > 1:
        return []
    if now.held[Duty.STEWARD] == 1:
        sentence = _("One person alone looks after this house. A second can step in.")
        return [Need(sentence, "house-duties", must=False)]
    return [Need(_("Nobody looks after this house."), "house-duties")]


def _mail() -> list[Need]:
    if settings.OPENCHAIR.mail_host or settings.OPENCHAIR.demo:
        return []
    sentence = _(
        "No mail server is named, so nobody can come back on another device without a recovery code or a passkey."
    )
    return [Need(sentence, "house-mail", must=False)]
