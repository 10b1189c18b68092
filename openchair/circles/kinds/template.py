"""What every table is offered for its own agreement, in the order of spec/model.md, Agreement."""

from django.utils.translation import gettext_lazy as _

TEMPLATE = (
    _("We listen to the end, and let a silence be a silence."),
    _("What is said here stays here. We cannot promise that nobody ever repeats it."),
    _("Ideas only when they are wanted. We ask first."),
    _("Passing is always fine, and so is saying little."),
    _("We come as we can. Nobody explains why they stayed away."),
    _("When something between us hurts, we say so early, or ask somebody independent."),
    _("We do not lend, sell or collect money here."),
    _("Nothing is recorded, ever."),
    _("We can each stop at any time. When we end, we end together, and on a day we know."),
)
