"""Every probe of the guard, not one in thirty: `bin/bench probes`. Some minutes.

Further words go to pytest.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    probes = ROOT / "tests" / "shape" / "test_guard_probes.py"
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-p", "no:randomly", str(probes)]
    everything = os.environ | {"OPENCHAIR_PROBES": "all"}
    return subprocess.run(
        [*command, *sys.argv[1:]], cwd=ROOT, env=everything, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
