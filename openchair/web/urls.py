from django.urls import path

from openchair.web import views

urlpatterns = [
    path("", views.front, name="front"),
    path("today/", views.today, name="today"),
    path("now/", views.now, name="now"),
    path("safety/", views.safety, name="safety"),
    path("leave/", views.leave, name="leave"),
    path("weather/", views.elsewhere, name="elsewhere"),
    path("drafts/", views.keep_draft, name="drafts"),
]
