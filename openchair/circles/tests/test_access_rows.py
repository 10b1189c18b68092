"""Who reads what a table asks in private, where the world of the matrix has no such row."""

import pytest
from django.contrib.auth.models import AnonymousUser

from openchair.circles import actions
from openchair.circles.actions.calling_hosts import call_a_host
from openchair.circles.models import CallKind, HoldingPause, HostCall, Naming
from openchair.circles.tests.test_access_letters import a_scene
from openchair.kernel.guard import acting_for_the_house
from openchair.people import actions as people
from openchair.testing.scenes import NOON


@pytest.mark.django_db
def test_a_visitor_under_a_blanket_is_not_asked() -> None:
    with a_scene() as scene:
        noor, said = scene.people["Noor"], {"line": "", "words": "", "address": ""}
        actions.rest(noor, scene.seat("Noor", "Tuesday"), word="")
        table, ama = scene.tables["Tuesday"], scene.people["Ama"]
        actions.name_someone(ama, table, name="Jonas", at=NOON, **said)
        assert not Naming.objects.for_viewer(noor).exists()
        assert Naming.objects.for_viewer(scene.people["Bert"]).exists()


@pytest.mark.django_db
def test_a_host_reads_of_nobody_they_are_kept_from() -> None:
    with a_scene() as scene:
        chiara, omar = scene.people["Chiara"], scene.people["Omar"]
        call_a_host(CallKind.NAMING, omar, at=NOON)
        assert HostCall.objects.for_viewer(chiara).exists()
        people.block(omar, chiara, at=NOON)
        assert not HostCall.objects.for_viewer(chiara).exists()


@pytest.mark.django_db
def test_a_pause_whose_author_was_forgotten_is_no_stranger_s() -> None:
    with a_scene() as scene:
        table, els = scene.tables["Tuesday"].pk, scene.people["Els"]
        with acting_for_the_house("tests"):
            HoldingPause.objects.create(circle_id=table, account=els, began_at=NOON, ends_at=NOON)
        viewer = AnonymousUser()
        assert not HoldingPause.objects.for_viewer(viewer).exists()
