from django.urls import path

from openchair.circles import views

urlpatterns = [
    path("tables/start/", views.start, name="start-with-one"),
    path("tables/<uuid:circle_id>/agreement/", views.agreement, name="agreement"),
    path("tables/<uuid:circle_id>/letters/", views.invite_again, name="invite-again"),
    path("letters/<uuid:invitation_id>/withdrawal/", views.withdraw, name="withdraw"),
    path("tables/<uuid:circle_id>/card/", views.card, name="card"),
    path("tables/<uuid:circle_id>/visit/", views.visit, name="visit"),
    path(
        "tables/<uuid:circle_id>/beside/<uuid:account_id>/",
        views.walk_beside,
        name="walk-beside",
    ),
    path(
        "tables/<uuid:circle_id>/beside/<uuid:account_id>/no-more/",
        views.walk_no_more,
        name="walk-no-more",
    ),
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
