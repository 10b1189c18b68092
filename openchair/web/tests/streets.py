"""Addresses by name, so that the parts can be rendered without the rest of the house."""

from django.http import HttpRequest, HttpResponse
from django.urls import path


def nothing(request: HttpRequest, **_ids: str) -> HttpResponse:
    return HttpResponse(status=204)


NAMES = [
    "today", "now", "safety", "sign-in", "sign-in-code", "sign-out", "leave", "elsewhere", "mine",
    "start-with-one", "meetings", "demo", "demo-letters",
]  # fmt: skip
OF_A_TABLE = ["circle", "leaving", "agreement"]

urlpatterns = [path("", nothing, name="front")]
urlpatterns += [path(f"{name}/", nothing, name=name) for name in NAMES]
urlpatterns += [path(f"tables/<uuid:circle_id>/{name}/", nothing, name=name) for name in OF_A_TABLE]
urlpatterns += [
    path("tables/<uuid:circle_id>/days/<str:day>/", nothing, name="day"),
    path("letters/<str:token>/", nothing, name="invitation"),
]
