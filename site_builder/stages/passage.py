"""A long text in a field: read as Markdown, its mistakes found at the very character of the file."""

from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Problem
from site_builder.model.record import Prose
from site_builder.model.source import Scalar
from site_builder.model.told import Severity
from site_builder.stages.prose import render_prose


def passage(node: Scalar, path: str, typed: str, key: str) -> tuple[Prose | None, tuple[Problem, ...]]:
    """What a text says, None when it cannot be shown, and what is wrong with it; `typed` is the file's own text."""
    if node.style == ">" or (node.style != "|" and node.lines > 1):
        values = {"key": key, "corrected": f"{key}: |"}
        return None, (Problem(Location(path, node.line, node.column), mistakes.FOLDED, values),)
    rendered, slips = render_prose(node.text)
    prose = Prose(node.text, rendered.html, tuple(link for link, _ in rendered.links))
    if not slips:
        return prose, ()
    indent = _indent(node, path, typed)
    problems = tuple(
        Problem(_place(node, path, indent, slip.line, slip.column), slip.mistake, slip.values)
        for slip in slips
    )
    broken = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if broken else prose), problems


def _indent(node: Scalar, path: str, typed: str) -> int:
    """How far in the lines of a text under ``|`` stand in the file; those of a page begin at the edge."""
    if path.endswith(".md") or node.style != "|":
        return 0
    first = next((line for line in typed.split("\n")[node.line :] if line.strip()), "")
    return len(first) - len(first.lstrip(" "))


def _place(node: Scalar, path: str, indent: int, line: int, column: int) -> Location:
    if node.style == "|":
        return Location(path, node.line + line, indent + column)
    return Location(path, node.line, node.column + column - 1 + bool(node.style))
