"""Mutants of functions: each term of a filter, each branch that refuses, taken away one at a time."""

import ast
import copy
import gc
import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

ROOT = Path(__file__).resolve().parents[3]

# Who may see which rows, and the conditions that this rests on; and the doors' own conditions.
SIGHT = {
    "openchair/kernel/models.py": {"of_account"},
    "openchair/delivery/models.py": set[str](),
    "openchair/people/models/addresses.py": set[str](),
    "openchair/people/models/block.py": {"apart"},
    "openchair/people/models/keys.py": set[str](),
    "openchair/people/models/person.py": set[str](),
    "openchair/people/models/session.py": set[str](),
    "openchair/people/sight.py": {"company_of"},
    "openchair/house/models/duties.py": set[str](),
    "openchair/house/models/events.py": set[str](),
    "openchair/house/queries.py": {"has_duty", "duties_of"},
    "openchair/circles/models/card.py": set[str](),
    "openchair/circles/models/chair.py": set[str](),
    "openchair/circles/models/distance.py": {"kept_from"},
    "openchair/circles/models/host_call.py": set[str](),
    "openchair/circles/models/never_with.py": set[str](),
    "openchair/circles/models/pause.py": set[str](),
    "openchair/circles/models/standing_answer.py": set[str](),
    "openchair/circles/models/turned_away.py": set[str](),
    "openchair/circles/models/letter.py": set[str](),
    "openchair/circles/models/looking_after.py": set[str](),
    "openchair/circles/models/naming.py": set[str](),
    "openchair/circles/models/table.py": {
        "circles_of",
        "members",
        "people_at_my_tables",
        "tables_of_member",
    },
    "openchair/circles/models/together.py": set[str](),
    "openchair/circles/actions/asked_in_private.py": {
        "_is_apart",
        "_is_kept_away",
        "_is_listed",
        "_members_asked",
        "stands_in_the_way",
        "still_asked",
    },
    "openchair/circles/actions/holding.py": {"is_kept_apart"},
    "openchair/circles/actions/inviting.py": {"_kept_apart", "_seat_already"},
    "openchair/circles/actions/keeping_apart.py": {"_any_of", "is_never_seated_with"},
    "openchair/circles/queries.py": {"seat_by_letter"},
    "openchair/sharing/models/answers.py": {"said_before"},
    "openchair/sharing/models/retellings.py": set[str](),
    "openchair/sharing/models/closed.py": set[str](),
    "openchair/sharing/models/words.py": {
        "over_answers",
        "over_shares",
        "said_to",
        "was_said_to",
    },
    "openchair/journeys/models.py": set[str](),
    "openchair/presence/asking.py": {"may_meet"},
    "openchair/presence/models/company.py": set[str](),
    "openchair/presence/models/how.py": {"_told_by_name", "_told_at_a_table"},
    "openchair/presence/models/waiting.py": set[str](),
    "openchair/presence/models/worry.py": {"_sits_there"},
    "openchair/presence/named.py": {"named_at"},
    "openchair/presence/worrying.py": {"may_look_in"},
    "openchair/repair/models.py": set[str](),
    "openchair/pathways/models/directory.py": {"is_steward", "listed_for_everybody"},
    "openchair/pathways/models/letters.py": set[str](),
    "openchair/people/doors.py": {"signed_in"},
    "openchair/circles/doors.py": {"seated", "once_seated"},
    "openchair/house/doors.py": {"_for", "setting_up", "is_beginning"},
}
POLICIES = sorted(
    str(path.relative_to(ROOT))
    for where in ("*/policy.py", "*/policy/*.py")
    for path in (ROOT / "openchair").glob(where)
)
FILTERS = {"Q", "filter", "exclude", "get_object_or_404", "apart"}

type Change = Callable[[ast.AST], None]


@dataclass(frozen=True)
class Mutant:
    """One function of one file with one thing taken away."""

    path: str
    function: str
    what: str
    line: int
    code: CodeType

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.function}: {self.what}"

    @property
    def room(self) -> str:
        return self.path.split("/")[1]

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").replace("/", ".")

    def take_place(self) -> None:
        """From now on this process runs the mutant."""
        module = importlib.import_module(self.module)
        _find(module, self.function).__code__ = self.code
        within = {code.co_qualname: code for code in _codes_within(self.code)}
        for made in gc.get_objects():  # doors that hang already
            if isinstance(made, FunctionType) and made.__globals__ is vars(module):
                made.__code__ = within.get(made.__code__.co_qualname, made.__code__)


