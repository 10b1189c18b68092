"""Who may import whom, and where: docs/decisions/0010, 0011 and 0013."""

import ast
from collections.abc import Iterator

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.shape.sizes import PACKAGE, ROOT, Module, house

HEAVY = {"numpy", "pywebpush", "openpyxl", "PIL"}
SIGNALS = {"django.dispatch", "django.db.models.signals", "django.core.signals"}
HOUSE = house()


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
        elif isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)


def inner_imports(module: Module) -> list[str]:
    """But for those of `ready()`, which Django calls once the models it needs are there."""
    return [
        f"{module.name}:{line} {name}"
        for function in module.functions()
        if (module.path.name, function.name) != ("apps.py", "ready")
        for line, name in imports(function)
        if name.split(".")[0] not in HEAVY
    ]


def test_rooms_import_downward_only() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS


def test_every_room_is_in_the_contract() -> None:
    """A room the contract does not know could import anything."""
    contract = (ROOT / "pyproject.toml").read_text()
    parts = [path for path in PACKAGE.iterdir() if path.suffix == ".py" or path.is_dir()]
    names = {path.stem for path in parts if not path.stem.startswith("_")} - {"locale"}
    assert [name for name in sorted(names) if f"openchair.{name}" not in contract] == []


def test_imports_stand_at_the_top() -> None:
    assert [found for module in HOUSE for found in inner_imports(module)] == []


def test_nobody_listens_behind_the_scenes() -> None:
    heard = [f"{m.name}:{line}" for m in HOUSE for line, name in imports(m.tree) if name in SIGNALS]
    assert heard == []


def test_room_tests_are_packages() -> None:
    """Without `__init__.py` the import contract would not see them."""
    folders = {path.parent for path in PACKAGE.rglob("tests/**/*.py")}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize(
    ("code", "seen"),
    [("def f():\n    import json\n", 1), ("def f():\n    import numpy\n", 0), ("import json\n", 0)],
)
def test_an_inner_import_would_be_seen(code: str, seen: int) -> None:
    path = PACKAGE / "kernel" / "_never_written.py"
    module = Module(path, ast.parse(code), frozenset(), 0)
    assert len(inner_imports(module)) == seen
