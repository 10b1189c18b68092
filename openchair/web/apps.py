from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "openchair.web"
    label = "web"
