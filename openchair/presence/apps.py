from django.apps import AppConfig


class PresenceConfig(AppConfig):
    name = "openchair.presence"
    label = "presence"
