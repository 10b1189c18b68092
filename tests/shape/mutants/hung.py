"""Mutants of views: each door taken off its hinges, and each door left standing open under its name."""

import ast
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver

from tests.shape.mutants.conditions import ROOT
from tests.shape.test_doors import DOORS, patterns


@dataclass(frozen=True)
class Unhung:
    """One view without its door; with `name`, one that still says which door it had."""

    path: str
    view: str
    source: str
    routes: tuple[str, ...]
    name: str = ""

    def __str__(self) -> str:
        return f"{self.path} {self.view}: {self.name + ' lets everyone in' if self.name else 'no door'}"

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").replace("/", ".")

    def take_place(self) -> None:
        space: dict[str, Any] = {"__name__": self.module, "__file__": self.path}
        exec(compile(self.source, self.path, "exec"), space)
        view = space[self.view]
        if self.name:
            vars(view)["door"] = self.name
        for pattern in patterns(get_resolver()):
            if pattern.name in self.routes:
                pattern.callback = view


def all_doors() -> list[Unhung]:
    files = [*(ROOT / "openchair").glob("*/views.py"), *(ROOT / "openchair").glob("*/views/*.py")]
    found = [u for path in sorted(files) for u in _of_file(str(path.relative_to(ROOT)))]
    return [unhung for unhung in found if unhung.routes]


def _of_file(path: str) -> Iterator[Unhung]:
    source = (ROOT / path).read_text()
    for place, node in enumerate(ast.parse(source).body):
        for name, take_off in _doors_of(node):
            tree = ast.parse(source)
            take_off(tree.body[place])
            bare = ast.unparse(ast.fix_missing_locations(tree))
            view = node.name if isinstance(node, ast.FunctionDef) else node.targets[0].id  # type: ignore[attr-defined]
            yield Unhung(path, view, bare, _routes(path, view))
            if name != "open_to_all":
                yield Unhung(path, view, bare, _routes(path, view), name)


def _doors_of(node: ast.stmt) -> Iterator[tuple[str, Callable[[Any], None]]]:
    if isinstance(node, ast.FunctionDef):
        for place, decorator in enumerate(node.decorator_list):
            if isinstance(decorator, ast.Name) and decorator.id in DOORS:
                yield decorator.id, _without_decorator(place)
    elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
        called = node.value.func
        if isinstance(called, ast.Name) and called.id in DOORS:
            yield called.id, _unwrap


def _routes(path: str, view: str) -> tuple[str, ...]:
    module = importlib.import_module(path.removesuffix(".py").replace("/", "."))
    standing = getattr(module, view)
    return tuple(str(p.name) for p in patterns(get_resolver()) if p.callback is standing)


def _without_decorator(place: int) -> Callable[[Any], None]:
    def take_off(twin: Any) -> None:
        twin.decorator_list.pop(place)

    return take_off


def _unwrap(twin: Any) -> None:
    twin.value = twin.value.args[0]
