"""Pairs the stars that make words bold or slanted.

Stars are markup where Chinese and English writers mean it: `**注意：**请` is bold although a colon stands before the
closing stars. They are left alone where they multiply (`5*3*2`), where they hide a name (`李**`), and in longer runs.
"""

from typing import NamedTuple

_TAGS = {1: "em", 2: "strong"}
_OPENING = frozenset("“‘（(《〈【「『[{〔<\"'")
_STOPS = frozenset("、，。；：！？,.;:!?")
_CLOSING = frozenset("”’）)》〉】」』]}〕>…—%％‰") | _STOPS
_QUOTES = frozenset("\"'")


class _Run(NamedTuple):
    part: int
    """Which of the parts written it is; a tag takes its place once its partner is found."""
    at: int
    size: int
    hides: bool
    """Whether it may stand for the rest of somebody's name."""
    plain: bool
    """Whether it stands behind a space or a stop, where nothing but bold type can be meant."""


class Stars:
    """The stars of one text, taken from left to right; `parts` is the HTML written so far, and is added to."""

    def __init__(self, text: str, parts: list[str]) -> None:
        self.text = text
        self.parts = parts
        self.open: list[_Run] = []
        self.counts = [0, 0, 0]

    def take(self, start: int, end: int) -> None:
        """Take the stars between `start` and `end`, with the text before them already written."""
        size = end - start
        self.parts.append("*" * size)
        if size > 2:
            return
        before, after = self.text[start - 1 : start], self.text[end : end + 1]
        if _word(before) and _word(after):
            return
        run = _Run(len(self.parts) - 1, start, size, self._hides(start), not before.isalnum())
        if not (_closes(size, before, after) and self._close(run)) and _opens(size, before, after):
            self.open.append(run)
            self.counts[size] += 1

    def lone(self) -> list[int]:
        """Where stars stand that were surely meant for bold type, but have no partner."""
        return [run.at for run in self.open if run.size == 2 and run.plain]

    def _close(self, run: _Run) -> bool:
        """Pair `run` with the last open one of its size; what was opened in between stays as typed."""
        if not self.counts[run.size]:
            return False
        index = len(self.open) - 1
        while self.open[index].size != run.size:
            index -= 1
        opener = self.open[index]
        for dropped in self.open[index:]:
            self.counts[dropped.size] -= 1
        del self.open[index:]
        if run.hides and opener.hides:
            return False
        tag = _TAGS[run.size]
        self.parts[opener.part] = f"<{tag}>"
        self.parts[run.part] = f"</{tag}>"
        return True

    def _hides(self, start: int) -> bool:
        """Whether one Chinese character stands alone before the stars, as the family name does in `李**`."""
        before, further = self.text[start - 1 : start], self.text[max(start - 2, 0) : max(start - 1, 0)]
        return before >= "㐀" and before.isalnum() and not further.isalnum() and further != "*"


def _word(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


def _space(sign: str) -> bool:
    return not sign or sign.isspace()


def _opens(size: int, before: str, after: str) -> bool:
    if _space(after):
        return False
    free = _space(before) or before in _OPENING or before in _STOPS
    if size == 1:
        return free and after not in _CLOSING
    return after not in _CLOSING or _space(before)


def _closes(size: int, before: str, after: str) -> bool:
    if _space(before) or before in _OPENING:
        return False
    return size == 2 or _space(after) or after in _CLOSING or after in _QUOTES
