"""The guard: a query on people's rows answers only when it says for whom it asks.

Rows are read with `Model.objects.for_viewer(viewer)` and remember that viewer, so that their
relations, `save()`, `delete()` and `refresh_from_db()` stay within what that viewer may see. Work
that no person asked for says so: `with acting_for_the_house("noticing"):`.

This file imports no models: Django loads the database backend while it loads them.
"""

from openchair.kernel.guard.scope import NotScoped, Viewer, acting_for_the_house

__all__ = ["NotScoped", "Viewer", "acting_for_the_house"]
