"""When the house was last backed up, told by the names of the files that lie there."""

from datetime import UTC, datetime
from pathlib import Path

MOMENT = "%Y-%m-%dT%H%M%S.%fZ"


def newest_backup(folder: Path) -> datetime | None:
    moments = (moment_of(path) for path in folder.glob("house-*.rows"))
    return max((moment for moment in moments if moment), default=None)


def moment_of(path: Path) -> datetime | None:
    """When it was made; None for a file that has another name."""
    try:
        return datetime.strptime(_said(path.name), MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _said(name: str) -> str:
    """Without what stands around it; the moment itself holds one dot."""
    return ".".join(name.removeprefix("house-").split(".")[:2])
