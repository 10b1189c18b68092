from datetime import date

from django.urls import path, register_converter

from openchair.sharing import views


class DayConverter:
    """A day in an address: 2026-03-02. Days at the ends of the calendar have no hours everywhere."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        day = date.fromisoformat(value)
        if not 1900 < day.year < 9000:
            raise ValueError(value)
        return day

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

urlpatterns = [
    path("tables/<uuid:circle_id>/days/<day:day>/", views.day, name="day"),
    path("tables/<uuid:circle_id>/before/<day:day>/", views.earlier, name="earlier"),
    path("words/<uuid:share_id>/", views.words, name="words"),
    path("words/<uuid:share_id>/seen/", views.witness, name="witness"),
    path("words/<uuid:share_id>/unseen/", views.take_back_witness, name="take-back-witness"),
    path("words/<uuid:share_id>/answers/", views.answer, name="answer"),
    path("words/<uuid:share_id>/taking-back/", views.take_back, name="take-back"),
    path("answers/<uuid:answer_id>/taking-back/", views.take_back_answer, name="take-back-answer"),
]
