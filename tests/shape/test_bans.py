"""What would open a way around the guard is not written anywhere in the house.

`kernel/guard` itself, migrations and tests apart. HOUSE_REASONS is the one list of where the house
acts unasked: a new place is written in here, where the next reader weighs it. What stands in EXCEPT
has its reason beside it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.shape.house_reasons import HOUSE_REASONS

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "openchair"
APART = {"migrations", "tests"}
GUARD = PACKAGE / "kernel" / "guard"

ATTRIBUTES = {
    "_base_manager": "Ask through `objects`.",
    "_default_manager": "Ask through `objects`.",
    "_fetch_mode": "A row's viewer is the guard's business.",
    "_state": "A row's viewer is the guard's business.",
    "build_absolute_uri": "A browser may lie about the host: whole(path), or public_address.",
    "cursor": "Ask through a model.",
    "execute_wrapper": "The wall stands there.",
    "execute_wrappers": "The wall stands there.",
    "extra": "Ask with expressions.",
    "get_compiler": "Ask through a queryset.",
    "get_host": "A browser may lie about the host: whole(path), or public_address.",
    "raw": "Ask through a queryset.",
    "select_related": "A joined row is not scoped: follow the key, it loads for all rows at once.",
}
NAMES = {
    "Checked": "Only the guard's compilers make checked SQL.",
    "GenericForeignKey": "Point at a row by its own kind.",
    "HouseBlock": "Say acting_for_the_house(reason).",
    "ManyToManyField": "The link is a model, and says who may see it.",
    "ModelForm": "A form is plain, over scoped querysets.",
    "RawSQL": "Ask with expressions.",
    "Scope": "Say for_viewer(viewer).",
    "SeenBy": "Say for_viewer(viewer).",
}
MODULES = {"sqlite3": "The house's database is asked through Django.", "psycopg": "The same."}
VIEWERS = {"viewer", "actor"}

EXCEPT: dict[tuple[str, str], str] = {
    (
        "cli/backups/places.py",
        "cursor",
    ): "A moment to read in; and a place to put a house is emptied.",
    ("cli/backups/places.py", "sqlite3"): "SQLite closes the log of the file that is replaced.",
    ("cli/backups/putting_back.py", "sqlite3"): "SQLite looks at its own file: PRAGMA only.",
    (
        "cli/backups/tables.py",
        "cursor",
    ): "Rows are put back as they lay: a model would seal them anew.",
    ("cli/checking.py", "sqlite3"): "SQLite looks at its own file: PRAGMA only.",
    ("cli/second_server.py", "psycopg"): "Waits for the server before Django asks it anything.",
    ("kernel/sealed/checking.py", "_base_manager"): "Any kind of row may hold a seal.",
    ("kernel/sealed/key_file.py", "sqlite3"): "The keys lie in a file of their own.",
    ("kernel/sealed/opening.py", "_base_manager"): "Any kind of row may hold a seal.",
    ("kernel/sealed/opening.py", "_state"): "Peers are opened with one look at the keys.",
    ("people/actions/arriving.py", "for_viewer(account)"): "Whoever arrives is their own viewer.",
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if GUARD not in path.parents and not APART & set(path.relative_to(PACKAGE).parts):
            yield str(path.relative_to(PACKAGE)), ast.parse(path.read_text())


def banned_words(node: ast.AST) -> Iterator[tuple[str, str]]:
    """What this piece of a program says that is banned, and what to say instead."""
    if isinstance(node, ast.Attribute):
        yield from _found(node.attr, ATTRIBUTES | NAMES)
        yield from _chained(node)
    elif isinstance(node, ast.Name):
        yield from _found(node.id, NAMES)
    elif isinstance(node, ast.Import | ast.ImportFrom):
        yield from _imported(node)
    elif isinstance(node, ast.Assign) and ast.unparse(node) == "managed = False":
        yield "managed = False", "The house makes its own tables."


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[str, str]]:
    module = getattr(node, "module", None) or node.names[0].name
    yield from _found(module.partition(".")[0], MODULES)
    for alias in node.names:
        yield from _found(alias.name, NAMES)
        if alias.name == "acting_for_the_house" and alias.asname:
            yield alias.asname, "Say acting_for_the_house, so that it is found."


def _found(word: str, banned: dict[str, str]) -> Iterator[tuple[str, str]]:
    if word in banned:
        yield word, banned[word]


def _chained(node: ast.Attribute) -> Iterator[tuple[str, str]]:
    """`.connection.connection` is the driver's own; `.query.where` is where the proof stands."""
    before = node.value.attr if isinstance(node.value, ast.Attribute) else ""
    before = node.value.id if isinstance(node.value, ast.Name) else before
    if (before, node.attr) in {("connection", "connection"), ("query", "where")}:
        yield f"{before}.{node.attr}", "Ask through a queryset."


def wrong_viewers(node: ast.AST) -> Iterator[tuple[str, str]]:
    """A page asks for whoever looks or acts, and the name says so."""
    if isinstance(node, ast.Call) and _called(node) == "for_viewer":
        said = [ast.unparse(argument) for argument in node.args]
        if len(said) != 1 or said[0] not in VIEWERS:
            yield f"for_viewer({', '.join(said)})", "Name them `viewer` or `actor`."


