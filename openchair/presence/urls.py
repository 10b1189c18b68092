from django.urls import path

from openchair.presence.views import (
    calling,
    coming,
    how,
    own_page,
    readiness,
    staying,
    worrying,
)

urlpatterns = [
    path("mine/company/", readiness.ask_me, name="ask-me"),
    path("mine/company/wake/", readiness.wake_me, name="wake-me"),
    path("mine/company/sleep/", readiness.let_me_sleep, name="let-me-sleep"),
    path("mine/company/number/", readiness.ring_me, name="ring-me"),
    path("mine/company/number/back/", readiness.take_number_back, name="ring-me-no-more"),
    path("mine/how/", how.how, name="how"),
    path("mine/how/word/", how.word, name="how-word"),
    path("mine/how/back/", how.take_back, name="how-back"),
    path("mine/how/page/", own_page.keep_page, name="how-page"),
    path("mine/how/page/off/", own_page.keep_no_page, name="how-no-page"),
    path("tables/<uuid:circle_id>/company/", calling.ask, name="ask-for-company"),
    path("company/<uuid:call_id>/", calling.company, name="company"),
    path("company/<uuid:call_id>/again/", calling.ask_again, name="ask-again"),
    path("company/<uuid:call_id>/wake/", calling.wake_someone, name="wake-someone"),
    path("company/<uuid:call_id>/lamp/", calling.leave_lamp, name="leave-lamp"),
    path("company/<uuid:call_id>/end/", calling.end, name="end-company"),
    path("company/<uuid:call_id>/answer/", coming.answer, name="answer-company"),
    path("company/<uuid:call_id>/out/", coming.step_out, name="step-out"),
    path("staying/", staying.staying, name="staying"),
    path("words/<uuid:share_id>/worried/", worrying.worried, name="worried"),
    path("words/<uuid:share_id>/worried/back/", worrying.worried_no_more, name="worried-no-more"),
    path("worries/<uuid:worry_id>/", worrying.worry, name="worry"),
    path("worries/<uuid:worry_id>/answer/", worrying.reply, name="answer-worry"),
]
