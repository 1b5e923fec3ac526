"""Leaving a block out, so that what stands around it can be read."""

from site_builder.stages.lines import dissected
from site_builder.stages.signs import HOLE


def leave_out(lines: list[str], number: int, named: bool = True) -> tuple[int, int]:
    """Put a HOLE in the place of a line and of everything that stands further in below it; give what was left out.

    The name stays, unless it is not `named` here: then nobody misses it. No line moves.
    """
    line = dissected(number, lines[number])
    last = number + 1
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) > line.indent):
        last += 1
    start = line.text[: line.column] if line.text.strip() else ""
    if named and line.key and HOLE not in line.key:
        lines[number] = f"{line.text[: line.value_at].rstrip()} {HOLE}"
    elif line.dash >= 0:
        lines[number] = f"{start.rstrip()} {HOLE}"
    else:
        lines[number] = f"{start}{HOLE}: {HOLE}"
    lines[number + 1 : last] = [""] * (last - number - 1)
    return number, last


def around(lines: list[str], number: int) -> int:
    """The number of the line to which a line belongs: the next above that stands less far in."""
    indent = _indent(lines[number])
    above = number - 1
    while above >= 0 and (
        not lines[above].strip() or lines[above].lstrip().startswith("#") or _indent(lines[above]) >= indent
    ):
        above -= 1
    return max(above, 0)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
