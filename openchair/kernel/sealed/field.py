"""The model field for people's words and names."""

from typing import TYPE_CHECKING, Any

from django.core import checks
from django.db import models

from openchair.kernel.sealed import keys
from openchair.kernel.sealed.destroying import KeysOfRow, note_replaced
from openchair.kernel.sealed.opening import (
    SealedAttribute,
    is_sealed,
    is_untouched,
    seal_values,
)
from openchair.kernel.sealed.words import Blob

if TYPE_CHECKING:
    TextField = models.Field[str, str]
else:  # Django's fields take no type arguments while they run
    TextField = models.Field


class SealedText(TextField):
    """Words: `str` in Python, sealed with a key of their own on disk. Blank is blank, never None.

    A new value gets a new key and the old key is destroyed; deleting the row destroys it too. Nobody
    can filter by it, `update()` refuses it, and `values()` answers with what lies on disk. Saving an
    untouched value leaves what lies on disk as it is.
    """

    descriptor_class = SealedAttribute

    def __init__(self, *args: Any, **options: Any) -> None:
        options.pop("default", None)
        super().__init__(*args, **options | {"blank": True})

    def get_internal_type(self) -> str:
        return "BinaryField"

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only)
        KeysOfRow().contribute_to_class(cls, KeysOfRow.name)

    def get_lookup(self, lookup_name: str) -> None:
        """None, so that Django raises FieldError: nobody can ask for sealed words by their words."""

    def get_transform(self, lookup_name: str) -> None:
        """None, for the same reason."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Blob | None:
        return None if value is None else Blob(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if not isinstance(value, bytes):
            raise TypeError(f"{self} is sealed: set it on a row and save the row.")
        return connection.Database.Binary(value)

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """What to write: a blob, or the column itself where the words were not touched.

        Writing back an untouched blob would bring back words that somebody has erased meanwhile,
        without their key.
        """
        if not add and is_untouched(model_instance, self):
            return models.F(self.attname)
        if not self._is_ready(model_instance):
            seal_values([(model_instance, self)])
        blob = model_instance.__dict__[self.attname].blob
        if not add:
            note_replaced(self, model_instance.pk, blob)
        return blob

    def _is_ready(self, row: models.Model) -> bool:
        """Sealed in this process, and nobody has destroyed its key since."""
        if not is_sealed(row, self) or is_untouched(row, self):
            return False
        blob = row.__dict__[self.attname].blob
        return not blob or blob.key_id in keys.store.read([blob.key_id])

    def check(self, **options: Any) -> list[checks.CheckMessage]:
        return [*super().check(**options), *self._check_sealable()]

    def _check_sealable(self) -> list[checks.CheckMessage]:
        if self.null or self.unique or getattr(self, "db_index", False):
            return [checks.Error("Sealed words are neither null, unique nor indexed.", obj=self)]
        if isinstance(self.model._meta.pk, models.AutoField):
            return [checks.Error("The seal binds to a primary key known before saving.", obj=self)]
        return []
