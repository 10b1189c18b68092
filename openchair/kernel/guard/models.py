"""The model and queryset that people's rows are made of."""

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar, Self

from django.core.exceptions import EmptyResultSet
from django.db import models, transaction

from openchair.kernel.guard.scope import (
    NotScoped,
    Scope,
    Viewer,
    acting_for_the_house,
    proves,
    the_house_acts,
)
from openchair.kernel.guard.sight import SeenBy, viewer_of


class GuardedQuerySet[Row: models.Model](models.QuerySet[Row]):
    """Answers for one viewer. Rows made through it must be within that viewer's sight."""

    model: Any  # has visible_to; and Django's own names, which its stubs leave out
    _chain: Any
    _fetch_mode: Any
    _filter_or_exclude_inplace: Any

    def for_viewer(self, viewer: Viewer) -> Self:
        """Only what `viewer` may see; the rows remember whom they were read for."""
        scoped = self.filter(Scope(self.model, viewer))
        scoped._fetch_mode = SeenBy(viewer)
        return scoped

    def _add_hints(self, **hints: Any) -> None:
        """Related rows and prefetches are read for the viewer of the row they start from."""
        django: Any = super()
        django._add_hints(**hints)
        viewer = viewer_of(hints["instance"]) if "instance" in hints else None
        if viewer is not None and not proves(self.query.where, self.model._meta.db_table):
            self._filter_or_exclude_inplace(False, (Scope(self.model, viewer),), {})
            self._fetch_mode = SeenBy(viewer)

    def create(self, **fields: Any) -> Row:
        """Raises NotScoped, and undoes the transaction, where the writer could not see the row."""
        row: Row = self.model(**fields)
        row._state.fetch_mode = self._fetch_mode
        self._for_write = True
        row.save(force_insert=True, using=self.db)
        return row

    def bulk_create(self, objs: Iterable[Row], *args: Any, **kwargs: Any) -> list[Row]:
        """As `create`, for many rows with one look. Upserts are refused."""
        rows = list(objs)
        for row in rows:
            row._state.fetch_mode = self._fetch_mode
        with transaction.atomic(using=self.db, savepoint=False):
            super().bulk_create(rows, *args, **kwargs)
            if rows and not the_house_acts():
                self._must_see(rows, some_ignored=bool(kwargs.get("ignore_conflicts")))
        return rows

    def _must_see(self, rows: list[Row], *, some_ignored: bool) -> None:
        there = self.model._base_manager.using(self.db).filter(pk__in=[row.pk for row in rows])
        written = len(rows)
        if some_ignored:
            with acting_for_the_house("counting what was written"):
                written = there.count()
        if there.for_viewer(self._fetch_mode.viewer).count() != written:
            raise NotScoped("The writer may not see what was written.")

    def delete(self) -> tuple[int, dict[str, int]]:
        """Deletes what the viewer sees, and then as the house all that hangs on it."""
        proof = self._chain()
        proof.query.select_for_update = False
        try:
            proof.query.get_compiler(self.db).as_sql()
        except EmptyResultSet:
            return super().delete()
        with acting_for_the_house("deleting what hangs on a row"):
            return super().delete()

    vars(delete)["queryset_only"] = True  # as Django's own: a manager deletes nothing

    @classmethod
    def as_manager(cls) -> Any:
        """Better typed as `GuardedManager.from_queryset(ShareQuerySet)()`."""
        return GuardedManager.from_queryset(cls)()


Answering = models.Manager.from_queryset(GuardedQuerySet)


class GuardedManager[Row: models.Model](Answering[Row]):
    """Reads for the viewer of the row it starts from, when it starts from one."""

    _hints: Any

    def get_queryset(self) -> GuardedQuerySet[Row]:
        queryset: Any = super().get_queryset()
        queryset._add_hints(**self._hints)
        return queryset  # type: ignore[no-any-return]


class GuardedModel(models.Model):
    """A row that concerns people. Each model says in `visible_to` who may see which rows."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    objects: ClassVar[GuardedManager[Self]] = GuardedManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> models.Q:
        """The rows this viewer may see, by `__in` subqueries and Exists only: a join raises.

        Asked for anew each time a query becomes SQL. Its subqueries are plain: `Seat.objects...`.
        `viewer.pk` is None for a visitor, and Django reads `owner=None` as "has no owner": answer
        `Q(pk__in=())` for visitors first.
        """
        raise NotImplementedError(f"{cls.__name__} does not say what {viewer} may see.")

    def _is_seen(self, using: str | None) -> bool:
        viewer = viewer_of(self)
        if viewer is None:
            raise NotScoped(f"This {type(self).__name__} was read for nobody.")
        rows = type(self).objects.using(using).for_viewer(viewer)
        return rows.filter(pk=self.pk).exists()

    def _save_table(
        self,
        raw: bool = False,
        cls: Any = None,
        force_insert: bool = False,
        force_update: bool = False,
        using: str | None = None,
        update_fields: Any = None,
    ) -> bool:
        """What is inserted must be seen by its writer, or the transaction is undone."""
        django: Any = super()
        with transaction.atomic(using=using, savepoint=False):
            updated = django._save_table(raw, cls, force_insert, force_update, using, update_fields)
            if not (updated or the_house_acts() or self._is_seen(using)):
                raise NotScoped(f"The writer may not see this {type(self).__name__}.")
        return bool(updated)

    def _do_update(self, rows: Any, using: str | None, *values: Any) -> Any:
        """Writes only where the row's reader still sees it; raises DoesNotExist where not."""
        django: Any = super()
        viewer = None if the_house_acts() else viewer_of(self)
        if viewer is None:
            return django._do_update(rows, using, *values)
        updated = django._do_update(rows.for_viewer(viewer), using, *values)
        if not updated:
            raise self.DoesNotExist(f"Its reader does not see this {type(self).__name__} now.")
        return updated

    def delete(self, using: str | None = None, keep_parents: bool = False) -> Any:
        """Raises DoesNotExist where the row's reader no longer sees it."""
        if not (the_house_acts() or self._is_seen(using)):
            raise self.DoesNotExist(f"Its reader does not see this {type(self).__name__} now.")
        with acting_for_the_house("deleting what hangs on a row"):
            return super().delete(using=using, keep_parents=keep_parents)
