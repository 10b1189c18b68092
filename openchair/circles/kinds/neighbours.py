from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought, Defaults
from openchair.circles.models.table import Openness

NEIGHBOURS = Brought(
    starters=(
        _("Neighbours who share lifts, soup and ladders."),
        _("For a house where people know each other’s bell."),
    ),
    agreement=(
        _("Asking is no trouble, and saying no is none either."),
        _("What we see of each other’s doors and windows stays with us."),
    ),
    arrival=_("You can begin by saying which way your window looks."),
    prompts=(
        _("What do you have too much of today?"),
        _("What would be easier with two more hands?"),
    ),
    defaults=Defaults(is_life=True, openness=Openness.OPEN),
)
