from django.apps import AppConfig


class CirclesConfig(AppConfig):
    name = "openchair.circles"
    label = "circles"

    def ready(self) -> None:
        from openchair.circles.models import people_at_my_tables
        from openchair.people.sight import people_are_seen_through

        people_are_seen_through(people_at_my_tables)
