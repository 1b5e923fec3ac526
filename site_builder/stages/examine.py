"""A look at every line of a file that YAML cannot read, as a colleague would look: what was forgotten, and where.

libyaml gives up at the first mistake, often far behind it. Here each line is seen by itself and beside its neighbours;
what is found is told and mended, so that the rest can be read.
"""

import re
from collections.abc import Mapping

from site_builder.mistakes import yaml as mistakes
from site_builder.stages.complaints import COLON, aligned
from site_builder.stages.leave_out import leave_out
from site_builder.stages.levels import Levels, inner
from site_builder.stages.lines import Line, bare_indent, dissected, look, structure
from site_builder.stages.mend import Desk, Edit, Mended, Slip
from site_builder.stages.signs import HOLE
from site_builder.stages.slips import dash_slips, key_slips, value_slips, wide_spaces

MOST_LINES = 12_000
"""In longer files only libyaml's own complaints are told."""
MOST_ROUNDS = 5
"""So often a line is looked at again after it was mended."""

_NAME_OF_BLOCK = re.compile(r"[a-z_]+ *[|>]")


def examine(path: str, text: str, bare: Mapping[int, int]) -> Mended:
    """The text with every slip mended that can be seen, and a problem for each of them.

    Of lines that began with tabs, `bare` says by number how far in they stand without these.
    """
    if text.count("\n") > MOST_LINES:
        return Mended(text)
    desk = Desk(path, text)
    if not any(line.key or _nearly_named(line) for line in structure(desk.lines)):
        return Mended(text)
    walk = _Walk(desk, Levels(desk.lines, dict(bare)))
    number = 0
    while number < len(desk.lines) and not desk.full:
        number = walk.pass_by(number)
    return desk.done()


class _Walk:
    """The way down a file, line by line."""

    def __init__(self, desk: Desk, levels: Levels) -> None:
        self.desk = desk
        self.levels = levels

    def pass_by(self, number: int) -> int:
        """Look at a line, mend it, and give the number of the next."""
        for _ in range(MOST_ROUNDS):
            line = look(self.desk.lines, number)
            slips = self._slips(line) if line is not None else []
            if not slips:
                break
            self.desk.mend(number, slips)
        line, above = look(self.desk.lines, number), self.levels.above
        if line is None or (above is not None and above.is_block and line.indent > above.level):
            return number + 1  # says nothing, or was mended into the long text above
        if line.is_block:
            self._look_into(line)
            line = look(self.desk.lines, number) or line
        self.levels.enter(line)
        return line.end

    def _slips(self, line: Line) -> list[Slip]:
        if slips := wide_spaces(line):
            self.levels.bare[line.number] = bare_indent(line.text)
            return slips
        if self._may_be_item(line) and (slips := dash_slips(line)):
            return slips
        if slips := self._misplaced(line):
            return slips
        if HOLE in line.text:
            return []
        if not line.key and line.dash < 0 and line.column in self.levels.names:
            left_out = Edit(line.column, len(line.text), f"{HOLE}: {HOLE}")
            return key_slips(line) or [Slip(line.column, mistakes.SYNTAX, {"found": COLON}, (left_out,))]
        if not line.key and self._may_be_named(line) and (slips := key_slips(line)):
            return slips
        return value_slips(line) if line.end == line.number + 1 and not line.is_block else []

    def _may_be_item(self, line: Line) -> bool:
        above = self.levels.above
        return above is not None and (above.is_open or line.indent in self.levels.dashes)

    def _may_be_named(self, line: Line) -> bool:
        """Whether a line without a name would have one if it were typed right, as the lines around it tell."""
        if line.dash >= 0:
            below = look(self.desk.lines, line.end)
            return below is not None and below.indent == line.column and below.dash < 0
        above = self.levels.above
        return above is not None and above.is_open and line.indent > above.level and line.value[0].isascii()

    def _misplaced(self, line: Line) -> list[Slip]:
        """A line that begins at a column where nothing can begin."""
        above = self.levels.above
        if above is not None and above.is_block and self._is_prose(line, above):
            return [_moved(line, inner(self.desk.lines, above))]
        columns = self.levels.meant(line)
        if len(columns) < 2:
            return [_moved(line, column) for column in columns]
        # As near to the one as to the other: left out, for whichever is chosen may be the wrong one.
        self.desk.partial = True
        either = aligned(line.number + 1, *(" " * column + line.text.strip() for column in columns))
        self.desk.mend(line.number, [_moved(line, max(columns))._replace(values={"corrected": either})])
        leave_out(self.desk.lines, line.number, named=False)
        return []

    def _is_prose(self, line: Line, above: Line) -> bool:
        """Whether a line below a long text looks like a part of it that is not indented."""
        item = line.dash >= 0 and line.indent in self.levels.dashes
        if line.key or line.indent > above.level or item or _NAME_OF_BLOCK.fullmatch(line.value):
            return False
        return not any(slip.values.get("key", "中").isascii() for slip in key_slips(line))

    def _look_into(self, line: Line) -> None:
        """Lines of a long text that stand less far in than its first line would end it."""
        column = inner(self.desk.lines, line)
        for number in range(line.number + 1, line.end):
            text = self.desk.lines[number]
            indent = len(text) - len(text.lstrip(" "))
            named = dissected(number, text).key.isidentifier()
            outside = named and self.levels.bare.get(number, column) <= line.level
            if text.strip() and (indent < column or outside):
                edit = Edit(0, indent, " " * (line.level if named else column))
                self.desk.mend(number, [Slip(indent, mistakes.INDENTATION, {}, (edit,))])
                if named:
                    return


def _nearly_named(line: Line) -> bool:
    """Whether all that a line lacks is the right colon or the space behind it."""
    return line.value[:1].isascii() and any(slip.mistake is not mistakes.SYNTAX for slip in key_slips(line))


def _moved(line: Line, column: int) -> Slip:
    return Slip(line.indent, mistakes.INDENTATION, {}, (Edit(0, line.indent, " " * column),))
