from openchair.repair.views.listening import close, keep, letters, listen, say_read
from openchair.repair.views.writing import erase, letter, paper, set_down, write

__all__ = [
    "close",
    "erase",
    "keep",
    "letter",
    "letters",
    "listen",
    "paper",
    "say_read",
    "set_down",
    "write",
]
