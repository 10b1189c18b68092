import uuid
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Account(AbstractBaseUser):
    """A small row that sign-in, sessions and letters need. It holds nothing worth reading.

    There is no password, and no moment of last sign-in: spec/never.md N-10. `told_until`: until then
    every browser of theirs says that their address changes.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(null=True, blank=True, unique=True)
    is_active = models.BooleanField(default=True)
    told_until = models.DateTimeField(null=True, blank=True)
    last_login = None  # Django's own way to leave the field out
    password = None  # type: ignore[assignment]

    USERNAME_FIELD = "id"
    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    def __str__(self) -> str:
        return str(self.pk)

    def has_usable_password(self) -> bool:
        return False

    def set_unusable_password(self) -> None:
        """There is none to make unusable; libraries ask."""
