from django.urls import path

from openchair.journeys.words.views import asked, copying, erasing, reading

urlpatterns = [
    path("mine/words/", reading.my_words, name="my-words"),
    path("mine/words/tables/<uuid:circle_id>/", reading.at_table, name="my-words-at"),
    path("mine/words/private/", reading.private_page, name="private-page"),
    path("mine/words/copy/", copying.take_along, name="take-along"),
    path("mine/words/copy/file/", copying.download, name="copy"),
    path("mine/words/everything/", erasing.everything, name="be-forgotten"),
    path("mine/words/tables/<uuid:circle_id>/erasing/", erasing.table, name="erase-table"),
    path("mine/words/passages/", asked.passages, name="passages"),
    path("mine/words/passages/<uuid:retelling_id>/", asked.passage, name="passage"),
    path("words/<uuid:share_id>/erasing/", erasing.words, name="erase-words"),
    path("words/<uuid:share_id>/passage/", asked.point_in_words, name="point-in-words"),
    path("answers/<uuid:answer_id>/erasing/", erasing.answer, name="erase-answer"),
    path("answers/<uuid:answer_id>/keeping/", asked.keep_answer, name="keep-answer"),
    path("answers/<uuid:answer_id>/passage/", asked.point_in_answer, name="point-in-answer"),
    path("gone/<str:token>/", erasing.gone, name="gone"),
]
