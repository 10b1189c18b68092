"""Draws docs/map.md from what the rooms say about themselves.

`python -m tests.shape.docs_map` writes it, and so does `bin/lint --fix`.
"""

import ast
import tomllib
from pathlib import Path

from tests.shape.sizes import PACKAGE, ROOT

MAP = ROOT / "docs" / "map.md"
BEFORE = """\
# The rooms

Openchair is laid out as a house. Each part of the code is a room: it says here, in its own words,
what it is for. A room may use the rooms below it and none above (`docs/decisions/0013`), so this
page can be read from either end.

To follow one thing a person does, walk through four files of one room and nothing is hidden:
`urls.py` leads to a view, the view asks one action, the action asks the policy whether it may, and
the models keep what is true. When someone should hear of it, the action writes a letter.

"""
AFTER = """
Beside the rooms lie `settings.py` and `config.py` (what differs from house to house), `urls.py` and
`asgi.py` (the way in), `clock.py` (everything that happens without a person) and `cli/` (the
`openchair` command). `tests/shape` measures the house, `tests/walks` lives in it, `bench/` times it.

This page is made from the rooms themselves by `bin/lint --fix`.
"""


def rooms() -> list[str]:
    """From the top of the house to its ground, as the import contract names them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    beside = [one for layer in layers for one in layer.split(" | ")]  # siblings stand on one line
    names = [layer.strip("()").removeprefix("openchair.") for layer in beside]
    return [name for name in names if (PACKAGE / name / "apps.py").exists()]


def says(room: str) -> str:
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text())
    return ast.get_docstring(tree) or ""


def drawn() -> str:
    return BEFORE + "\n".join(f"## {room}\n\n{says(room)}\n" for room in rooms()) + AFTER


def main(path: Path = MAP) -> None:
    path.write_text(drawn())


if __name__ == "__main__":
    main()
