"""A look at every line of a file that YAML cannot read, as a colleague would look: what was forgotten, and where.

libyaml gives up at the first mistake, often far behind it. Here each line is seen by itself and beside its neighbours;
what is found is told and mended, so that the rest can be read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from site_builder.mistakes import yaml as mistakes
from site_builder.stages.complaints import COLON, aligned
from site_builder.stages.leave_out import leave_out
from site_builder.stages.lines import FARTHEST, Line, bare_indent, dissected, look
from site_builder.stages.mend import Desk, Edit, Mended, Slip
from site_builder.stages.signs import HOLE
from site_builder.stages.slips import dash_slips, key_slips, value_slips, wide_spaces

MOST_LINES = 12_000
"""In longer files only libyaml's own complaints are told."""
MOST_ROUNDS = 5
"""So often a line is looked at again after it was mended."""


def examine(path: str, text: str, bare: Mapping[int, int]) -> Mended:
    """The text with every slip mended that can be seen, and a problem for each of them.

    Of lines that began with tabs, `bare` says by number how far in they stand without these.
    """
    desk = Desk(path, text)
    if len(desk.lines) > MOST_LINES or not any(one.key for one in _every(desk.lines)):
        return Mended(text)
    walk = _Walk(desk, dict(bare))
    number = 0
    while number < len(desk.lines):
        number = walk.pass_by(number)
    return desk.done()


def _every(lines: list[str]) -> list[Line]:
    found = [look(lines, number) for number in range(len(lines))]
    return [line for line in found if line is not None]


