from django.urls import path

from openchair.house.views import beginning, desk, duties, greeting, key, lines, mail, safety

urlpatterns = [
    path("set-up/<str:secret>/", beginning.set_up, name="set-up"),
    path("rules/", safety.rules, name="rules"),
    path("h/<str:token>/", duties.letter, name="duty-letter"),
    path("house/", desk.desk, name="house-desk"),
    path("house/events/", desk.events, name="house-events"),
    path("house/name/", beginning.name, name="house-name"),
    path("house/place/", beginning.place, name="house-place"),
    path("house/steward/", beginning.first_steward, name="first-steward"),
    path("house/greeting/", greeting.greeting, name="house-greeting"),
    path("house/listener/", greeting.listener, name="house-listener"),
    path("house/listener/nobody/", greeting.nobody_is_independent, name="nobody-is-independent"),
    path("house/help-lines/", lines.help_lines, name="help-lines"),
    path("house/help-lines/<uuid:line_id>/check/", lines.check_help_line, name="check-help-line"),
    path(
        "house/help-lines/<uuid:line_id>/off/", lines.take_off_help_line, name="take-off-help-line"
    ),
    path("house/safety/", safety.safety, name="house-safety"),
    path("house/mail/", mail.mail, name="house-mail"),
    path("house/mail/try/", mail.try_mail, name="try-mail"),
    path("house/mail/without/", mail.without_mail, name="without-mail"),
    path("house/key/", key.key, name="house-key"),
    path("house/key/show/", key.show_key, name="show-key"),
    path("house/key/sheet/", key.sheet, name="key-sheet"),
    path("house/key/put-away/", key.put_away, name="put-away-key"),
    path("house/opening/", beginning.opening, name="house-opening"),
    path("house/duties/", duties.duties, name="house-duties"),
    path("house/duties/<str:duty>/ask/", duties.ask, name="ask-for-duty"),
    path("house/duties/<str:duty>/down/", duties.put_down, name="put-down-duty"),
    path("house/letters/<uuid:handover_id>/off/", duties.take_back, name="take-back-duty-letter"),
    path("house/stewards/<uuid:role_id>/end/", duties.end_duty, name="end-duty"),
]
