from django.apps import AppConfig


class TestingConfig(AppConfig):
    name = "openchair.testing"
    label = "testing"
