from django.urls import path

from openchair.repair import views

urlpatterns = [
    path("listener/", views.write, name="write-to-listener"),
    path("listener/paper/", views.paper, name="listener-paper"),
    path("listener/<uuid:report_id>/", views.letter, name="letter-to-listener"),
    path("listener/<uuid:report_id>/down/", views.set_down, name="set-letter-down"),
    path("listener/<uuid:report_id>/erasing/", views.erase, name="erase-letter"),
    path("listener/letters/", views.letters, name="listener-letters"),
    path("listener/letters/<uuid:report_id>/", views.listen, name="listener-letter"),
    path("listener/letters/<uuid:report_id>/read/", views.say_read, name="say-letter-read"),
    path("listener/letters/<uuid:report_id>/close/", views.close, name="close-letter"),
    path("listener/letters/<uuid:report_id>/safety/", views.keep, name="keep-letter"),
]
