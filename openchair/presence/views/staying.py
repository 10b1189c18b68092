"""How to stay with someone: the guide, with the numbers of this house beside it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from openchair.house.queries import help_lines
from openchair.people.doors import signed_in
from openchair.people.visit import Visit


@signed_in
@require_safe
def staying(request: Visit) -> HttpResponse:
    return render(request, "presence/staying.html", numbers())


def numbers() -> dict[str, Any]:
    return {"lines": help_lines(timezone.localdate())}
