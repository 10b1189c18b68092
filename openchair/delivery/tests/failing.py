"""A mailer that fails as a test tells it to."""

from django.core.mail.backends.base import BaseEmailBackend

error: Exception = OSError()


class Backend(BaseEmailBackend):
    def send_messages(self, _messages) -> int:
        raise error
