"""What all decide together: asked by one, answered by each, and never said whose word it was."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from openchair.circles import actions, policy
from openchair.circles.agreement import lines_of
from openchair.circles.asked import has_said_yes
from openchair.circles.doors import seated
from openchair.circles.forms_of_tables import AnswerForm, AskForm, EndForm
from openchair.circles.kinds import agreement_template
from openchair.circles.models import QuestionKind, Seat, TableQuestion
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.visit import Visit


@seated
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def ask_together(request: Visit, seat: Seat, kind: str) -> HttpResponse:
    """One page for each kind of question. Asking is saying yes oneself."""
    if kind not in QuestionKind:
        raise Http404
    form = (EndForm if kind == QuestionKind.CLOSE else AskForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = actions.ask_together(
            request.user, seat, kind=QuestionKind(kind), at=timezone.now(), **form.said()
        )
        return redirect("question", asked.pk)
    page = _ask_page(seat, QuestionKind(kind)) | {"errors": first_errors(form)}
    page |= {"said": form.data} if form.errors else {}
    return render(request, "circles/ask-together.html", page, status=422 if form.errors else 200)


def _ask_page(seat: Seat, kind: QuestionKind) -> dict[str, Any]:
    """What stands in the form: the table's own lines, or those that every table is offered."""
    circle = seat.circle
    own = lines_of(circle) if circle.agreement_version else agreement_template(circle.kind)
    words = {QuestionKind.AGREEMENT: "\n".join(own), QuestionKind.CLOSE: circle.closing_words}
    why_not = policy.why_not_ask_together(seat, circle, kind, "-", 0, timezone.now())
    said = {"words": words.get(kind, ""), "days": "14", "words_stay": "30"}
    return {"circle": circle, "kind": kind, "why_not": why_not, "said": said}


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def question(request: Visit, question_id: UUID) -> HttpResponse:
    viewer = request.user
    asked = get_object_or_404(TableQuestion.objects.for_viewer(viewer), pk=question_id)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        yes = form.cleaned_data["answer"] == "yes"
        actions.answer_together(viewer, asked, yes=yes, at=timezone.now())
        return redirect("question", asked.pk)
    page = {"circle": asked.circle, "question": asked, "lines": asked.words.splitlines()}
    page |= {"said_yes": has_said_yes(viewer, asked), "errors": first_errors(form)}
    return render(request, "circles/question.html", page, status=422 if form.errors else 200)


@seated
@require_POST
@once_only
def agree(request: Visit, seat: Seat) -> HttpResponse:
    """Whoever rested, or came, while the others agreed: their own yes."""
    actions.say_yes_to_agreement(request.user, seat, at=timezone.now())
    return redirect("agreement", seat.circle_id)


@seated
@require_POST
@once_only
def read_from_arrival(request: Visit, seat: Seat) -> HttpResponse:
    """One press of anyone who sits there, and nobody reads of the time before they came."""
    actions.read_from_arrival(request.user, seat, at=timezone.now())
    return redirect("our-table", seat.circle_id)


@seated
@require_POST
@once_only
def wake(request: Visit, seat: Seat) -> HttpResponse:
    """Wakes a resting table, or calls off its end."""
    actions.wake(request.user, seat, at=timezone.now())
    return redirect("circle", seat.circle_id)