def _codes_within(code: CodeType) -> Iterator[CodeType]:
    """A door for a duty hangs two functions deep."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _codes_within(inner)


def all_conditions() -> list[Mutant]:
    found = [m for path in SIGHT for m in conditions_of_sight(path)]
    return found + [m for path in POLICIES for m in _of_file(path, {"why_not_"})]


def conditions_of_sight(path: str) -> Iterator[Mutant]:
    """Of one file: who may see which of its rows."""
    return _of_file(path, SIGHT[path] | {"visible_to"})


def _of_file(path: str, names: set[str]) -> Iterator[Mutant]:
    source = (ROOT / path).read_text()
    for qualified, node in _functions(ast.parse(source)):
        if any(qualified.split(".")[-1].startswith(name) for name in names):
            yield from _of_function(path, source, qualified, node)


def _functions(tree: ast.AST, within: str = "") -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            yield f"{within}{node.name}", node
        elif isinstance(node, ast.ClassDef):
            yield from _functions(node, f"{within}{node.name}.")


def _of_function(path: str, source: str, name: str, node: ast.FunctionDef) -> Iterator[Mutant]:
    for place, inner in enumerate(_within(node)):
        for what, change in _changes(inner):
            tree = ast.parse(source)
            twin = dict(_functions(tree))[name]
            change(_within(twin)[place])
            code = _code(compile(ast.fix_missing_locations(tree), path, "exec"), name)
            yield Mutant(path, name, what, getattr(inner, "lineno", node.lineno), code)


def _within(node: ast.FunctionDef) -> list[ast.AST]:
    """Everything in its body; what it takes and gives back is not a condition."""
    return [inner for statement in node.body for inner in ast.walk(statement)]


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd | ast.BitOr):
        for side, other in (("left", "right"), ("right", "left")):
            yield f"without {_said(node, side)}", _becomes(other)
    elif isinstance(node, ast.BoolOp):
        for place, value in enumerate(node.values):
            yield f"without {ast.unparse(value)}", _drops("values", place)
    elif isinstance(node, ast.Call) and _name(node) in FILTERS:
        yield from _fewer_filters(node)
    else:
        yield from _other_changes(node)


def _fewer_filters(node: ast.Call) -> Iterator[tuple[str, Change]]:
    for place, word in enumerate(node.keywords):
        yield f"without {ast.unparse(word)}", _drops("keywords", place)
    if _name(node) == "filter":
        for place, said in enumerate(node.args):
            yield f"without {ast.unparse(said)}", _drops("args", place)


def _other_changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.If):
        yield f"without if {ast.unparse(node.test)}", _never
    elif isinstance(node, ast.IfExp):
        yield f"always {ast.unparse(node.body)}", _becomes("body")
    elif isinstance(node, ast.Tuple | ast.List) and any(
        isinstance(e, ast.Starred) for e in node.elts
    ):
        for place, value in enumerate(node.elts):
            yield f"without {ast.unparse(value)}", _drops("elts", place)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"without not {ast.unparse(node.operand)}", _becomes("operand")


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _said(node: ast.AST, side: str) -> str:
    return ast.unparse(getattr(node, side))


def _becomes(side: str) -> Change:
    """The whole is replaced by one of its parts."""

    def change(node: ast.AST) -> None:
        part = getattr(node, side)
        kept = copy.deepcopy(part)
        node.__class__ = kept.__class__
        node.__dict__.clear()
        node.__dict__.update(kept.__dict__)

    return change


def _drops(name: str, place: int) -> Change:
    def change(node: ast.AST) -> None:
        values = getattr(node, name)
        del values[place]
        if isinstance(node, ast.BoolOp) and len(values) == 1:
            _becomes("values0")(_with(node, "values0", values[0]))

    return change


def _with(node: ast.AST, name: str, value: Any) -> ast.AST:
    setattr(node, name, value)
    return node


def _never(node: ast.AST) -> None:
    """The branch is there and never taken; what it assigned on the way is still assigned."""
    assert isinstance(node, ast.If)
    node.test = ast.BoolOp(ast.And(), [node.test, ast.Constant(False)])


def _code(module: CodeType, qualified: str) -> CodeType:
    found = module
    for name in qualified.split("."):
        found = next(
            const
            for const in found.co_consts
            if isinstance(const, CodeType) and const.co_name == name
        )
    return found


def _find(module: Any, qualified: str) -> FunctionType:
    found = module
    for name in qualified.split("."):
        found = inspect.getattr_static(found, name)
    while isinstance(found, classmethod | staticmethod) or hasattr(found, "__wrapped__"):
        found = found.__wrapped__ if hasattr(found, "__wrapped__") else found.__func__
    assert isinstance(found, FunctionType), qualified
    return found
