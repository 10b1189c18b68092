"""What lies in the house at the end, and what is wrong with it."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django.utils import timezone

from openchair.cli.checking import what_is_wrong
from openchair.delivery.models import Letter
from openchair.kernel import sealed
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.models import OnceOnly
from openchair.sharing.models import Share


def lying_there() -> dict[str, Any]:
    """Each share's words, its letters by its id, open marks of forms, and what a check finds.

    Keys that a kill left without words are swept up as the clock does after a day; what is missing
    or left over then is a fault.
    """
    with acting_for_the_house("counting after kills"):
        shares = {str(share.pk): share.words for share in Share.objects.all()}
        letters = Letter.objects.filter(about__isnull=False).values_list("about", flat=True)
        about = Counter(str(pk) for pk in letters)
        unfinished = OnceOnly.objects.filter(location="").count()
    sealed.finish_destroying()
    orphans = [line for line in sealed.check() if "keys have no words" in line]
    sealed.sweep(timezone.now() + timedelta(days=2))
    wrong = [*sealed.check(), *what_is_wrong()]
    return {
        "shares": shares,
        "letters": dict(about),
        "unfinished": unfinished,
        "swept": orphans,
        "wrong": wrong,
    }
