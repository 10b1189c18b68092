from django.apps import AppConfig


class JourneysConfig(AppConfig):
    name = "openchair.journeys"
    label = "journeys"

    def ready(self) -> None:
        """What the rooms below must ask, and only this room can answer, is handed over here."""
        from openchair.delivery import sending
        from openchair.house.queries import neutral_name
        from openchair.journeys.sending import QUESTIONS, language_for, waits_for_strength
        from openchair.journeys.strangers import stranger_of
        from openchair.people.queries import hours_of

        sending.ask_before_sending(QUESTIONS)
        sending.leave_inside(waits_for_strength)
        sending.know_readers(hours_of=hours_of, language_of=language_for)
        sending.know_strangers(stranger_of)
        sending.speak_as(neutral_name)
