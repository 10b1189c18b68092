from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought, Defaults
from openchair.circles.models.table import Openness

ACTIVITY = Brought(
    starters=(
        _("We do something together: walk, sing, mend, cook, plant."),
        _("For hands that like company."),
    ),
    agreement=(
        _("Slow is a speed. Whoever watches takes part."),
        _("We say beforehand what it costs and how far it is, so that people can choose."),
    ),
    arrival=_("You need not be good at it. Bring what you have; someone has a second one."),
    prompts=(
        _("What did you make or mend lately?"),
        _("What would you like to try once, without being good at it?"),
    ),
    defaults=Defaults(is_life=True, openness=Openness.OPEN),
)
