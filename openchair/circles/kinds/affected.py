from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought

AFFECTED = Brought(
    starters=(
        _("For people close to someone who drinks or uses."),
        _("A place for us, and not for mending them."),
    ),
    agreement=(
        _("We speak of ourselves. The person we love does not sit here to answer."),
        _("Staying, going and not knowing yet are all welcome here."),
    ),
    arrival=_("You need not have decided anything. You can come tired, and you can come angry."),
    prompts=(
        _("What was yours today, and not theirs?"),
        _("Where did you have quiet this week?"),
    ),
)
