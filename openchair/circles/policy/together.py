"""Why not decide something together: to gather, to rest, to agree, to end?"""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from openchair.circles.models import (
    Circle,
    CircleState,
    QuestionKind,
    QuestionState,
    Seat,
    TableQuestion,
)
from openchair.circles.policy.sitting import why_not_change_table

LONGEST_END = 90
"""Days until an end, and days for which words stay after it, at most."""


def why_not_gather(seat: Seat, circle: Circle) -> str | None:
    """A founding table may say that it is one, when they wish."""
    if sentence := why_not_change_table(seat):
        return sentence
    if circle.is_pair:
        return _("This is a table for two.")
    if circle.state != CircleState.FOUNDING:
        return _("This table has begun already.")
    return None


def why_not_ask_together(
    seat: Seat, circle: Circle, kind: str, words: str, days: int | None, at: datetime
) -> str | None:
    """`days`: until the end, where an end is asked about."""
    if sentence := why_not_change_table(seat):
        return sentence
    if circle.is_ending:
        return _("This table is coming to an end already.")
    if kind == QuestionKind.REST and circle.state != CircleState.GATHERING:
        return _("The whole table can rest once it has begun, and someone looks after it.")
    if kind == QuestionKind.BEFORE and circle.read_from:
        return _("Whoever comes later reads it already.")
    if kind == QuestionKind.AGREEMENT and not words:
        return _("Write what you would agree on, a line each.")
    if kind == QuestionKind.CLOSE and not 0 <= (-1 if days is None else days) <= LONGEST_END:
        return _("Choose a day for the end, within ninety days.")
    return None


def why_not_answer_together(seat: Seat | None, question: TableQuestion) -> str | None:
    if sentence := why_not_change_table(seat):
        return sentence
    assert seat is not None
    if question.state != QuestionState.ASKING or seat.circle.is_ending:
        return _("This is no longer being asked.")
    return None


def why_not_wake(seat: Seat, circle: Circle) -> str | None:
    if sentence := why_not_change_table(seat):
        return sentence
    if circle.is_closed:
        return _("This table has come to its end.")
    return None


def why_not_shape(seat: Seat, keepers: Collection[UUID], most: int, inside: int) -> str | None:
    """Words for beginning and ending, who may come, how many chairs: `most`, where `inside` sit."""
    if sentence := why_not_change_table(seat):
        return sentence
    if seat.circle.is_ending:
        return _("This table is coming to an end already.")
    if keepers and seat.account_id not in keepers:
        return _("Someone who looks after this table can change this with you.")
    if not inside <= most <= type(seat.circle)._meta.get_field("seats_most").default:
        return _("There are two to twelve chairs, and at least one for each who sits here.")
    return None
