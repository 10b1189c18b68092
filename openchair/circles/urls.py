from django.urls import path

from openchair.circles import views

urlpatterns = [
    path("tables/start/", views.start, name="start-with-one"),
    path("tables/<uuid:circle_id>/agreement/", views.agreement, name="agreement"),
    path("tables/<uuid:circle_id>/letters/", views.invite_again, name="invite-again"),
    path("letters/<uuid:invitation_id>/withdrawal/", views.withdraw, name="withdraw"),
    path("letters/<uuid:invitation_id>/", views.own_letter, name="own-letter"),
    path("letters/<uuid:invitation_id>/mail/", views.mail_letter, name="mail-letter"),
    path("letters/<uuid:invitation_id>/paper/", views.letter_paper, name="letter-paper"),
    path("tables/<uuid:circle_id>/room/", views.make_room, name="make-room"),
    path("tables/<uuid:circle_id>/name/", views.name_someone, name="name-someone"),
    path("tables/<uuid:circle_id>/ahead/", views.answer_ahead, name="answer-ahead"),
    path("namings/<uuid:naming_id>/", views.naming, name="naming"),
    path("namings/<uuid:naming_id>/back/", views.take_back_naming, name="take-back-naming"),
    path("mine/turned-away/<uuid:row_id>/", views.turned_away, name="turned-away"),
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
