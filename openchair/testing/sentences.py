"""Every sentence of the house that can be translated, as it stands in code and templates."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir

import openchair

HOUSE = Path(openchair.__file__).parent
TEMPLATES = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
LAZY: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}
APART = {"tests", "migrations"}


class Sentence(NamedTuple):
    said: str | tuple[str, ...]
    """Its forms, where a number changes it."""
    context: str | None
    file: str


def sentences() -> Iterator[Sentence]:
    found = extract_from_dir(
        HOUSE,
        method_map=[("**.py", "python"), ("**.html", "jinja2")],
        options_map={"**.html": TEMPLATES},
        keywords=DEFAULT_KEYWORDS | LAZY,
        directory_filter=lambda folder: Path(folder).name not in APART,
    )
    for file, _line, said, _comments, context in found:
        yield Sentence(said if isinstance(said, str) else tuple(said), context, file)
