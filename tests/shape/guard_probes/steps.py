"""What gives another queryset, and how one may evaluate it."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, Func, Max, OuterRef, Prefetch, Q
from django.db.models.expressions import RawSQL
from django.db.models.fetch_modes import FETCH_PEERS

from openchair.kernel.guard.scope import Scope
from tests.shape.guard_probes.aims import Aim, seen, text_of
from tests.shape.guard_probes.worlds import Worlds

type Step = Callable[[Any, Aim, Worlds], Any]

STEPS: dict[str, tuple[Step, ...]] = {
    "all": (lambda rows, _aim, _worlds: rows.all(),),
    "alias": (
        lambda rows, aim, _worlds: rows.alias(x=F(aim.text)).filter(x__contains="canary"),
        lambda rows, aim, _worlds: rows.alias(x=Max(aim.text)).order_by("x"),
    ),
    "annotate": (
        lambda rows, aim, _worlds: rows.annotate(x=F(aim.text)),
        lambda rows, aim, _worlds: rows.annotate(x=Count(aim.to("pk"))),
        lambda rows, aim, _worlds: rows.annotate(
            x=Exists(aim.target.objects.filter(pk=OuterRef("pk")))
        ),
        lambda rows, aim, _worlds: rows.annotate(
            x=RawSQL(f"SELECT count(*) FROM {aim.target._meta.db_table}", ())
        ),
    ),
    "complex_filter": (lambda rows, aim, _worlds: rows.complex_filter(Q(**aim.canary)),),
    "dates": (lambda rows, aim, _worlds: rows.dates(aim.to("written"), "year"),),
    "datetimes": (lambda rows, aim, _worlds: rows.datetimes(aim.to("written"), "hour"),),
    "defer": (lambda rows, aim, _worlds: rows.defer(aim.text),),
    "difference": (lambda rows, aim, _worlds: _pks(rows).difference(_pks(aim.target.objects)),),
    "distinct": (
        lambda rows, aim, _worlds: rows.values(aim.text).distinct(),
        lambda rows, aim, _worlds: rows.order_by(aim.text).distinct(aim.text),
    ),
    "exclude": (
        lambda rows, aim, _worlds: rows.exclude(**aim.canary),
        lambda rows, aim, worlds: rows.exclude(Scope(aim.kind, worlds.ama)),
    ),
    "extra": (
        lambda rows, _aim, _worlds: rows.extra(where=["1=1) or (1=1"]),
        lambda rows, aim, _worlds: rows.extra(tables=[aim.target._meta.db_table]),
        lambda rows, aim, _worlds: rows.extra(
            select={"x": f"SELECT count(*) FROM {aim.target._meta.db_table}"}
        ),
    ),
    "fetch_mode": (lambda rows, _aim, _worlds: rows.fetch_mode(FETCH_PEERS),),
    "filter": (
        lambda rows, aim, _worlds: rows.filter(
            Exists(aim.kind.objects.filter(pk=OuterRef("pk"), **aim.canary))
        ),
        lambda rows, aim, worlds: rows.filter(Scope(aim.target, worlds.ama)),
        lambda rows, aim, _worlds: rows.filter(
            Func(template="1=1) OR (1=1", output_field=models.BooleanField())
        ),
        lambda rows, aim, _worlds: rows.filter(**aim.canary),
        lambda rows, aim, _worlds: rows.filter(**{aim.to("pk__in"): aim.target.objects.all()}),
        lambda rows, aim, worlds: rows.filter(**{aim.to("pk__in"): worlds.hidden[aim.target]}),
    ),
    "for_viewer": (lambda rows, _aim, worlds: rows.for_viewer(worlds.ama),),
    "intersection": (lambda rows, aim, _worlds: _pks(rows).intersection(_pks(aim.target.objects)),),
    "none": (lambda rows, _aim, _worlds: rows.none(),),
    "only": (lambda rows, aim, _worlds: rows.only(aim.text),),
    "order_by": (lambda rows, aim, _worlds: rows.order_by(aim.text),),
    "prefetch_related": (
        lambda rows, aim, _worlds: rows.prefetch_related(aim.path or "pk"),
        lambda rows, aim, _worlds: rows.prefetch_related(
            Prefetch(aim.path or "pk", aim.target.objects.all())
        ),
    ),
    "reverse": (lambda rows, aim, _worlds: rows.order_by(aim.text).reverse(),),
    "select_for_update": (
        lambda rows, aim, _worlds: rows.select_for_update().filter(**aim.canary),
    ),
    "select_related": (lambda rows, aim, _worlds: rows.select_related(aim.path or aim.text),),
    "union": (
        lambda rows, aim, _worlds: _pks(rows).union(_pks(aim.target.objects)),
        lambda rows, aim, _worlds: _pks(aim.target.objects).union(_pks(rows), all=True),
    ),
    "using": (lambda rows, aim, _worlds: rows.using("default").filter(**aim.canary),),
    "values": (lambda rows, aim, _worlds: rows.values(aim.text),),
    "values_list": (lambda rows, aim, _worlds: rows.values_list(aim.text, flat=True),),
    "and, or, xor": (
        lambda rows, aim, _worlds: rows.all() & aim.kind.objects.filter(**aim.canary),
        lambda rows, aim, _worlds: rows.all() | aim.kind.objects.filter(**aim.canary),
        lambda rows, aim, _worlds: rows.all() ^ aim.kind.objects.filter(**aim.canary),
    ),
}


def _pks(rows: Any) -> Any:
    return rows.values_list("pk", flat=True)


# How one may evaluate it.

WAYS: dict[str, Callable[[Any, Aim, Worlds], Any]] = {
    "list": lambda rows, _aim, _worlds: list(rows),
    "count": lambda rows, _aim, _worlds: rows.count(),
    "exists": lambda rows, _aim, _worlds: rows.exists(),
    "first": lambda rows, _aim, _worlds: rows.first(),
    "aggregate": lambda rows, aim, _worlds: rows.aggregate(x=Max(text_of(aim.kind))),
    "iterator": lambda rows, _aim, _worlds: list(rows.iterator(chunk_size=2)),
    "subquery": lambda rows, aim, worlds: list(
        seen(aim.kind, worlds).filter(pk__in=rows.values("pk"))
    ),
    "follow": lambda rows, aim, _worlds: [follow(row, aim.path) for row in rows],
}
DIFFERENT = ("list", "count", "subquery", "follow")


def follow(row: Any, path: str) -> Any:
    """Walks from a row along its relations, as a page would."""
    if not path:
        return row
    step, _, further = path.partition("__")
    there = getattr(row, step)
    if isinstance(there, models.Model):
        return follow(there, further)
    return [follow(each, further) for each in there.all()]
