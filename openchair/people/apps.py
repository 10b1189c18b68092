from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "openchair.people"
    label = "people"