@dataclass
class _Walk:
    """The way down a file: which levels are open, and what the line above was."""

    desk: Desk
    bare: dict[int, int]
    names: list[int] = field(default_factory=lambda: [0])
    """Columns at which names stand, from the outside in."""
    dashes: list[int] = field(default_factory=list)
    above: Line | None = None

    def pass_by(self, number: int) -> int:
        """Look at a line, mend it, and give the number of the next."""
        for _ in range(MOST_ROUNDS):
            line = look(self.desk.lines, number)
            if line is None:
                return number + 1
            slips = self._slips(line)
            if not slips:
                break
            self.desk.mend(number, slips)
        line = look(self.desk.lines, number)
        if line is None:
            return number + 1
        if self.above is not None and self.above.is_block and line.indent > self.above.level:
            return number + 1  # mended into the long text above
        self._enter(line)
        if line.is_block:
            self._look_into(line)
            line = look(self.desk.lines, number) or line
        self.above = line
        return line.end

    def _slips(self, line: Line) -> list[Slip]:
        if slips := wide_spaces(line):
            self.bare[line.number] = bare_indent(line.text)
            return slips
        if dash_slips(line) and self._may_be_item(line):
            return dash_slips(line)
        if slips := self._misplaced(line):
            return slips
        if HOLE in line.text:
            return []
        if not line.key and line.dash < 0 and line.column in self.names:
            return self._nameless(line)
        if not line.key and self._may_be_named(line) and (slips := key_slips(line)):
            return slips
        return value_slips(line) if line.end == line.number + 1 and not line.is_block else []

    def _nameless(self, line: Line) -> list[Slip]:
        """A line without a name where others have one."""
        left_out = (Edit(line.column, len(line.text), f"{HOLE}: {HOLE}"),)
        return key_slips(line) or [Slip(line.column, mistakes.SYNTAX, {"found": COLON}, left_out)]

    def _may_be_item(self, line: Line) -> bool:
        above = self.above
        return above is not None and (above.is_open or line.indent in self.dashes)

    def _may_be_named(self, line: Line) -> bool:
        """Whether a line without a name would have one if it were typed right, as the lines around it tell."""
        if line.dash >= 0:
            below = look(self.desk.lines, line.end)
            return below is not None and below.indent == line.column and below.dash < 0
        above = self.above
        return above is not None and above.is_open and line.indent > above.level and line.value[0].isascii()

    def _misplaced(self, line: Line) -> list[Slip]:
        """A line that begins at a column where nothing can begin."""
        above = self.above
        if above is not None and above.is_block and self._is_prose(line, above):
            return [_moved(line, _inner(self.desk.lines, above))]
        if above is None or (above.is_open and line.indent > above.column):
            return self._first_out_of_line(line)
        levels = self.dashes if line.dash >= 0 else self.names
        beside = above.is_open and line.dash >= 0 and line.indent == above.column
        if beside or line.indent in levels or not levels or (not line.key and line.dash < 0):
            return []
        return self._to_nearest(line, levels)

    def _first_out_of_line(self, line: Line) -> list[Slip]:
        """The first line of a level, when those that follow agree on another column."""
        outside = self.above.level if self.above is not None else -1
        below = list(takewhile(lambda one: one.indent > outside, self._below(line)))
        if line.dash >= 0:
            rest = [one.indent for one in below if one.dash < 0]
            column = rest[0] - (line.column - line.indent) if rest and line.key else line.indent
            agreed = rest[:1] == rest[1:2] or column in {one.indent for one in below if one.dash >= 0}
        else:
            rest = [one.indent for one in below]
            column = min(rest, default=line.indent)
            usual = column == (outside + 2 if self.above is not None else 0)
            agreed = usual or rest.count(column) > rest.count(line.indent) + 1
            agreed &= column < line.indent or not line.is_open
        return [_moved(line, column)] if agreed and outside < column != line.indent else []

    def _below(self, line: Line) -> Iterator[Line]:
        """The next lines, as many as it takes to see how they stand."""
        number = line.end
        for _ in range(FARTHEST):
            below = look(self.desk.lines, number)
            if below is not None:
                yield below
            number = below.end if below is not None else number + 1

    def _is_prose(self, line: Line, above: Line) -> bool:
        """Whether a line below a long text looks like a part of it that is not indented."""
        if line.key or line.indent > above.level or (line.dash >= 0 and line.indent in self.dashes):
            return False
        return not any(slip.values.get("key", "中").isascii() for slip in key_slips(line))

    def _to_nearest(self, line: Line, levels: list[int]) -> list[Slip]:
        if self.bare.get(line.number) in levels:
            return [_moved(line, self.bare[line.number])]
        near = sorted(levels, key=lambda column: (abs(column - line.indent), -column))
        below = next(self._below(line), None)
        if below is not None and line.is_open and below.indent - 2 in near[:2]:
            return [_moved(line, below.indent - 2)]
        if below is not None and below.key and below.indent == near[0]:
            return [_moved(line, near[0])]
        slip = _moved(line, near[0])
        if len(near) == 1 or abs(near[0] - line.indent) != abs(near[1] - line.indent):
            return [slip]
        # As near to the one as to the other: left out, for whichever is chosen may be the wrong one.
        self.desk.partial = True
        either = aligned(line.number + 1, *(" " * column + line.text.strip() for column in near[:2]))
        self.desk.mend(line.number, [slip._replace(values={"corrected": either})])
        leave_out(self.desk.lines, line.number, named=False)
        return []

    def _enter(self, line: Line) -> None:
        """Close the levels that the line ends, open its own."""
        if not line.key and line.dash < 0:
            return
        beside = line.dash >= 0
        self.names = [column for column in self.names if column < line.indent or (beside and column == line.indent)]
        self.dashes = [column for column in self.dashes if column < line.indent]
        self.dashes += [at for at in range(line.indent, line.dash + 1) if line.text[at] == "-"]
        if line.key:
            self.names.append(line.column)

    def _look_into(self, line: Line) -> None:
        """Lines of a long text that stand less far in than its first line would end it."""
        inner = _inner(self.desk.lines, line)
        for number in range(line.number + 1, line.end):
            text = self.desk.lines[number]
            indent = len(text) - len(text.lstrip(" "))
            named = dissected(number, text).key.isidentifier()
            if text.strip() and (indent < inner or (named and self.bare.get(number, inner) <= line.level)):
                edit = Edit(0, indent, " " * (line.level if named else inner))
                self.desk.mend(number, [Slip(indent, mistakes.INDENTATION, {}, (edit,))])
                if named:
                    return


def _moved(line: Line, column: int) -> Slip:
    return Slip(line.indent, mistakes.INDENTATION, {}, (Edit(0, line.indent, " " * column),))


def _inner(lines: list[str], line: Line) -> int:
    """At which column a long text stands: as its first line, or as its sign says."""
    digits = [sign for sign in line.value[:3] if sign.isdigit()]
    if digits:
        return line.level + int(digits[0])
    first = next((text for text in lines[line.number + 1 : line.end] if text.strip()), "")
    return len(first) - len(first.lstrip(" ")) if first else line.level + 2
