from django.apps import AppConfig


class RepairConfig(AppConfig):
    name = "openchair.repair"
    label = "repair"
