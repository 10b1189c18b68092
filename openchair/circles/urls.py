from django.urls import path

from openchair.circles import views

urlpatterns = [
    path("tables/start/", views.start, name="start-with-one"),
    path("tables/begin/", views.begin, name="begin-a-table"),
    path("tables/begin/<str:kind>/", views.begin_of_kind, name="begin-of-kind"),
    path("tables/<uuid:circle_id>/agreement/", views.agreement, name="agreement"),
    path("tables/<uuid:circle_id>/agreement/yes/", views.agree, name="agree"),
    path("tables/<uuid:circle_id>/ours/", views.our_table, name="our-table"),
    path("tables/<uuid:circle_id>/begun/", views.begin_gathering, name="begin-gathering"),
    path("tables/<uuid:circle_id>/together/<str:kind>/", views.ask_together, name="ask-together"),
    path("tables/<uuid:circle_id>/awake/", views.wake, name="wake-table"),
    path("questions/<uuid:question_id>/", views.question, name="question"),
    path("tables/<uuid:circle_id>/looking-after/", views.looking_after, name="looking-after"),
    path("tables/<uuid:circle_id>/looking-after/me/", views.look_after, name="look-after"),
    path(
        "tables/<uuid:circle_id>/looking-after/ask/",
        views.ask_to_look_after,
        name="ask-to-look-after",
    ),
    path("tables/<uuid:circle_id>/looking-after/down/", views.put_down, name="put-down-table"),
    path("terms/<uuid:term_id>/", views.term, name="term"),
    path("house/talks/", views.host_calls, name="host-calls"),
    path("house/talks/<uuid:call_id>/done/", views.done_talking, name="done-talking"),
    path("tables/<uuid:circle_id>/letters/", views.invite_again, name="invite-again"),
    path("letters/<uuid:invitation_id>/withdrawal/", views.withdraw, name="withdraw"),
    path("tables/<uuid:circle_id>/card/", views.card, name="card"),
    path("tables/<uuid:circle_id>/rest/", views.rest, name="rest"),
    path("tables/<uuid:circle_id>/back/", views.be_back, name="be-back"),
    path("tables/<uuid:circle_id>/chairs/", views.set_out_chair, name="set-out-chair"),
    path(
        "tables/<uuid:circle_id>/chairs/<uuid:chair_id>/in/",
        views.take_in_chair,
        name="take-in-chair",
    ),
    path("tables/<uuid:circle_id>/return/", views.come_back, name="come-back-in"),
]
