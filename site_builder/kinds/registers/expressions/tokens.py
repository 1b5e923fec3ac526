"""From the text of an expression to its words and signs; what a Chinese keyboard types is read as what it means."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.model.words import Words

KEYWORDS = frozenset({"and", "or", "not", "in"})

_SAME = str.maketrans("（）【】［］，、＝＜＞＋－−＊／：％", "()[][],,=<>+--*/:%")
_SIGNS = {"*": "×", "/": "÷", ">=": "≥", "<=": "≤", "!=": "≠", "<>": "≠", "==": "="}
_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<text>"[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’|「[^」]*」)
    |(?P<date>\d{4}-\d{2}-\d{2})(?![\w-])
    |(?P<month>\d{4}-\d{2})(?![\w-])
    |(?P<time>\d{1,2}:\d{2})(?![\w-])
    |(?P<percent>\d+(?:\.\d+)?%)
    |(?P<number>\d+(?:\.\d+)?)(?![\w-])
    |(?P<name>[a-z0-9_]+(?:-[a-z0-9_]+)*)
    |(?P<sign><=|>=|!=|<>|==|[-+*/=<>()\[\],≤≥≠×÷])
    |(?P<chinese>[\u3400-\u9fff]+)""",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A word or sign of an expression."""

    kind: str
    """``number``, ``percent``, ``date``, ``month``, ``time``, ``text``, ``name``, ``sign`` or ``end``."""
    text: str
    at: int


def tokens(text: str) -> Iterator[Token]:
    """The words and signs of an expression, then its end."""
    plain, at, last = _outside_quotes(text), 0, 0
    while at < len(text):
        match = _TOKEN.match(plain, at)
        if match is None or match.lastgroup == "chinese":
            raise _odd(text, at, match[0] if match else text[at])
        kind, found = match.lastgroup or "", match[0]
        if kind == "text":
            yield Token(kind, found[1:-1], at)
        elif kind != "space":
            named = kind == "name" and found in KEYWORDS
            yield Token("sign" if named else kind, _SIGNS.get(found, found), at)
        last = last if kind == "space" else at
        at = match.end()
    yield Token("end", "", last)


def _outside_quotes(text: str) -> str:
    """The text with full-width signs made plain; one sign for one, so that places stay, and quotations untouched."""
    pieces = re.split(r"""("[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’|「[^」]*」)""", text)
    return "".join(piece if index % 2 else piece.translate(_SAME) for index, piece in enumerate(pieces))


def _odd(text: str, at: int, found: str) -> Fault:
    if found[0] in "\"'“‘「":
        what = Words("引号没有成对", "a quotation is not closed")
        return Fault(at, what, Words("在文字后面补上引号。", "close it behind the text."))
    if "\u3400" <= found[0] <= "\u9fff":
        what = Words(f"“{found}”没有加引号", f"“{found}” is not quoted")
        return Fault(
            at,
            what,
            Words(f'文字要加引号："{found}"；单位不写。', f'quote texts: "{found}"; leave units out.'),
        )
    if text[at : at + 1].isupper():
        what = Words(f"不认识“{found}”", f"“{found}” is not known")
        return Fault(at, what, Words("列名只用小写字母。", "names of columns have small letters only."))
    what = Words(f"不认识符号“{found}”", f"the sign “{found}” is not known")
    signs = Words(
        "可用的符号：+ - * / = != < <= > >= ( ) [ ]。", "the signs are + - * / = != < <= > >= ( ) [ ]."
    )
    return Fault(at, what, signs)
