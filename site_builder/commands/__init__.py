"""What each command does: call the tool, tell what came of it, give the exit code."""

from argparse import Namespace
from collections.abc import Callable

from site_builder.commands.publishing import build, check, print_, seal, serve, status
from site_builder.commands.starting import doctor, explain, init, new, schema
from site_builder.commands.telling import tongue
from site_builder.edge.ending import orderly


def run(options: Namespace) -> int:
    """Run the command that was asked for."""
    commands: dict[str, Callable[[Namespace], int]] = {
        "build": build,
        "check": check,
        "status": status,
        "seal": seal,
        "print": print_,
        "serve": serve,
        "init": init,
        "new": new,
        "explain": explain,
        "schema": schema,
        "doctor": doctor,
    }
    return orderly(lambda: commands[options.command](options), tongue(options))
