from django.apps import AppConfig


class PathwaysConfig(AppConfig):
    name = "openchair.pathways"
    label = "pathways"
