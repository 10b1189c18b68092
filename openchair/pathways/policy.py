"""Why someone may not do a thing to the directory: one sentence, or None."""

from django.utils.translation import gettext as _

from openchair.house.models import Duty
from openchair.house.queries import has_duty
from openchair.kernel.guard import Viewer
from openchair.pathways.models import Resource, Source, What


def why_not_keep_directory(actor: Viewer) -> str | None:
    """For whole sources, for taking entries off, and for what sources propose."""
    if not has_duty(actor, Duty.STEWARD):
        return _("Only someone who looks after this house can change these pages.")
    return None


def why_not_rename(actor: Viewer, source: Source, name: str) -> str | None:
    if sentence := why_not_keep_directory(actor):
        return sentence
    if not name:
        return _("Write the name that people know this directory by.")
    if Source.objects.for_viewer(actor).filter(name=name).exclude(pk=source.pk).exists():
        return _("Another directory here has this name. Choose a name of its own.")
    return None


def why_not_check(actor: Viewer, entry: Resource, *, opened_page: bool) -> str | None:
    """spec/model.md, Resource: a crisis line counts as checked only on the provider's own page."""
    if sentence := why_not_keep_directory(actor):
        return sentence
    if entry.what == What.LINE and not opened_page:
        return _(
            "Open the provider's own page first, and compare the number there. Then say so here."
        )
    return None


def why_not_list(actor: Viewer, entry: Resource) -> str | None:
    if sentence := why_not_keep_directory(actor):
        return sentence
    if entry.gone_on is not None and not entry.was_checked:
        return _(
            "The source does not have this entry any more. Check with the group first, then say so here."
        )
    if entry.what == What.LINE and not entry.was_checked:
        return _(
            "A crisis line is listed only after someone opened the provider's own page. Check it first."
        )
    return None
