"""What is still to be done about keys."""

from django.db import models


class KeyToDestroy(models.Model):
    """A key whose words were erased or rewritten in the same transaction as this row was written.

    It is content-free: a key's id, and the column and row that held it. The row goes once the key
    provably lies nowhere.
    """

    key = models.CharField(primary_key=True, max_length=32)
    column = models.CharField(max_length=200)
    row = models.CharField(max_length=64)
