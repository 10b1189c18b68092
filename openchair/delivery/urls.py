from django.urls import path

from openchair.delivery import views

urlpatterns = [path("fewer/<str:token>/", views.fewer_letters, name="fewer-letters")]
