from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "openchair.kernel"
    label = "kernel"
