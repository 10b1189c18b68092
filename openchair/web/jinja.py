"""The template environment: what every page may call, and nothing else."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.safestring import SafeString
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from openchair.kernel.text import as_written
from openchair.people.marks import WRITER, writer
from openchair.web import cloths, drawing, help, moments, square_code

FORMS_ON_A_PAGE = 16
"""In bits: the end of what marks a form, which is its number on its page."""


def environment(**options: Any) -> Environment:
    """Strict: a name nobody passed in is an error, never a silent gap in a page."""
    options["undefined"] = StrictUndefined
    options |= {"extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(**options)
    env.policies["ext.i18n.trimmed"] = True
    _speak(env)
    env.globals.update(
        as_written=as_written,
        by_field=by_field,
        cloth_named=cloths.named,
        csrf_field=csrf_field,
        day_name=moments.day_name,
        draw_letter_table=drawing.draw_letter_table,
        draw_mini_runner=drawing.mini_runner,
        draw_nameless_table=drawing.draw_nameless_table,
        draw_square_code=square_code.draw,
        draw_table=drawing.draw_table,
        lines_last_seen=help.lines_last_seen,
        once_field=once_field,
        static=static,
        url=url,
        when=when,
        whole=whole,
    )
    return env


def _speak(env: Environment) -> None:
    cast(Any, env).install_gettext_callables(
        gettext=translation.gettext,
        ngettext=translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )


def url(name: str, *args: object, **kwargs: object) -> str:
    """The address of a named page. Raises NoReverseMatch: a dead link is our mistake."""
    return reverse(name, args=args, kwargs=kwargs)


def whole(path: str) -> str:
    """The address as someone outside would type it: never built from what a browser said of itself."""
    return f"{settings.OPENCHAIR.public_address}{path}"


def csrf_field(request: HttpRequest) -> SafeString:
    """Masked anew for each page (docs/decisions/0030), but not for each of the thirty forms on it:
    that was a tenth of what the page cost."""
    kept = vars(request)
    if "csrf_field" not in kept:
        kept["csrf_field"] = csrf_input(request)
    return cast(SafeString, kept["csrf_field"])


def by_field(request: HttpRequest) -> Markup:
    """On whose page this form stands. Asks nothing of the database: an error page has forms too."""
    reader = getattr(request, "_cached_user", None)
    if reader is None or reader.pk is None:
        return Markup()
    field = Markup('<input type="hidden" name="{}" value="{}">')
    return field.format(WRITER, writer(reader.pk))


def once_field(request: HttpRequest | None = None) -> Markup:
    """Marks one filling-in of one form, so that a second press does nothing twice.

    What is drawn for a page is the same in all its forms but for the end, which numbers them: sixty
    numbers drawn anew were a tenth of what the page weighs.
    """
    kept = {} if request is None else vars(request)
    number = kept["forms_marked"] = kept.get("forms_marked", -1) + 1
    drawn = kept.setdefault("drawn_for_forms", uuid4())
    mark = UUID(int=drawn.int >> FORMS_ON_A_PAGE << FORMS_ON_A_PAGE | number)
    return Markup('<input type="hidden" name="once" value="{}">').format(mark)


@pass_context
def when(context: Context, moment: datetime) -> str:
    """The moment in words, as seen from the page's own `at`, or from now."""
    return moments.when(moment, at=context.get("at") or timezone.now())
