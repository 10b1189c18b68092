import uuid
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from openchair.kernel.guard import Viewer
from openchair.kernel.guard.models import GuardedModel, GuardedQuerySet


class Somebody(models.Model):
    """Unguarded, as an account is; `pk` is what makes it a viewer."""

    objects: ClassVar[models.Manager["Somebody"]] = models.Manager()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    address = models.CharField(max_length=40, blank=True)

    class Meta:
        app_label = "guarded_world"


class Place(GuardedModel):
    name = models.CharField(max_length=40)
    opened = models.IntegerField(default=0)

    class Meta:
        app_label = "guarded_world"
        ordering = ["opened"]
        get_latest_by = "opened"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(pk__in=places_of(viewer))


class Reader(GuardedModel):
    id = None  # type: ignore[assignment]  # the somebody is the key
    somebody = models.OneToOneField(Somebody, models.CASCADE, primary_key=True)
    name = models.CharField(max_length=40)

    class Meta:
        app_label = "guarded_world"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        beside = Sitting.objects.filter(place__in=places_of(viewer))
        return Q(pk=viewer.pk, pk__isnull=False) | Q(pk__in=beside.values("reader"))


class Sitting(GuardedModel):
    place = models.ForeignKey(Place, models.CASCADE, related_name="sittings")
    reader = models.ForeignKey(Reader, models.CASCADE, related_name="sittings")

    class Meta:
        app_label = "guarded_world"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(place__in=places_of(viewer))


def places_of(viewer: Viewer) -> Any:
    if viewer.pk is None:
        return Sitting.objects.none().values("place")
    return Sitting.objects.filter(reader=viewer.pk).values("place")


class LeafQuerySet(GuardedQuerySet["Leaf"]):
    def spoken(self) -> "LeafQuerySet":
        return self.exclude(words="")


class Leaf(GuardedModel):
    place = models.ForeignKey(Place, models.CASCADE, related_name="leaves")
    author = models.ForeignKey(Reader, models.SET_NULL, null=True, related_name="leaves")
    words = models.CharField(max_length=80)
    number = models.IntegerField(default=0)
    written = models.DateTimeField(null=True)

    objects = LeafQuerySet.as_manager()

    class Meta:
        app_label = "guarded_world"
        get_latest_by = "number"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(place__in=places_of(viewer))


class Answer(GuardedModel):
    leaf = models.ForeignKey(Leaf, models.CASCADE, related_name="answers")
    author = models.ForeignKey(Reader, models.CASCADE, related_name="answers")
    after = models.ForeignKey("self", models.SET_NULL, null=True, related_name="later")
    words = models.CharField(max_length=80)

    class Meta:
        app_label = "guarded_world"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(leaf__in=Leaf.objects.filter(place__in=places_of(viewer)))


class Cover(GuardedModel):
    leaf = models.OneToOneField(Leaf, models.CASCADE, related_name="cover")
    colour = models.CharField(max_length=40)

    class Meta:
        app_label = "guarded_world"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(leaf__in=Leaf.objects.filter(place__in=places_of(viewer)))


class Mark(GuardedModel):
    leaf = models.ForeignKey(Leaf, models.CASCADE, related_name="marks")
    reader = models.ForeignKey(Reader, models.CASCADE, related_name="marks")
    shape = models.CharField(max_length=40, default="")

    class Meta:
        app_label = "guarded_world"
        constraints = [models.UniqueConstraint(fields=["leaf", "reader"], name="one_mark_each")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(reader=viewer.pk, reader__isnull=False)


class Draft(GuardedModel):
    """Hangs on the account itself, and only its owner sees it."""

    owner = models.ForeignKey(Somebody, models.CASCADE, related_name="drafts")
    words = models.CharField(max_length=80)

    class Meta:
        app_label = "guarded_world"
        constraints = [models.CheckConstraint(condition=~Q(words="!"), name="draft_is_calm")]

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(owner=viewer.pk, owner__isnull=False)


class Poster(GuardedModel):
    """Everyone may see it."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="posters")
    words = models.CharField(max_length=80)

    class Meta:
        app_label = "guarded_world"

    @classmethod
    def visible_to(cls, _viewer: Viewer) -> Q:
        return Q()


class Shout(GuardedModel):
    """Its `visible_to` joins, which the guard refuses on first use."""

    place = models.ForeignKey(Place, models.CASCADE)
    words = models.CharField(max_length=80)

    class Meta:
        app_label = "guarded_world"

    @classmethod
    def visible_to(cls, viewer: Viewer) -> Q:
        return Q(place__sittings__reader=viewer.pk)


class Mute(GuardedModel):
    """Says nothing of who may see it."""

    class Meta:
        app_label = "guarded_world"
