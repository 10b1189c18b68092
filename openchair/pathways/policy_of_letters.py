"""Why a letter to the host is not sent or answered: one sentence, or None."""

from datetime import datetime

from django.utils.translation import gettext as _

from openchair.house.models import Duty
from openchair.house.queries import has_duty
from openchair.kernel.guard import Viewer
from openchair.pathways.homes import has_room
from openchair.pathways.models import HostLetter

MOST_IN_A_DAY = 40


def why_not_write(*, hosts: bool, today: int, home: str) -> str | None:
    """`home` is counted here, so ask once for each letter, last of all."""
    if not hosts:
        return _(
            "Nobody greets people in this house at present, so a letter would reach nobody. "
            "Your words are here, and nothing was sent."
        )
    if today >= MOST_IN_A_DAY:
        return _(
            "As many letters have come today as the host can read. "
            "Your words are here, and nothing was sent. You can send them tomorrow."
        )
    if home and not has_room(home):
        return _(
            "Several letters have come today from where you are, and that is all for one day. "
            "Your words are here, and nothing was sent. You can send them tomorrow."
        )
    return None


def why_not_answer(actor: Viewer, letter: HostLetter) -> str | None:
    if not has_duty(actor, Duty.HOST):
        return _("Only someone who greets people here can answer these letters.")
    if letter.is_closed:
        return _("This letter has been closed. Your words are here, and nothing was sent.")
    if not letter.waits:
        return _("This letter has an answer already. Your words are here, and nothing was sent.")
    return None


def why_not_put_away(actor: Viewer) -> str | None:
    if not has_duty(actor, Duty.HOST):
        return _("Only someone who greets people here can put a letter away.")
    return None


def why_not_come_in(letter: HostLetter | None, at: datetime) -> str | None:
    if letter is None or not letter.may_come_in or at >= letter.gone_at:
        return _("This link has been used, or is no longer there. It was nothing you did.")
    return None
