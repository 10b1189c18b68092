"""Beginning a larger table: of which kind, then a name, what it is for, and one person."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.views.decorators.http import require_http_methods, require_safe

from openchair.circles import actions
from openchair.circles.forms_of_tables import BeginForm
from openchair.circles.kinds import KINDS, brought_by
from openchair.circles.models import CircleKind
from openchair.kernel.once import once_only
from openchair.people.doors import signed_in
from openchair.people.forms import first_errors
from openchair.people.visit import Visit

LARGER = [kind for kind in CircleKind if kind != CircleKind.PAIR]


@signed_in
@require_safe
def begin(request: Visit) -> HttpResponse:
    """The kinds beside each other; none is the usual one."""
    kinds = [(kind.value, capfirst(str(kind.label)), KINDS[kind].starters[-1]) for kind in LARGER]
    return render(request, "circles/begin.html", {"kinds": kinds})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
@once_only
def begin_of_kind(request: Visit, kind: str) -> HttpResponse:
    if kind not in LARGER:
        raise Http404
    chosen = CircleKind(kind)
    form = BeginForm(request.POST or None)
    if form.is_valid():
        circle, _letter = actions.start_with_one(
            request.user, kind=chosen, at=timezone.now(), **form.cleaned_data
        )
        return redirect("circle", circle.pk)
    page = _kind_page(chosen) | {"errors": first_errors(form)}
    page |= {"said": form.data} if form.errors else {}
    return render(request, "circles/begin-of-kind.html", page, status=422 if form.errors else 200)


def _kind_page(kind: CircleKind) -> dict[str, Any]:
    first, *more = brought_by(kind).starters
    label = capfirst(str(kind.label))
    return {"kind": kind, "label": label, "starters": more, "said": {"purpose": str(first)}}
