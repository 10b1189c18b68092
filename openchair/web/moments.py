"""Times as a person would say them. Clock times are for appointments, not for what people said."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

NIGHT_ENDS, NOON, EVENING, NIGHT = 5, 12, 18, 21


def when(moment: datetime, *, at: datetime) -> str:
    """`moment` in words, as seen from `at`, in the zone that is active for this person."""
    then, now = timezone.localtime(moment), timezone.localtime(at)
    return _near(then, now) or _on_a_day(then.date(), now.date())


def day_name(day: date) -> str:
    """A day with its weekday: "Tuesday 4 March"."""
    return date_format(day, pgettext("date pattern", "l j F"))


def _near(then: datetime, now: datetime) -> str:
    days = (now.date() - then.date()).days
    if days == 0:
        return _part_of_today(then.hour, now.hour)
    if days == 1:
        return _("last night") if then.hour >= NIGHT else _("yesterday")
    return _("tomorrow") if days == -1 else ""


def _part_of_today(then: int, now: int) -> str:
    if then < NIGHT_ENDS:
        return _("tonight") if now < NIGHT_ENDS else _("last night")
    if then < NOON:
        return _("this morning")
    return _("this afternoon") if then < EVENING else _("this evening")


def _on_a_day(then: date, today: date) -> str:
    if timedelta(1) < today - then < timedelta(7):
        return date_format(then, "l")
    if then.year == today.year:
        return date_format(then, pgettext("date pattern", "j F"))
    return date_format(then, pgettext("date pattern", "j F Y"))
