from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "openchair.sharing"
    label = "sharing"
