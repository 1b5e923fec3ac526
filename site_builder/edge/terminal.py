"""What people read in the terminal: problems with their source line and a caret, reports, progress."""

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from site_builder.edge.excerpt import excerpt, lines_of, printable
from site_builder.model.problem import Mistake, Problem
from site_builder.model.told import Severity
from site_builder.model.words import Words

T = TypeVar("T")
_WORD = {
    Severity.ERROR: Words("错误", "error"),
    Severity.WARNING: Words("警告", "warning"),
    Severity.NOTE: Words("提示", "note"),
}
_PLACEHOLDER = re.compile(r"\{\w+\}")


def as_text(problems: Iterable[Problem], root: Path, language: str) -> Iterator[str]:
    """Each problem with the line it is in, a caret under the place, and what to do."""
    path = ""
    lines: tuple[str, ...] = ()  # problems come sorted by file, so that each is read once
    for problem in problems:
        where = problem.where
        if where.path != path:
            path, lines = where.path, lines_of(root, where.path)
        word = _WORD[problem.severity].say(language)
        said = printable(problem.message(language))
        yield f"{where.path}:{where.line}:{where.column}: {word} {problem.code}: {said}"
        # A line that names somebody is not shown again: what is said here may be kept by others, as in a build log.
        for line in excerpt(lines, where) if not problem.code.startswith("PRV") else ():
            yield f"    {line}"
        yield f"    → {printable(problem.hint(language))}"


def as_json(problems: Iterable[Problem], language: str) -> str:
    """The problems as data, for editors and other programs."""
    return json.dumps(
        [
            {
                "file": problem.where.path,
                "line": problem.where.line,
                "column": problem.where.column,
                "severity": problem.severity.value,
                "code": problem.code,
                "message": problem.message(language),
                "hint": problem.hint(language),
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=1,
    )


def as_annotations(problems: Iterable[Problem], language: str) -> Iterator[str]:
    """The problems as workflow commands, which code hosts show beside the changed lines."""
    kinds = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    for problem in problems:
        where = problem.where
        said = f"{problem.code}: {problem.message(language)} → {problem.hint(language)}"
        escaped = said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        path = where.path.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        yield f"::{kinds[problem.severity]} file={path},line={where.line},col={where.column}::{escaped}"


def explained(mistake: Mistake, language: str) -> str:
    """The long form of a mistake: what, why, wrong and right."""

    def block(title: Words, text: str) -> str:
        return f"{title.say(language)}\n" + "\n".join(f"    {line}" for line in text.splitlines())

    told = mistake.told
    # What was found and what it should be differ from case to case: here an ellipsis stands for it.
    message, hint = (_PLACEHOLDER.sub("…", words.say(language)) for words in (told.message, told.hint))
    parts = [
        f"{mistake.code}  {_WORD[mistake.severity].say(language)}",
        message,
        block(Words("为什么", "Why"), told.why.say(language)),
        block(Words("怎么办", "What to do"), hint) if hint.strip("…。. ") else "",
        block(Words("不对的写法", "Wrong"), told.wrong),
        block(Words("正确的写法", "Right"), told.right),
        block(Words("依据", "Basis"), told.basis) if told.basis else "",
    ]
    return "\n\n".join(part for part in parts if part)


def progress(values: Iterable[T], total: int, title: str) -> Iterator[T]:
    """Pass values on; draw a bar when it takes longer than a second and somebody is looking."""
    shown = sys.stderr.isatty()
    begun = last = time.monotonic()
    drawn = False
    for number, value in enumerate(values, 1):
        yield value
        now = time.monotonic()
        if shown and now - begun > 1 and now - last > 0.1:
            filled = 24 * number // max(total, 1)
            bar = "█" * filled + "░" * (24 - filled)
            print(f"\r{title} {bar} {number}/{total} ", end="", file=sys.stderr, flush=True)
            last, drawn = now, True
    if drawn:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
