from django.apps import AppConfig


class HouseConfig(AppConfig):
    name = "openchair.house"
    label = "house"
