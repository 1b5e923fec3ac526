"""At which columns the lines of a file may begin, as the lines around them tell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from site_builder.stages.lines import FARTHEST, Line, look


@dataclass
class Levels:
    """The columns that are open on the way down a file."""

    lines: list[str]
    bare: dict[int, int]
    """Of lines that began with tabs or wide spaces, how far in they stand without these."""
    names: list[int] = field(default_factory=lambda: [0])
    """Where names stand, from the outside in."""
    dashes: list[int] = field(default_factory=list)
    above: Line | None = None
    """The line that says something before the one that is looked at."""

    def enter(self, line: Line) -> None:
        """Close the levels that a line ends, open its own."""
        self.above = line
        if not line.key and line.dash < 0:
            return
        beside = line.dash >= 0
        self.names = [one for one in self.names if one < line.indent or (beside and one == line.indent)]
        self.dashes = [one for one in self.dashes if one < line.indent]
        self.dashes += [at for at in range(line.indent, line.dash + 1) if line.text[at] == "-"]
        if line.key:
            self.names.append(line.column)

    def meant(self, line: Line) -> tuple[int, ...]:
        """The column at which a line should begin; none when it is well where it is, two when it may be either."""
        above = self.above
        if above is None or (above.is_open and line.indent > above.column):
            return self._first_of_level(line)
        open_ = self.dashes if line.dash >= 0 else self.names
        beside = above.is_open and line.dash >= 0 and line.indent == above.column
        bare = self.bare.get(line.number, line.indent)
        placed = line.indent in open_ and (bare == line.indent or bare not in open_)
        if beside or placed or not open_ or (not line.key and line.dash < 0):
            return ()
        return self._nearest(line, open_, bare)

    def _first_of_level(self, line: Line) -> tuple[int, ...]:
        """The first line of a level is out of line when those that follow agree on another column."""
        outside = self.above.level if self.above is not None else -1
        inside = takewhile(lambda one: one.indent > outside, self.below(line))
        below = [one for one in inside if one.number not in self.bare]
        usual = outside + 2 if self.above is not None else 0
        if line.dash >= 0:
            rest = [one.indent for one in below if one.dash < 0]
            column = rest[0] - (line.column - line.indent) if rest and line.key else line.indent
            dashes = {one.indent for one in below if one.dash >= 0}
            agreed = rest[:1] == rest[1:2] or column in dashes or column == usual
        else:
            rest = [one.indent for one in below]
            column = min(rest, default=line.indent)
            agreed = column == usual or rest.count(column) > rest.count(line.indent) + 1
            agreed &= column < line.indent or not line.is_open
        return (column,) if agreed and outside < column != line.indent else ()

    def _nearest(self, line: Line, open_: list[int], bare: int) -> tuple[int, ...]:
        near = sorted(open_, key=lambda column: (abs(column - line.indent), -column))[:2]
        if bare != line.indent and bare in open_:
            near = [bare, *(column for column in near if column != bare)][:2]
        inside = self._inside(line) - 2
        if inside in near:
            return (inside,)
        below = next(self.below(line), None)
        if bare not in near and below is not None and below.key and below.indent == near[0]:
            return (near[0],)
        equal = len(near) > 1 and abs(near[0] - line.indent) == abs(near[1] - line.indent)
        return (near[0],) if not equal and (bare == near[0] or bare not in near) else tuple(near)

    def _inside(self, line: Line) -> int:
        """At which column stands what belongs to a line; -1 when nothing does."""
        if line.is_block and line.end > line.number + 1:
            return inner(self.lines, line)
        below = next(self.below(line), None) if line.is_open or line.is_block else None
        return below.indent if below is not None else -1

    def below(self, line: Line) -> Iterator[Line]:
        """The next lines, as many as it takes to see how they stand."""
        number = line.end
        for _ in range(FARTHEST):
            below = look(self.lines, number)
            if below is not None:
                yield below
            number = below.end if below is not None else number + 1


def inner(lines: list[str], line: Line) -> int:
    """At which column a long text stands: as its first line does, or as its sign says."""
    digits = [sign for sign in line.value[:3] if sign.isdigit()]
    if digits:
        return line.level + int(digits[0])
    first = next((text for text in lines[line.number + 1 : line.end] if text.strip()), "")
    return len(first) - len(first.lstrip(" ")) if first else line.level + 2
