"""Which woven stripe a table has. What each looks like is known in `web.cloths`."""

from django.db import models


class Cloth(models.TextChoices):
    """A table is known by its name and its cloth; a pattern says nothing about the kind."""

    INDIGO = "indigo"
    MADDER = "madder"
    GREEN = "green"
    PLUM = "plum"
    INDIGO_RAILS = "indigo-rails"
    MADDER_HEART = "madder-heart"
    GREEN_STEP = "green-step"
    PLUM_BANK = "plum-bank"
    INDIGO_THREAD = "indigo-thread"
    MADDER_PAIR = "madder-pair"
    PLUM_RAILS = "plum-rails"


def next_cloth(number: int) -> Cloth:
    """Tables take the cloths in turn, so that two tables of one person rarely look alike."""
    cloths = list(Cloth)
    return cloths[number % len(cloths)]
