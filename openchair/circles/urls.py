from django.urls import path

from openchair.circles.views import (
    asking,
    beginning,
    beside,
    chairs,
    deciding,
    distance,
    founding,
    keeping_apart,
    letters,
    looking_after,
    making_room,
    ours,
    showing,
    sitting,
    talks,
)

urlpatterns = [
    path("tables/start/", founding.start, name="start-with-one"),
    path("tables/begin/", beginning.begin, name="begin-a-table"),
    path("tables/begin/<str:kind>/", beginning.begin_of_kind, name="begin-of-kind"),
    path("tables/<uuid:circle_id>/agreement/", showing.agreement, name="agreement"),
    path("tables/<uuid:circle_id>/agreement/yes/", deciding.agree, name="agree"),
    path("tables/<uuid:circle_id>/ours/", ours.our_table, name="our-table"),
    path("tables/<uuid:circle_id>/begun/", ours.begin_gathering, name="begin-gathering"),
    path(
        "tables/<uuid:circle_id>/together/<str:kind>/", deciding.ask_together, name="ask-together"
    ),
    path(
        "tables/<uuid:circle_id>/from-arrival/",
        deciding.read_from_arrival,
        name="read-from-arrival",
    ),
    path("tables/<uuid:circle_id>/awake/", deciding.wake, name="wake-table"),
    path("questions/<uuid:question_id>/", deciding.question, name="question"),
    path(
        "tables/<uuid:circle_id>/looking-after/", looking_after.looking_after, name="looking-after"
    ),
    path("tables/<uuid:circle_id>/looking-after/me/", looking_after.look_after, name="look-after"),
    path(
        "tables/<uuid:circle_id>/looking-after/ask/",
        looking_after.ask_to_look_after,
        name="ask-to-look-after",
    ),
    path(
        "tables/<uuid:circle_id>/looking-after/down/", looking_after.put_down, name="put-down-table"
    ),
    path("terms/<uuid:term_id>/", looking_after.term, name="term"),
    path("house/talks/", talks.host_calls, name="host-calls"),
    path("house/talks/<uuid:call_id>/done/", talks.done_talking, name="done-talking"),
    path("tables/<uuid:circle_id>/letters/", letters.invite_again, name="invite-again"),
    path("letters/<uuid:invitation_id>/withdrawal/", letters.withdraw, name="withdraw"),
    path("letters/<uuid:invitation_id>/", letters.own_letter, name="own-letter"),
    path("letters/<uuid:invitation_id>/mail/", letters.mail_letter, name="mail-letter"),
    path("letters/<uuid:invitation_id>/paper/", letters.letter_paper, name="letter-paper"),
    path("tables/<uuid:circle_id>/room/", making_room.make_room, name="make-room"),
    path("tables/<uuid:circle_id>/name/", asking.name_someone, name="name-someone"),
    path("tables/<uuid:circle_id>/ahead/", making_room.answer_ahead, name="answer-ahead"),
    path("namings/<uuid:naming_id>/", asking.naming, name="naming"),
    path("namings/<uuid:naming_id>/back/", asking.take_back_naming, name="take-back-naming"),
    path("mine/turned-away/<uuid:row_id>/", keeping_apart.turned_away, name="turned-away"),
    path("tables/<uuid:circle_id>/card/", showing.card, name="card"),
    path("tables/<uuid:circle_id>/visit/", sitting.visit, name="visit"),
    path(
        "tables/<uuid:circle_id>/beside/<uuid:account_id>/",
        beside.walk_beside,
        name="walk-beside",
    ),
    path(
        "tables/<uuid:circle_id>/beside/<uuid:account_id>/no-more/",
        beside.walk_no_more,
        name="walk-no-more",
    ),
    path("tables/<uuid:circle_id>/distance/", distance.distance, name="distance"),
    path(
        "tables/<uuid:circle_id>/distance/<uuid:account_id>/",
        distance.keep_distance,
        name="keep-distance",
    ),
    path(
        "tables/<uuid:circle_id>/distance/<uuid:account_id>/no-more/",
        distance.no_more_distance,
        name="no-more-distance",
    ),
    path("tables/<uuid:circle_id>/rest/", sitting.rest, name="rest"),
    path("tables/<uuid:circle_id>/back/", sitting.be_back, name="be-back"),
    path("tables/<uuid:circle_id>/chairs/", chairs.set_out_chair, name="set-out-chair"),
    path(
        "tables/<uuid:circle_id>/chairs/<uuid:chair_id>/in/",
        chairs.take_in_chair,
        name="take-in-chair",
    ),
    path("tables/<uuid:circle_id>/return/", sitting.come_back, name="come-back-in"),
]
