"""Reads a text line by line: tells what each line is, mends what is harmless, and notes what would change the meaning.

People put a list right under a sentence, indent by two, three or four, and go on writing below a quotation. What they
mean is plain to see, so blank lines and indents are set here the way the block parser needs them. What could be
meant in two ways, a date or a minus that looks like a list, is told to the writer instead.
"""

import re
from dataclasses import dataclass, field

from site_builder.mistakes.prose import CELLS, HEADING_SPACE, NUMBERING, TOO_DEEP
from site_builder.model.problem import Mistake
from site_builder.stages.prose_figures import Trouble, lost_series, lost_sign
from site_builder.stages.prose_tables import cells_of, is_row, starts_table

MOST_LEVELS = 10
"""How deep lists and quotations may be nested; a reader is lost long before."""
RULE = re.compile(r" *([-*_])(?: *\1){2,} *$")
HEADING = re.compile(r" *#{1,6} +(?=\S)")
NUMBER = re.compile(r" *([0-9]{1,9})\. +")
BULLET = re.compile(r" *([-*]) +")

_QUOTE = re.compile(r" ?(?:>+(?: |$))+")
_STARTS = frozenset("-*_#>0123456789")
_MARKERS = re.compile(r"(?:(?:[-*>]|[0-9]{1,9}\.) +){11,}")
_HASHES = re.compile(r"#{1,6}(?=[^\W\d_a-zA-Z]|　)")


@dataclass(slots=True)
class _Level:
    """One open list: where its markers stand, whether it counts, how far, and whether its counting was blamed."""

    indent: int
    ordered: bool
    number: int = 0
    blamed: bool = False


def tidy(text: str) -> tuple[str, list[str], list[Trouble]]:
    """`text` as the block parser needs it, the numbers typed before items of lists, and what is wrong with it."""
    reader = _Reader()
    lines = text.split("\n")
    at = 0
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        reader.take(line, below, at)
        at += len(line) + 1
    return "\n".join(reader.lines), reader.numbers, reader.troubles


def _unquoted(line: str) -> tuple[int, str]:
    """How deep `line` is quoted, and what it says."""
    quote = _QUOTE.match(line) if ">" in line[:2] else None
    return (quote[0].count(">"), line[quote.end() :]) if quote else (0, line)


