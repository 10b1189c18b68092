"""Rows remember whom they were read for."""

from typing import Any

from django.db.models import Model
from django.db.models.fetch_modes import FETCH_ONE, FetchMode, FetchPeers
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.db.models.query_utils import DeferredAttribute

from openchair.kernel.guard.scope import Viewer


class SeenBy(FetchPeers):
    """Rides in an instance's state: it was read for this viewer, and what it leads to is too.

    A forward key loads for all rows of the same query at once. Where it leads to a row the viewer
    may not see it raises DoesNotExist, among peers as alone.
    """

    __slots__ = ("viewer",)

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer

    def fetch(self, fetcher: Any, instance: Model) -> None:
        if isinstance(fetcher, DeferredAttribute):
            fetcher.fetch_one(instance)  # fetch_many asks without saying for whom
            return
        super().fetch(fetcher, instance)
        if isinstance(fetcher, ForwardManyToOneDescriptor):
            _forget_unseen(fetcher.field, instance)

    def __reduce__(self) -> Any:
        return _read_for_nobody, ()  # a pickled row must be read anew


def _read_for_nobody() -> FetchMode:
    return FETCH_ONE


def _forget_unseen(field: Any, instance: Model) -> None:
    """Django notes None for each peer whose related row did not come back."""
    for known in instance._state.peers:
        peer = known()
        if peer is not None and field.get_cached_value(peer, default=peer) is None:
            field.delete_cached_value(peer)
    if not field.is_cached(instance):
        raise field.related_model.DoesNotExist(f"{field} leads to what its reader may not see.")


def viewer_of(row: Model) -> Viewer | None:
    """For whom this row was read, or None when it was read for nobody."""
    mode = row._state.fetch_mode
    return mode.viewer if isinstance(mode, SeenBy) else None
