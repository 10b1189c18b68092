"""After an older copy was put back: what was erased since is erased again before anybody comes in."""

import pytest

from openchair.journeys.again import finish_restoring, mark
from openchair.kernel.guard import acting_for_the_house
from openchair.kernel.ledger import note_erased
from openchair.repair.models import Passage, Report
from openchair.testing.scenes import NOON, Scene
from tests.guest import Guest

pytestmark = pytest.mark.django_db


def test_an_erased_letter_to_the_listener_does_not_come_back(scene: Scene) -> None:
    mara = scene.people["Mara"]
    Guest(mara).fill("/listener/", words="He waits for me on the stairs.")
    letter = Report.objects.for_viewer(mara).get(writer=mara)
    note_erased("repair.Report", letter.pk, at=NOON)
    mark().touch()
    finish_restoring()
    with acting_for_the_house("tests"):
        assert not Report.objects.filter(pk=letter.pk).exists()
        assert not Passage.objects.filter(report=letter.pk).exists()
