"""A steward decides which entries everybody sees. spec/model.md, Resource.

Every row that is passed in was read for the actor.
"""

from datetime import date

from django.db import transaction

from openchair.kernel.guard import Viewer
from openchair.kernel.refusal import Refusal
from openchair.pathways import policy
from openchair.pathways.models import Resource, Source, State, What, due_after, read_change


def _unless(sentence: str | None) -> None:
    if sentence:
        raise Refusal(sentence)


def _looked_at(entry: Resource, actor: Viewer, on: date) -> None:
    entry.checked_by_id, entry.checked_on = actor.pk, on
    entry.due_on = due_after(entry.what, on)


@transaction.atomic
def check(actor: Viewer, entry: Resource, *, on: date, opened_page: bool = False) -> Resource:
    """A human looked, and the entry is as it says here. `opened_page`: on the provider's own page."""
    _unless(policy.why_not_check(actor, entry, opened_page=opened_page))
    _looked_at(entry, actor, on)
    if entry.state == State.PROPOSED:
        entry.state = State.CHECKED
    entry.save()
    return entry


@transaction.atomic
def list_entry(actor: Viewer, entry: Resource, *, on: date) -> Resource:
    """Everybody may see it from now on. Listing one by hand says that a human checked it."""
    _unless(policy.why_not_list(actor, entry))
    if entry.is_listed and entry.was_checked:
        return entry
    if not entry.was_checked:
        _looked_at(entry, actor, on)
    entry.state = State.LISTED
    entry.save()
    return entry


@transaction.atomic
def withdraw(actor: Viewer, entry: Resource) -> Resource:
    _unless(policy.why_not_keep_directory(actor))
    entry.state = State.WITHDRAWN
    entry.save()
    return entry


@transaction.atomic
def list_source(actor: Viewer, source: Source, *, on: date) -> Source:
    """A steward's yes to a whole source: pages say that its entries were copied and not checked by us.

    Entries that were withdrawn by hand stay withdrawn; crisis lines are never listed this way.
    """
    _unless(policy.why_not_keep_directory(actor))
    waiting = Resource.objects.for_viewer(actor).filter(
        source=source, what=What.MEETING, gone_on=None, state__in=(State.PROPOSED, State.CHECKED)
    )
    waiting.filter(checked_on__isnull=False).update(state=State.LISTED)
    for day in set(waiting.values_list("copied_on", flat=True)):
        waiting.filter(copied_on=day).update(
            state=State.LISTED, due_on=due_after(What.MEETING, day)
        )
    source.listed_on = source.listed_on or on
    source.save()
    return source


@transaction.atomic
def withdraw_source(actor: Viewer, source: Source) -> Source:
    """Nothing of it is shown any more. What nobody had checked goes back to proposed."""
    _unless(policy.why_not_keep_directory(actor))
    listed = Resource.objects.for_viewer(actor).filter(source=source, state=State.LISTED)
    listed.filter(checked_on=None).update(state=State.PROPOSED, due_on=None)
    listed.filter(checked_on__isnull=False).update(state=State.CHECKED)
    source.listed_on = None
    source.save()
    return source


@transaction.atomic
def rename_source(actor: Viewer, source: Source, name: str) -> Source:
    """Pages say where entries were copied from: by a name that people know."""
    _unless(policy.why_not_rename(actor, source, name))
    source.name = name
    source.save()
    return source


@transaction.atomic
def take_change(actor: Viewer, entry: Resource, *, on: date) -> Resource:
    """What the source says now takes the place of what was checked, and counts as checked."""
    _unless(policy.why_not_keep_directory(actor))
    if entry.change is None:
        return entry
    for name, value in read_change(entry.change).items():
        setattr(entry, name, value)
    entry.change = None
    _looked_at(entry, actor, on)
    entry.save()
    return entry


@transaction.atomic
def keep_as_it_is(actor: Viewer, entry: Resource, *, on: date) -> Resource:
    """The steward looked, and what stands here is right. Only something newer is proposed again."""
    _unless(policy.why_not_keep_directory(actor))
    if entry.change_waits:
        entry.change_set_aside = True
        _looked_at(entry, actor, on)
        entry.save()
    return entry
