"""Measures the house: how long its functions and files are, and what hides in them.

`python -m tests.shape.sizes` prints the table; `test_sizes.py` holds it to the ratchet. Counted is
code: lines without blank lines, comments and docstrings. A function's lines are those of its body:
to name what goes in, one a line, must not cost. Tests and migrations are not the house.
"""

import ast
import io
import statistics
import subprocess
import tokenize
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "openchair"
HIDDEN = {"receiver", "pre_save", "post_save", "pre_delete", "post_delete", "m2m_changed", "Signal"}

type Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Spread:
    median: float
    mean: float
    ninetieth: float
    longest: int

    def __str__(self) -> str:
        return f"{self.median:g} / {self.mean:.1f} / {self.ninetieth:g} / {self.longest}"


@dataclass(frozen=True)
class Module:
    path: Path
    tree: ast.Module
    code_lines: frozenset[int]
    length: int

    @property
    def room(self) -> str:
        return self.path.relative_to(PACKAGE).parts[0]

    @property
    def name(self) -> str:
        return str(self.path.relative_to(ROOT))

    def functions(self) -> Iterator[Function]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def size(self, node: Function, *, signed: bool = False) -> int:
        start = node.lineno if signed else node.body[0].lineno
        return len(self.code_lines & set(range(start, (node.end_lineno or 0) + 1)))


def read(path: Path) -> Module:
    text = path.read_text()
    tree = ast.parse(text)
    code = code_lines(text) - docstring_lines(tree)
    return Module(path, tree, frozenset(code), len(text.splitlines()))


def code_lines(text: str) -> set[int]:
    silent = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
    return {
        line
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type not in silent | {tokenize.ENDMARKER}
        for line in range(token.start[0], token.end[0] + 1)
    }


def docstring_lines(tree: ast.Module) -> set[int]:
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, documented) and ast.get_docstring(node, clean=False) is not None
        for line in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)
    }


def house() -> list[Module]:
    """Every module of ours that runs in a house."""
    apart = {"tests", "migrations"}
    paths = sorted(PACKAGE.rglob("*.py"))
    return [read(path) for path in paths if not apart & set(path.relative_to(PACKAGE).parts)]


def spread(numbers: Iterable[int]) -> Spread:
    found = sorted(numbers)
    ninetieth = found[min(len(found) - 1, int(len(found) * 0.9))]
    return Spread(statistics.median(found), statistics.mean(found), ninetieth, found[-1])


def functions(modules: Sequence[Module], *, signed: bool = False) -> Spread:
    sizes = (module.size(node, signed=signed) for module in modules for node in module.functions())
    return spread(sizes)


def files(modules: Sequence[Module]) -> Spread:
    """Every file with something in it, if only a docstring."""
    return spread(len(module.code_lines) for module in modules if module.length)


def views(modules: Sequence[Module]) -> dict[str, int]:
    """The body of each view: every public function of a `views` module that takes a request first."""
    return {
        f"{module.name}:{node.name}": module.size(node)
        for module in modules
        if "views" in (module.path.stem, module.path.parent.name)
        for node in module.functions()
        if node.args.args and node.args.args[0].arg == "request" and node.name[0] != "_"
    }


def unannotated(modules: Sequence[Module]) -> list[str]:
    """Public functions of which a reader cannot tell what goes in or comes out."""
    return [
        f"{module.name}:{node.lineno} {node.name}"
        for module in modules
        for node in module.functions()
        if not node.name.startswith("_") and not is_annotated(node)
    ]


def is_annotated(node: Function) -> bool:
    named = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
    asked = [argument for argument in named if argument.arg not in {"self", "cls"}]
    return node.returns is not None and all(argument.annotation for argument in asked)


def hidden_steps(modules: Sequence[Module]) -> list[str]:
    return [
        f"{module.name}:{node.lineno}"
        for module in modules
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name | ast.Attribute)
        and (node.id if isinstance(node, ast.Name) else node.attr) in HIDDEN
    ]


def runtime_dependencies() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return list(project["dependencies"])


def lines_of(suffix: str) -> int:
    """Lines of our own styles or scripts; what others wrote lies in a `vendor` folder."""
    own = [path for path in PACKAGE.rglob(f"*{suffix}") if "vendor" not in path.parts]
    return sum(len(path.read_text().splitlines()) for path in own)


def tracked() -> list[Path]:
    """Every file of the repository, new ones too; where it is no git checkout, what lies there."""
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, check=False)
    if said.returncode != 0:
        return [path for path in ROOT.rglob("*") if path.is_file() and not is_made(path)]
    names = said.stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def is_made(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return "__pycache__" in parts or (parts[0].startswith(".") and parts[0] != ".ci")


def room_imports(modules: Sequence[Module]) -> dict[str, set[str]]:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    seen: dict[str, set[str]] = {room: set() for room in rooms}
    for module in modules:
        if module.room in rooms:
            seen[module.room] |= {name for name in imported_rooms(module) if name in rooms}
    return {room: others - {room} for room, others in seen.items()}


def imported_rooms(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("openchair"):
            parts = (node.module or "").split(".")
            yield from [parts[1]] if len(parts) > 1 else [name.name for name in node.names]
        elif isinstance(node, ast.Import):
            yield from (n.name.split(".")[1] for n in node.names if n.name.startswith("openchair."))


def cycles(imports: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Pairs of rooms of which each can reach the other."""
    reach = {room: reachable(imports, room) for room in imports}
    return [(a, b) for a in reach for b in reach[a] if a < b and a in reach[b]]


def reachable(imports: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    ahead = set(imports[start])
    while ahead:
        room = ahead.pop()
        found.add(room)
        ahead |= imports[room] - found
    return found


def table() -> list[tuple[str, str, str]]:
    modules = house()
    public = [n for m in modules for n in m.functions() if not n.name.startswith("_")]
    annotated = 100 * (1 - len(unannotated(modules)) / len(public))
    counted = f"{len(modules)}, {sum(1 for module in modules for _ in module.functions())}"
    return [
        ("function: median / mean / 90th / longest", str(functions(modules)), "4 / 7 / 15 / 40"),
        ("the same with its signature", str(functions(modules, signed=True)), ""),
        ("file: median / mean / 90th / longest", str(files(modules)), "40 / - / 130 / 300"),
        ("longest view body", str(max(views(modules).values())), "12"),
        ("import cycles between rooms", str(len(cycles(room_imports(modules)))), "0"),
        ("hidden steps (signals, receivers)", str(len(hidden_steps(modules))), "0"),
        ("runtime dependencies we name", str(len(runtime_dependencies())), "20"),
        ("own JavaScript, lines", str(lines_of(".js")), "1,000"),
        ("CSS, lines", str(lines_of(".css")), "4,000"),
        ("annotated public functions", f"{annotated:.1f} %", "100 %"),
        ("files, functions", counted, ""),
    ]


def main() -> None:
    print(f"{'':44}{'here':24}at most")
    for what, here, limit in table():
        print(f"{what:44}{here:24}{limit}")


if __name__ == "__main__":
    main()
