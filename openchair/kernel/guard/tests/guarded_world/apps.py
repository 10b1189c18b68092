from django.apps import AppConfig


class GuardedWorldConfig(AppConfig):
    name = "openchair.kernel.guard.tests.guarded_world"
    label = "guarded_world"
    default_auto_field = "django.db.models.BigAutoField"
