"""The way to the mail server: who we say we are, and how nobody else reads along."""

import smtplib
import ssl
from functools import cached_property
from typing import Any

from django.core.mail.backends.smtp import EmailBackend

TLS, STARTTLS, NONE = "tls", "starttls", "none"
USUAL = {465: TLS, 587: STARTTLS}
THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


class WouldBeReadable(OSError):
    """The password for the mail server would cross a network in the clear."""


class Backend(EmailBackend):
    """Django's own, which would greet the mail server with the name of this machine.

    `name` is said instead. `security` is "tls", "starttls" or "none"; blank for what is usual at that
    port. A server that does not prove who it is, or offers no TLS, gets nothing. `ca_file` holds the
    certificate of a server that is its own authority.
    """

    def __init__(
        self, *, security: str = "", name: str = "", ca_file: str = "", **more: Any
    ) -> None:
        self.security = security or USUAL.get(int(more["port"]), NONE)
        self.name = name or "localhost"
        self.ca_file = ca_file
        more |= {"use_ssl": self.security == TLS, "use_tls": self.security == STARTTLS}
        super().__init__(**more)

    @cached_property
    def ssl_context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.ca_file or None)

    def open(self) -> bool:
        if self.connection:
            return False
        self.connection = self._greeted()
        return True

    def _greeted(self) -> smtplib.SMTP:
        """Raises OSError, which smtplib's errors are too; then nothing is left open."""
        if self.username and self.security == NONE and self.host not in THIS_MACHINE:
            raise WouldBeReadable
        said: dict[str, Any] = {"local_hostname": self.name, "timeout": self.timeout}
        if self.security == TLS:
            said["context"] = self.ssl_context
        server = self.connection_class(self.host, self.port, **said)
        try:
            if self.security == STARTTLS:
                server.starttls(context=self.ssl_context)
            if self.username:
                server.login(self.username, self.password)
        except OSError:
            server.close()
            raise
        return server
