"""Where sessions lie: one row for each browser, found by a keyed hash of what that browser holds.

A session knows whose it is the moment somebody signs in, so that all of theirs can be ended. On a
shared device it ends after a quarter of an hour without a page, and with the browser.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.utils import timezone

from openchair.kernel.guard import acting_for_the_house
from openchair.people.marks import mark
from openchair.people.models import Session

SHARED = "shared"
IDLE = timedelta(minutes=15)
VISIT = timedelta(days=7)
MINUTE = timedelta(minutes=1)
WHY = "keeping sessions"


def key_of(session_key: str | None) -> str:
    """What lies in the table for what lies in the browser."""
    return mark("session", session_key or "")


class SessionStore(SessionBase):
    """Django's way to a session, over `people.models.Session`."""

    _get_new_session_key: Callable[[], str]  # Django's own, which its stubs leave out
    _get_session: Any

    def load(self) -> dict[str, Any]:
        row = self._lying()
        if row is None:
            self._session_key = None
            return {}
        data, expires_at = row
        said: dict[str, Any] = self.decode(data)
        if said.get(SHARED) and expires_at - timezone.now() < IDLE - MINUTE:
            self.modified = True  # someone is here: the quarter of an hour begins anew
        return said

    def _lying(self) -> tuple[str, datetime] | None:
        with acting_for_the_house(WHY):
            there = Session.objects.filter(
                key=key_of(self.session_key), expires_at__gt=timezone.now()
            )
            return there.values_list("data", "expires_at").first()

    def exists(self, session_key: str) -> bool:
        with acting_for_the_house(WHY):
            return Session.objects.filter(key=key_of(session_key)).exists()

    def create(self) -> None:
        self._session_key = self._get_new_session_key()
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Raises UpdateError for a session that was ended meanwhile: it does not come back."""
        if self.session_key is None:
            self.create()
            return
        row = self._as_row(self._get_session(no_load=must_create))
        with acting_for_the_house(WHY):
            if must_create:
                self._insert(row)
            elif not Session.objects.filter(key=key_of(self.session_key)).update(**row):
                raise UpdateError

    def _insert(self, row: dict[str, Any]) -> None:
        try:
            with transaction.atomic():
                Session(key=key_of(self.session_key), **row).save(force_insert=True)
        except IntegrityError:
            raise CreateError from None

    def _as_row(self, said: dict[str, Any]) -> dict[str, Any]:
        return {
            "account_id": said.get(SESSION_KEY),
            "data": self.encode(said),
            "expires_at": self.get_expiry_date(),
        }

    def delete(self, session_key: str | None = None) -> None:
        with acting_for_the_house(WHY):
            Session.objects.filter(key=key_of(session_key or self.session_key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        with acting_for_the_house(WHY):
            Session.objects.filter(expires_at__lt=timezone.now()).delete()

    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """A quarter of an hour on a shared device, a week for a visitor, else as in settings."""
        if self.get(SHARED):
            return timezone.now() + IDLE
        if SESSION_KEY not in self:
            return timezone.now() + VISIT
        return super().get_expiry_date(**kwargs)

    @classmethod
    def end_all(cls) -> None:
        """After a restore: an older copy would bring back sessions that people have ended since."""
        with acting_for_the_house(WHY):
            Session.objects.all().delete()
