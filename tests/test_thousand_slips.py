"""A thousand slips of the keyboard in the example's own files, one at a time: one problem each, in the right line."""

import random
import re
from collections.abc import Callable, Iterator

from site_builder.catalogue import catalogue
from site_builder.model.source import Source
from site_builder.model.told import Severity
from site_builder.stages.decode import decode
from site_builder.stages.parse import parse
from tests.small import HOME

HOW_MANY = 1_000
_NAMED = re.compile(r"^ *(?:- )?([a-z_]+): (.+)$")

# What happens to a line: to its name and value, or to the whole of it.
SLIPS: dict[str, Callable[[str, str, str], str]] = {
    "no space": lambda start, name, value: f"{start}{name}:{value}",
    "full-width colon": lambda start, name, value: f"{start}{name}：{value}",
    "no colon": lambda start, name, value: f"{start}{name} {value}",
    "no value": lambda start, name, value: f"{start}{name}:",  # noqa: ARG005
    "other letters": lambda start, name, value: f"{start}{name[:-1]}xz{name[-1]}: {value}",
    "quotation without end": lambda start, name, value: f'{start}{name}: "{value}',
    "text behind the quotation": lambda start, name, value: f'{start}{name}: "{value}"页',
    "a sign at the front": lambda start, name, value: f"{start}{name}: @{value}",
    "another colon": lambda start, name, value: f"{start}{name}: {value}: 页",
    "a hash": lambda start, name, value: f"{start}{name}: {value} #页",
    "an invisible character": lambda start, name, value: f"{start}{name}: {value}\u202e",
    "a tag": lambda start, name, value: f"{start}{name}: !!str {value}",
    "an anchor": lambda start, name, value: f"{start}{name}: &a {value}",
    "a space too many": lambda start, name, value: f" {start}{name}: {value}",
    "a tab": lambda start, name, value: f"\t{start}{name}: {value}",
    "a wide space": lambda start, name, value: f"　{start}{name}: {value}",
}


def lines_of(text: str) -> Iterator[tuple[int, str, str, str]]:
    """The lines with a name and a single value, none of them inside a long text."""
    inside = False
    for number, line in enumerate(text.split("\n")):
        inside = inside and (not line.strip() or line.startswith(" "))
        match = _NAMED.match(line)
        if match is not None and not inside and match[2][0] not in "\"'[{|>#":
            yield number, line[: match.start(1)], match[1], match[2]
        inside = inside or line.endswith(": |")


def problems(path: str, text: str) -> list[int]:
    """The lines in which an error is told."""
    kinds = catalogue().kinds
    document, found = parse(Source(path, text.encode(), ""))
    faults = decode(document, kinds[path.split("/")[1].removesuffix(".yaml")], "x")[1] if document else ()
    return [one.where.line for one in (*found, *faults) if one.severity is Severity.ERROR]


def test_each_is_one_problem_in_its_line() -> None:
    """Nearly: where a line stands between two others, nobody can always say which of them it belongs to."""
    chance = random.Random(20260420)
    files = {
        path.relative_to(HOME).as_posix(): path.read_text("utf-8") for path in HOME.glob("data/**/*.yaml")
    }
    places = [(path, *line) for path, text in sorted(files.items()) for line in lines_of(text)]
    missed, alone = [], 0
    for _ in range(HOW_MANY):
        path, number, start, name, value = chance.choice(places)
        slip = chance.choice(sorted(SLIPS))
        lines = files[path].split("\n")
        lines[number] = SLIPS[slip](start, name, value)
        told = problems(path, "\n".join(lines))
        if number + 1 not in told:
            missed.append(f"{path}:{number + 1} {slip}: {told}")
        alone += told == [number + 1]
    assert len(missed) <= HOW_MANY // 200, missed
    assert alone >= HOW_MANY * 0.99
