"""What is asked of a whole table just now, and what came of it lately."""

from datetime import datetime, timedelta

from openchair.circles.models import Circle, QuestionState, TableAnswer, TableQuestion
from openchair.kernel.guard import Viewer

LATELY = timedelta(days=7)


def open_questions(viewer: Viewer, circle: Circle) -> list[TableQuestion]:
    """Asked of all who sit there, the reader among them; in the order they were asked."""
    if circle.is_ending:
        return []
    rows = TableQuestion.objects.for_viewer(viewer).filter(circle=circle.pk)
    return list(rows.filter(state=QuestionState.ASKING).order_by("asked_at"))


def unanswered(viewer: Viewer, circle: Circle) -> list[TableQuestion]:
    """Of these, what waits for the reader's own word."""
    said = TableAnswer.objects.for_viewer(viewer).filter(account=viewer.pk, yes=True)
    rows = TableQuestion.objects.for_viewer(viewer).filter(circle=circle.pk)
    asking = rows.filter(state=QuestionState.ASKING).exclude(pk__in=said.values("question"))
    return [] if circle.is_ending else list(asking.order_by("asked_at"))


def has_said_yes(viewer: Viewer, question: TableQuestion) -> bool:
    answers = TableAnswer.objects.for_viewer(viewer).filter(question=question.pk, yes=True)
    return answers.exists()


def not_now_lately(viewer: Viewer, circle: Circle, *, at: datetime) -> list[TableQuestion]:
    """It is said that it is not now, and never whose word it was; of each kind once."""
    rows = TableQuestion.objects.for_viewer(viewer).filter(circle=circle.pk)
    lately = rows.filter(state=QuestionState.NOT_NOW, settled_at__gt=at - LATELY)
    asked_anew = [row.kind for row in open_questions(viewer, circle)]
    last = {row.kind: row for row in lately.order_by("settled_at")}
    return [row for kind, row in last.items() if kind not in asked_anew]
