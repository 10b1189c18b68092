"""Every view carries a door: who may come in, and as whom.

A test walks the URLs and fails on a view whose `door` is not named.
"""

from collections.abc import Callable
from functools import wraps

from django.http.response import HttpResponseBase

type View = Callable[..., HttpResponseBase]
type Door = Callable[[View], View]


def door(name: str) -> Callable[[Door], Door]:
    """Makes a door of a view decorator: every view behind it carries `view.door = name`.

    @door("signed_in")
    def signed_in(view: View) -> View: ...
    """

    def build(hang: Door) -> Door:
        @wraps(hang)
        def hung(view: View) -> View:
            behind = hang(view)
            vars(behind)["door"] = name
            return behind

        return hung

    return build


@door("open_to_all")
def open_to_all(view: View) -> View:
    """Anyone may come in, signed in or not."""
    return view
