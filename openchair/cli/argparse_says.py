"""What argparse says by itself, listed so that it is translated with the rest. Nobody imports this."""

from openchair.cli.words import _

SAID = [
    _("usage: "),
    _("positional arguments"),
    _("options"),
    _("show this help message and exit"),
    _("%(prog)s: error: %(message)s\n"),
    _("argument %(argument_name)s: %(message)s"),
    _("the following arguments are required: %s"),
    _("unrecognized arguments: %s"),
    _("expected one argument"),
    _("invalid choice: %(value)r (choose from %(choices)s)"),
]
