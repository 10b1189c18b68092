from django.utils.translation import gettext_lazy as _

from openchair.circles.kinds.brought import Brought, Defaults

PLAY = Brought(
    starters=(
        _("For parents with small children, on the floor and in the garden."),
        _("An afternoon where nobody minds the noise."),
    ),
    agreement=(
        _("No photographs of each other’s children, and no names of theirs in what we write."),
        _("Everyone raises their own. Advice only when it was asked for."),
    ),
    arrival=_("You can come late, leave early and sit on the floor. Someone makes tea."),
    prompts=(
        _("How was the night?"),
        _("What would give you an hour for yourself?"),
    ),
    defaults=Defaults(is_life=True),
)