def house_blocks(tree: ast.AST) -> Iterator[tuple[str, ast.With]]:
    """Each block in which the house acts, with its reason as written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.With):
            for item in node.items:
                call = item.context_expr
                if isinstance(call, ast.Call) and _called(call) == "acting_for_the_house":
                    yield _reason(call, tree), node


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _reason(call: ast.Call, tree: ast.AST) -> str:
    """As written there, or once for the module in a name of its own."""
    written = call.args[0] if call.args else None
    if isinstance(written, ast.Name):
        named = (node for node in ast.walk(tree) if isinstance(node, ast.Assign))
        written = next((node.value for node in named if _names(node) == [written.id]), None)
    return str(written.value) if isinstance(written, ast.Constant) else "(not written out)"


def _names(node: ast.Assign) -> list[str]:
    return [ast.unparse(target) for target in node.targets]


def pauses(block: ast.With) -> Iterator[tuple[str, str]]:
    """While a function waits or hands out a row, others run: the house may not be acting then."""
    for node in ast.walk(block):
        if isinstance(node, ast.Await | ast.Yield | ast.YieldFrom | ast.AsyncFor | ast.AsyncWith):
            yield f"{type(node).__name__.lower()} in a house block", "Collect first."


def hidden_openings(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Opened otherwise than with `with`, a block may never close."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    opened = sum(_called(call) == "acting_for_the_house" for call in calls)
    if opened != sum(1 for _ in house_blocks(tree)):
        yield "acting_for_the_house outside `with`", "Open it with `with`."


def breaches(path: str, tree: ast.Module) -> Iterator[str]:
    found = [
        (getattr(node, "lineno", 0), *breach)
        for node in ast.walk(tree)
        for breach in (*banned_words(node), *wrong_viewers(node))
    ]
    found += [(block.lineno, *pause) for _, block in house_blocks(tree) for pause in pauses(block)]
    found += [(0, *opening) for opening in hidden_openings(tree)]
    for line, word, instead in found:
        if (path, word) not in EXCEPT:
            yield f"{path}:{line} says {word}. {instead}"


def test_nothing_in_the_house_goes_around_the_guard() -> None:
    found = [breach for path, tree in modules() for breach in breaches(path, tree)]
    assert not found, "\n".join(found)


def test_each_reason_to_act_for_the_house_is_listed() -> None:
    acting: dict[str, set[str]] = {}
    for path, tree in modules():
        for reason, _ in house_blocks(tree):
            acting.setdefault(reason, set()).add(path)
    listed = {(reason, path) for reason, paths in HOUSE_REASONS.items() for path in paths}
    there = {(reason, path) for reason, paths in acting.items() for path in paths}
    assert not there - listed, "Not listed in HOUSE_REASONS"
    assert not listed - there, "Listed, and no longer there"


def test_each_exception_is_still_needed() -> None:
    said = {
        (path, word)
        for path, tree in modules()
        for node in ast.walk(tree)
        for word, _ in (*banned_words(node), *wrong_viewers(node))
    }
    assert EXCEPT.keys() <= said


@pytest.mark.parametrize(
    "written",
    [
        "Share.objects.raw(sql)",
        "rows.extra(where=[sql])",
        "rows.select_related('author')",
        "Share._base_manager.all()",
        "connection.cursor()",
        "connection.connection.execute(sql)",
        "self.connection.connection",
        "rows.query.where.children.clear()",
        "row._state.fetch_mode = mode",
        "import sqlite3",
        "from psycopg.rows import dict_row",
        "from django.db.models.expressions import RawSQL",
        "from openchair.kernel.guard.scope import Scope",
        "from openchair.kernel.guard import acting_for_the_house as quietly",
        "class Form(forms.ModelForm): pass",
        "friends = models.ManyToManyField(Person)",
        "class Meta:\n    managed = False",
        "Share.objects.for_viewer(share.author)",
        "Share.objects.for_viewer(viewer=person)",
        "Share.objects.for_viewer(request.user)",
        "async def f():\n    with acting_for_the_house('noticing'):\n        await g()",
        "def f():\n    with acting_for_the_house('noticing'):\n        yield 1",
        "def f():\n    with acting_for_the_house('noticing'):\n        yield from g()",
        "stack.enter_context(acting_for_the_house('noticing'))",
        "block = acting_for_the_house('noticing')\nwith block:\n    pass",
    ],
)
def test_a_ban_is_noticed(written: str) -> None:
    assert list(breaches("room/views.py", ast.parse(written)))


@pytest.mark.parametrize(
    "written",
    [
        "Share.objects.for_viewer(viewer).filter(circle=circle)",
        "Share.objects.for_viewer(actor).create(words=words)",
        "with atomic(), acting_for_the_house('noticing'):\n    Share.objects.count()",
        "query.get('where')",
    ],
)
def test_daily_code_is_left_alone(written: str) -> None:
    assert not list(breaches("room/views.py", ast.parse(written)))


def test_a_reason_may_have_a_name() -> None:
    tree = ast.parse("WHY = 'noticing'\nwith acting_for_the_house(WHY):\n    pass")
    assert [reason for reason, _ in house_blocks(tree)] == ["noticing"]
    tree = ast.parse("with acting_for_the_house(why()):\n    pass")
    assert [reason for reason, _ in house_blocks(tree)] == ["(not written out)"]
