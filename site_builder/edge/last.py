"""What the last build started from and what it said: when nothing was touched since, nothing has to be done.

Everything here is light to import: a build that finds nothing to do must not wait for the whole tool.
"""

import os
from pathlib import Path

import msgspec

from site_builder.edge.project import Files, settled
from site_builder.edge.publish import verify_live
from site_builder.edge.state import read_own_manifest
from site_builder.edge.tool import tool
from site_builder.edge.wish import Wish
from site_builder.model.problem import Location, Mistake, Problem
from site_builder.model.told import Told
from site_builder.model.words import Words
from site_builder.stages.digest import digest

_NAME = "last.json"


class Last(msgspec.Struct, frozen=True):
    """The last build that published."""

    fingerprint: str
    """Of everything it started from."""
    files: int
    records: int
    warnings: tuple[Problem, ...] = ()
    """In words, for they are told again."""


def fingerprint(wish: Wish, files: Files, began: int) -> str:
    """What a build starts from: the tool, what was asked, and every file's size and times.

    Empty when a file was touched so lately that its times prove nothing, or when something is not a file at all.
    """
    every = (*files.data, *files.content, *files.templates, *files.log)
    if files.problems or not all(settled(one.signature, began) for one in every):
        return ""
    asked = (
        os.fsencode(wish.output.absolute()),
        wish.today,
        wish.audience,
        wish.pages,
        wish.sheets,
        wish.offline,
    )
    return digest(tool(), asked, every)


def load_last(state: Path) -> Last | None:
    """What the last build left, or None."""
    try:
        return msgspec.json.decode((state / _NAME).read_bytes(), type=Last)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None


def save_last(state: Path, last: Last) -> None:
    """Remember a build; the note is replaced in one step."""
    fresh = state / f"{_NAME}.new"
    fresh.write_bytes(msgspec.json.encode(last))
    fresh.replace(state / _NAME)


def in_words(problem: Problem) -> Problem:
    """The same problem with everything filled in, so that it can be kept and told again without the rule."""
    message = Words(problem.message("zh"), problem.message("en"))
    hint = Words(problem.hint("zh"), problem.hint("en"))
    plain = Mistake(
        problem.code, Told(_literal(message), _literal(hint), Words("", ""), "", "", problem.severity)
    )
    return Problem(Location(problem.where.path, problem.where.line, problem.where.column), plain)


def _literal(words: Words) -> Words:
    """Text that is not filled in again: its braces are doubled."""
    return Words(*(text.replace("{", "{{").replace("}", "}}") for text in (words.zh, words.en)))


def begun_alike(wish: Wish, files: Files, now: int) -> Last | None:
    """The last build, if it started from exactly what is there now; what it said of the records still holds."""
    last = load_last(wish.state)
    if last is None or not last.fingerprint or fingerprint(wish, files, now) != last.fingerprint:
        return None
    return last


def unchanged(wish: Wish, files: Files, now: int) -> Last | None:
    """The last build, if it started from exactly what is there now and its files stand untouched; else None."""
    last = begun_alike(wish, files, now)
    if last is None:
        return None
    manifest = read_own_manifest(wish.state, wish.output)
    if manifest is None or verify_live(wish.output, manifest):
        return None
    return last
