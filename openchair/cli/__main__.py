"""Reads the words of `bin/openchair` and does what they ask."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from openchair.cli import backing_up as backups
from openchair.cli import checking, demo_home, starting
from openchair.cli.troubles import in_plain_words, say
from openchair.cli.words import _

WELL, WRONG, NO_KEY = 0, 1, 2
PASSED_ON = {
    "import-meetings": _("read a list of support groups: FILE --zone ZONE"),
    "manage": _("Django's own commands"),
}


type Doing = Callable[[argparse.Namespace], int]
type Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


def main(words: Sequence[str]) -> int:
    asked = understand(words)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openchair.settings")
    try:
        return int(asked.do(asked))
    except KeyboardInterrupt:
        say("\n" + _("Stopped."))
        return WELL
    except Exception as error:
        trouble = in_plain_words(error)
        if trouble is None:
            raise
        say(trouble.sentence)
        return NO_KEY if trouble.key_lost else WRONG


def demo(asked: argparse.Namespace) -> int:
    with demo_home.held(fresh=asked.fresh):
        return run(asked)


def run(asked: argparse.Namespace) -> int:
    port = asked.port or os.environ.get("OPENCHAIR_PORT") or os.environ.get("PORT") or 8000
    os.environ["OPENCHAIR_PORT"] = str(a_port(str(port)))
    starting.open_the_house()
    say("\n" + _("Stopped."))
    return WELL


def check(_asked: argparse.Namespace) -> int:
    must, worth_knowing = checking.what_is_wrong()
    well = _("All is well: the words open, and the rows are as they should be.")
    say("\n".join([*(must or [well]), *worth_knowing]))
    return WRONG if must else WELL


def backup(_asked: argparse.Namespace) -> int:
    backups.back_up()
    return WELL


def restore(asked: argparse.Namespace) -> int:
    backups.restore(asked.backup, over=asked.over_the_house_that_is_here)
    return WELL


def upgrade(asked: argparse.Namespace) -> int:
    backups.upgrade(back=asked.back)
    return WELL


def move(asked: argparse.Namespace) -> int:
    backups.move(asked.to)
    return WELL


def pass_on(asked: argparse.Namespace) -> int:
    command = [] if asked.verb == "manage" else [asked.verb.replace("-", "_")]
    starting.manage([*command, *asked.words])
    return WELL


def understand(words: Sequence[str]) -> argparse.Namespace:
    """Argparse would take the options of passed-on words for its own, so it never sees those."""
    passed_on = bool(words) and words[0] in PASSED_ON
    asked = reader().parse_args(words[:1] if passed_on else words)
    asked.words = list(words[1:]) if passed_on else []
    return asked


def reader() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bin/openchair",
        description=_("A house for small circles of people who keep each other company."),
        epilog=_("OPENCHAIR_HOME names the folder a house lives in."),
    )
    verbs = parser.add_subparsers(required=True, metavar=_("WHAT"), dest="verb")
    opened = add(verbs, "demo", demo, _("open a house with made-up people in it, to look around"))
    opened.add_argument("--fresh", action="store_true", help=_("start the demo over"))
    for command in (opened, add(verbs, "run", run, _("open the real house"))):
        command.add_argument("--port", type=a_port, help=_("the port to answer on (8000)"))
    add(verbs, "check", check, _("look whether the house is sound; nothing is changed"))
    add_backups(verbs)
    for verb, meaning in PASSED_ON.items():
        add(verbs, verb, pass_on, meaning)
    return parser


def add_backups(verbs: Verbs) -> None:
    add(verbs, "backup", backup, _("make a backup of the house, and prove it"))
    restored = add(verbs, "restore", restore, _("put a backup back"))
    restored.add_argument("backup", metavar=_("FILE"), type=Path, help=_("the one ending in .rows"))
    restored.add_argument(
        "--over-the-house-that-is-here",
        action="store_true",
        help=_("take the place of a house that is here already"),
    )
    brought = add(verbs, "upgrade", upgrade, _("bring the house forward to this version"))
    brought.add_argument("--back", action="store_true", help=_("put back how it was before"))
    moved = add(verbs, "move", move, _("move the rows to another database"))
    moved.add_argument("to", metavar=_("WHERE"), help=_("postgres://… or sqlite"))


def add(verbs: Verbs, verb: str, do: Doing, meaning: str) -> argparse.ArgumentParser:
    command = verbs.add_parser(verb, help=meaning, description=meaning)
    command.set_defaults(do=do)
    return command


def a_port(said: str) -> int:
    if not said.isdigit() or not 0 < int(said) < 65536:
        raise argparse.ArgumentTypeError(
            _("%(said)s is not a port; ports go from 1 to 65535") % {"said": said}
        )
    return int(said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
