from django.urls import path

from openchair.testing import views

urlpatterns = [
    path("", views.demo, name="demo"),
    path("letters/", views.letters, name="demo-letters"),
    path("<str:name>/", views.be, name="demo-be"),
]
