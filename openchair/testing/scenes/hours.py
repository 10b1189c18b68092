"""At which hour of an earlier day something happened in the demo's house."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from openchair.testing.scenes.house import ZONE
from openchair.testing.scenes.standing import Scene


def on(scene: Scene, days_ago: int, clock: str) -> datetime:
    """So many days ago, when the clock of this house showed `clock`."""
    day = scene.at.astimezone(ZoneInfo(ZONE)).date() - timedelta(days=days_ago)
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(ZONE))
