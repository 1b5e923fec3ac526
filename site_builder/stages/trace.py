"""What each template draws on, followed through extends, include and import to a fingerprint."""

import re
from collections.abc import Collection, Mapping

from jinja2 import Environment, TemplateSyntaxError, meta

from site_builder.mistakes import templates as mistakes
from site_builder.model.problem import Location, Problem
from site_builder.model.words import Words
from site_builder.stages.digest import digest

_LOST = "\ufffd"
"""What stands where a byte is no character."""
_NOT_UTF8 = Words("不是 UTF-8 编码", "it is not UTF-8")
_NAMED = re.compile(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


def trace(
    templates: Mapping[str, str], doubtful: Collection[str]
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The fingerprint of every template with all it draws on, and what is wrong with the `doubtful` ones.

    The others are known to be right, as those that came with the tool are: what they draw on is read off their text,
    for parsing them all would take longer than making a thousand pages.
    """
    problems: list[Problem] = []
    draws: dict[str, tuple[str, ...]] = {}
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for name, text in sorted(templates.items()):
        if name not in doubtful:
            draws[name] = plainly_named(text)
            continue
        found, faults = _draws_on(environment, name, text, templates)
        draws[name] = found
        problems += faults
    return {name: digest(*_whole(name, draws, templates)) for name in draws}, tuple(problems)


def plainly_named(text: str) -> tuple[str, ...]:
    """The templates that a template without mistakes draws on."""
    return tuple(sorted(set(_NAMED.findall(text))))


def _draws_on(
    environment: Environment, name: str, text: str, templates: Mapping[str, str]
) -> tuple[tuple[str, ...], list[Problem]]:
    if _LOST in text:
        where = Location(f"templates/{name}", text[: text.index(_LOST)].count("\n") + 1)
        return (), [Problem(where, mistakes.SYNTAX, {"found": _NOT_UTF8})]
    try:
        named = list(meta.find_referenced_templates(environment.parse(text)))
    except TemplateSyntaxError as error:
        where = Location(f"templates/{name}", error.lineno)
        return (), [Problem(where, mistakes.SYNTAX, {"found": error.message or ""})]
    problems = [
        Problem(Location(f"templates/{name}"), mistakes.VARIABLE_INCLUDE) for other in named if other is None
    ]
    problems += [
        Problem(Location(f"templates/{name}"), mistakes.NO_TEMPLATE, {"found": other})
        for other in named
        if other is not None and other not in templates
    ]
    return tuple(sorted({other for other in named if other is not None and other in templates})), problems


def _whole(name: str, draws: Mapping[str, tuple[str, ...]], templates: Mapping[str, str]) -> list[str]:
    """The sources of a template and of everything it draws on, each once, in a fixed order."""
    seen: list[str] = []
    todo = [name]
    while todo:
        current = todo.pop()
        if current not in seen:
            seen.append(current)
            todo += draws[current]
    return [part for current in sorted(seen) for part in (current, templates[current])]
