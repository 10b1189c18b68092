from django.urls import path

from openchair.journeys.post import views

urlpatterns = [
    path("mine/letters/", views.own_letters, name="mine-letters"),
    path("mine/letters/again/", views.try_address_again, name="try-address-again"),
]
