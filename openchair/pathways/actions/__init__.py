"""What is done to sources and entries, and with letters to the host."""

from openchair.pathways.actions.importing import Brought, Copy, bring_in
from openchair.pathways.actions.lettering import (
    answer,
    close,
    forget_old_letters,
    put_letter_away,
    read,
    take_letter_back,
    use_first_link,
    write_to_host,
)
from openchair.pathways.actions.listing import (
    check,
    keep_as_it_is,
    list_entry,
    list_source,
    rename_source,
    take_change,
    withdraw,
    withdraw_source,
)

__all__ = [
    "Brought",
    "Copy",
    "answer",
    "bring_in",
    "check",
    "close",
    "forget_old_letters",
    "keep_as_it_is",
    "list_entry",
    "list_source",
    "put_letter_away",
    "read",
    "rename_source",
    "take_change",
    "take_letter_back",
    "use_first_link",
    "withdraw",
    "withdraw_source",
    "write_to_host",
]
