"""What is asked for in the tool's own terms, and how its answers are told."""

import os
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from site_builder.edge.pool import default_workers
from site_builder.edge.project import read_bytes
from site_builder.edge.terminal import as_annotations, as_json, as_text
from site_builder.edge.wish import Wish
from site_builder.model.problem import Problem
from site_builder.model.record import Audience
from site_builder.model.told import Severity
from site_builder.model.words import Words

_FOLDERS = {"pdf": "sheets", "print": "prints"}
"""Where things go that are not the whole site."""
DONE, WRONG, MISUSED = 0, 1, 2
"""Exit codes: done; errors in the data; the command makes no sense. What the surroundings forbid: `edge.ending`."""


def wished(options: Namespace) -> Wish:
    """What is asked for, in the build's own terms."""
    only = getattr(options, "only", None)
    folder: Path = options.folder.absolute()
    return Wish(
        root=folder,
        output=(
            getattr(options, "output", None) or folder / _FOLDERS.get(only or options.command, "output")
        ).absolute(),
        today=options.as_of or date.today(),  # the one place where the clock is read
        audience=Audience(getattr(options, "audience", "public")),
        pages=only != "pdf",
        sheets=only != "html",
        workers=options.workers or default_workers(),
        offline=getattr(options, "offline", False),
    )


def tongue(options: Namespace) -> str:
    """The language of messages: as asked, else that of the site, else that of the machine, else Chinese."""
    if options.lang:
        return "zh-CN" if options.lang == "zh" else "en"
    try:
        site = read_bytes(Path(getattr(options, "folder", ".")), "data/site.yaml").decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return "en" if os.environ.get("LANG", "").startswith("en") else "zh-CN"
    return "en" if "\ndefault_language: en" in site else "zh-CN"


def say(words: Words, language: str, **values: object) -> None:
    """Print a sentence."""
    print(words.fill(**values).say(language))


def fail(words: Words, language: str, /, **values: object) -> int:
    """Say what does not make sense, where errors belong."""
    print(words.fill(**values).say(language), file=sys.stderr)
    return MISUSED


def counts(problems: tuple[Problem, ...]) -> tuple[int, int]:
    """How many errors and how many warnings there are."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, sum(problem.severity is Severity.WARNING for problem in problems)


def tell_problems(problems: tuple[Problem, ...], root: Path, language: str, form: str) -> None:
    """Print the problems in the form that was asked for."""
    if form == "json":
        print(as_json(problems, language))
        return
    for line in as_annotations(problems, language) if form == "ci" else as_text(problems, root, language):
        print(line)
