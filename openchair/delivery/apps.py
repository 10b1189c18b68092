from django.apps import AppConfig


class DeliveryConfig(AppConfig):
    name = "openchair.delivery"
    label = "delivery"