@dataclass(slots=True)
class _Reader:
    """Goes down the lines and remembers which quotation, list and table it is in."""

    lines: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    quoted: int = 0
    levels: list[_Level] = field(default_factory=list)
    columns: int = 0
    """Of the table it is in; 0 outside of tables."""
    gap: bool = True
    """Whether the last line was blank."""
    alone: bool = False
    """Whether the last line bears nothing right below it, such as a heading."""
    inner: bool = False
    """Whether the last line was a quotation inside of an item."""
    shallowest: int = 0
    """How deep the block in hand began; what stands less deep begins a new one."""

    def take(self, raw: str, below: str, at: int) -> None:
        """Read one line; `below` is the next one."""
        line = raw.expandtabs(4) if "\t" in raw else raw
        quoted, body = _unquoted(line)
        if not body.strip():
            self._blank(quoted)
            return
        plain = body.lstrip(" ")
        indent = len(body) - len(plain)
        if quoted != self.quoted:
            self._change_quotation(quoted, plain, at)
        if self.columns and is_row(plain):
            self._row(plain, at)
        elif "|" in below and _unquoted(below)[0] == quoted and starts_table(plain, _unquoted(below)[1]):
            self._table(plain, indent)
        elif plain[0] in _STARTS:
            self._marked(plain, indent, at + raw.find(plain[0]))
        else:
            self._text(plain, indent)

    def _blank(self, quoted: int) -> None:
        if not self.gap:
            self._put_blank(min(quoted, self.quoted))

    def _put_blank(self, quoted: int) -> None:
        self.lines.append(("> " * quoted).rstrip())
        self.gap, self.alone, self.columns = True, False, 0

    def _put(self, level: int, words: str, *, fresh: bool = False, alone: bool = False) -> None:
        """Write one line at a level of nesting, after a blank one where it begins something new."""
        if not self.gap and (fresh or self.alone or self.columns or level < self.shallowest):
            self._put_blank(self.quoted)
        if self.gap:
            self.shallowest = level
        self.lines.append(f"{'> ' * self.quoted}{' ' * (4 * level)}{words}")
        self.gap, self.alone, self.inner = False, alone, False

    def _change_quotation(self, quoted: int, plain: str, at: int) -> None:
        common = min(quoted, self.quoted)
        if self.lines and (not self.gap or self.lines[-1].count(">") > common):
            self._put_blank(common)
        if quoted > self.quoted:
            self.troubles += lost_sign(">", plain, at)
        if quoted > MOST_LEVELS:
            self._blame(at, TOO_DEEP, depth=quoted, most=MOST_LEVELS)
        self.quoted = quoted
        self.levels.clear()

    def _level(self, indent: int) -> int:
        """How many open lists hold what is indented so far."""
        return sum(level.indent + 2 <= indent for level in self.levels)

    def _text(self, plain: str, indent: int) -> None:
        level = self._level(indent)
        inner = plain.startswith("> ")
        fresh = level < len(self.levels) or inner != self.inner
        del self.levels[level:]
        self._put(level, plain, fresh=fresh)
        self.inner = inner

    def _table(self, plain: str, indent: int) -> None:
        level = self._level(indent)
        del self.levels[level:]
        self._put(level, plain, fresh=True)
        self.columns = len(cells_of(plain))

    def _row(self, plain: str, at: int) -> None:
        count = len(cells_of(plain))
        if count != self.columns:
            self._blame(at, CELLS, found=count, columns=self.columns)
        self.lines.append(f"{'> ' * self.quoted}{' ' * (4 * len(self.levels))}{plain}")

    def _marked(self, plain: str, indent: int, at: int) -> None:
        """A line that may begin with a sign of its own: a rule, a heading, an item of a list."""
        if RULE.match(plain) or HEADING.match(plain):
            level = self._level(indent)
            del self.levels[level:]
            self._put(level, plain, fresh=True, alone=True)
            return
        if markers := _MARKERS.match(plain):
            self._blame(at, TOO_DEEP, depth=len(markers[0].split()), most=MOST_LEVELS)
            return
        if marker := NUMBER.match(plain) or BULLET.match(plain):
            series = lost_series(plain, at)
            self.troubles += series
            self._items(marker, plain, indent, at, told=bool(series))
            return
        if hashes := _HASHES.match(plain):
            suggestion = f"{hashes[0]} {plain[hashes.end() : 12].lstrip()}"
            self._blame(at, HEADING_SPACE, found=plain[:12], suggestion=suggestion)
        self._text(plain, indent)

    def _items(self, marker: re.Match[str], plain: str, indent: int, at: int, *, told: bool) -> None:
        """The items that begin on this line; one that begins inside another gets a line of its own."""
        while True:
            number = marker[1] if marker[1].isdigit() else None
            words = plain[marker.end() :]
            inner = None if RULE.match(words) else NUMBER.match(words) or BULLET.match(words)
            self._item(marker[0] if inner else plain, indent, number, at)
            if number is None:
                self.troubles += lost_sign(marker[1], words, at)
            else:
                self.numbers.append(number)
                self._check_number(number, at, told=told)
            if inner is None:
                return
            indent, at = indent + marker.end(), at + marker.end()
            marker, plain = inner, words

    def _item(self, plain: str, indent: int, number: str | None, at: int) -> None:
        level = self._level(indent)
        ordered = number is not None
        if level < len(self.levels) and self.levels[level].ordered == ordered:
            del self.levels[level + 1 :]
            self.levels[level].number += 1
            self._put(level, plain)
            return
        fresh = level < len(self.levels) or level == 0
        self.levels[level:] = [_Level(indent, ordered, int(number or 0))]
        if level >= MOST_LEVELS:
            self._blame(at, TOO_DEEP, depth=level + 1, most=MOST_LEVELS)
        self._put(level, plain, fresh=fresh)

    def _check_number(self, typed: str, at: int, *, told: bool) -> None:
        """Whether the number that the list counts to is the one that was typed."""
        level = self.levels[-1]
        if typed != str(level.number) and not level.blamed and not told:
            level.blamed = True
            self._blame(at, NUMBERING, typed=typed, shown=level.number)

    def _blame(self, at: int, mistake: Mistake, **values: object) -> None:
        self.troubles.append(Trouble(at, mistake, values))
