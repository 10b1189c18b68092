"""PostgreSQL, where a house uses it."""

import psycopg

from openchair.cli.troubles import SILENT, Trouble
from openchair.cli.words import _


def reach(address: str) -> None:
    """Asked once, plainly: the pool would try for half a minute and then not say why.

    Raises Trouble where nobody answers.
    """
    try:
        psycopg.connect(address, connect_timeout=5).close()
    except psycopg.OperationalError as error:
        said = _("It said: %(words)s") % {"words": str(error).strip().splitlines()[0]}
        raise Trouble(f"{SILENT}\n{said}") from None
