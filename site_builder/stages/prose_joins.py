"""Joins the lines of one paragraph the way its language wants: Chinese without a space, English with one."""

import re
from itertools import pairwise

_AMBIGUOUS = frozenset("“”‘’…—·")
_STOPS = frozenset("。；：！？;:.!?”’」』）)")
_NUMBERED = re.compile(
    r"[0-9]{1,3}[.．、)）](?![0-9])|[（(][0-9一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、"
    r"|第[0-9一二三四五六七八九十百]{1,5}[条章节款项]|[①-⑳]|[-+*•·]|　"
)


def join_lines(html: str) -> str:
    """The lines of `html` as one; a line that begins with a number of its own, or indented, stays a line."""
    if "\n" not in html:
        return html
    lines = html.split("\n")
    parts = [lines[0]]
    for left, right in pairwise(lines):
        parts += (_between(left, right), right)
    return "".join(parts)


def _between(left: str, right: str) -> str:
    one, two = _last(left), _first(right)
    if _NUMBERED.match(two) and (two[0] == "　" or one[-1:] in _STOPS or _NUMBERED.match(_first(left))):
        return "<br>"
    return "" if _wide(one[::-1]) or _wide(two) else " "


def _last(line: str) -> str:
    """What of `line` stands before the tags at its end; text holds no angle bracket of its own."""
    end = len(line)
    while line.endswith(">", 0, end):
        end = line.rindex("<", 0, end)
    return line[max(end - 8, 0) : end]


def _first(line: str) -> str:
    """What of `line` stands behind the tags at its beginning."""
    start = 0
    while line.startswith("<", start):
        start = line.index(">", start) + 1
    return line[start : start + 8]


def _wide(text: str) -> bool:
    """Whether `text` begins with Chinese or Japanese signs; quotation marks and dashes take after their neighbour."""
    for sign in text:
        if sign not in _AMBIGUOUS:
            return "⺀" <= sign <= "鿿" or "豈" <= sign <= "﫿" or "︰" <= sign <= "￯" or sign >= "\U00020000"
    return not text
