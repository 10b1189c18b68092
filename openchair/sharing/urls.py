from datetime import date

from django.urls import path, register_converter

from openchair.sharing.views import answering, changing, hiding, looking, table


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
    path("tables/<uuid:circle_id>/days/<day:day>/", table.day, name="day"),
    path("tables/<uuid:circle_id>/before/<day:day>/", table.earlier, name="earlier"),
    path("tables/<uuid:circle_id>/looking/", looking.look, name="look-for"),
    path("words/<uuid:share_id>/", table.words, name="words"),
    path("words/<uuid:share_id>/seen/", answering.witness, name="witness"),
    path("words/<uuid:share_id>/unseen/", answering.take_back_witness, name="take-back-witness"),
    path("words/<uuid:share_id>/answers/", answering.answer, name="answer"),
    path("words/<uuid:share_id>/taking-back/", answering.take_back, name="take-back"),
    path(
        "answers/<uuid:answer_id>/taking-back/", answering.take_back_answer, name="take-back-answer"
    ),
    path("words/<uuid:share_id>/changing/", changing.change_words, name="change-words"),
    path("answers/<uuid:answer_id>/along/", answering.carry, name="carry-answer"),
    path("answers/<uuid:answer_id>/away/", answering.put_away, name="put-away"),
    path("words/<uuid:share_id>/closing/", answering.close_answers, name="close-answers"),
    path("words/<uuid:share_id>/not-for-me/", hiding.close_words, name="close-words"),
    path("words/<uuid:share_id>/for-me-again/", hiding.open_words, name="open-words"),
    path("words/<uuid:share_id>/hiding/", hiding.hide_words, name="hide-words"),
    path("hidden/<uuid:hidden_id>/undo/", hiding.undo_hiding, name="undo-hiding"),
    path("listener/hidden/", hiding.hidden_words, name="hidden-words"),
    path("offers/<uuid:offer_id>/", answering.reply_to_offer, name="reply-to-offer"),
]
