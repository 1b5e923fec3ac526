"""From words and signs to a tree: or, and, not, comparisons, + and −, × and ÷ bind ever more closely."""

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import Any

from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.tokens import Token, tokens
from site_builder.model.form import DATE
from site_builder.model.words import Words

LONGEST = 400
"""Characters of an expression."""
DEEPEST = 24
"""Expressions inside one another."""
COMPARISONS = ("=", "≠", "<", "≤", ">", "≥", "in", "not in")
_BINDING = {"or": 1, "and": 2, **dict.fromkeys(COMPARISONS, 4), "+": 5, "-": 5, "×": 6, "÷": 6}
_NOT, _NEGATIVE = 3, 7


@dataclass(frozen=True, slots=True)
class Node:
    """A part of an expression: a value, a name, or an operation on further parts."""

    at: int
    op: str
    """The kind of a value (``number``, ``text``, …), ``name``, ``call``, ``list``, ``negative``, or the sign."""
    value: Any = None
    parts: tuple["Node", ...] = ()

    def size(self) -> int:
        """How many steps it takes to work out."""
        return 1 + sum(part.size() for part in self.parts)


def parse(text: str) -> Node:
    """The tree of an expression; raises Fault at the first thing that cannot be read."""
    if len(text) > LONGEST:
        what = Words(
            f"太长：{len(text)} 个字，最多 {LONGEST} 个", f"{len(text)} characters are more than {LONGEST}"
        )
        raise Fault(0, what, Words("分成几条检查。", "make several checks of it."))
    reading = _Reading(list(tokens(text)))
    node = reading.expression(0)
    left = reading.now
    if left.kind != "end":
        raise Fault(left.at, Words(f"“{left.text}”放错了地方", f"“{left.text}” is out of place"), _BETWEEN)
    return node


_BETWEEN = Words(
    "两个量之间要有运算符号；几个条件之间写 and 或 or。",
    "put a sign between two values, and or or between conditions.",
)


class _Reading:
    """The way through the words and signs of one expression."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.place = 0
        self.depth = 0

    @property
    def now(self) -> Token:
        return self.tokens[self.place]

    def take(self, text: str = "") -> Token:
        token = self.now
        if text and (token.kind, token.text) != ("sign", text):
            what = Words(f"这里应当有“{text}”", f"“{text}” is missing here")
            raise Fault(
                token.at, what, Words(f"补上“{text}”；括号要成对。", f"add “{text}”; brackets come in pairs.")
            )
        self.place += token.kind != "end"
        return token

    def comes(self, *texts: str) -> bool:
        return self.now.kind == "sign" and self.now.text in texts

    def expression(self, binding: int) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            what = Words("一层套一层，太深了", "too many things inside one another")
            raise Fault(self.now.at, what, Words("分成几条检查。", "make several checks of it."))
        node = self.prefixed()
        while (sign := self.sign()) is not None and _BINDING[sign] > binding:
            at = self.now.at
            self.place += 2 if sign == "not in" else 1
            right = self.expression(_BINDING[sign])
            if sign in COMPARISONS and self.sign() in COMPARISONS:
                what = Words("一次只能比较两个量", "only two values can be compared at a time")
                raise Fault(
                    self.now.at,
                    what,
                    Words("用 and 连起来：a <= b and b <= c。", "join them: a <= b and b <= c."),
                )
            node = Node(at, sign, None, (node, right))
        self.depth -= 1
        return node

    def sign(self) -> str | None:
        """The sign that comes next, if it stands between two values."""
        if self.comes("not") and self.tokens[self.place + 1][:2] == ("sign", "in"):
            return "not in"
        return self.now.text if self.now.kind == "sign" and self.now.text in _BINDING else None

    def prefixed(self) -> Node:
        token = self.now
        if self.comes("not", "-"):
            self.take()
            inner = self.expression(_NOT if token.text == "not" else _NEGATIVE)
            return Node(token.at, "not" if token.text == "not" else "negative", None, (inner,))
        if self.comes("("):
            self.take()
            node = self.expression(0)
            self.take(")")
            return node
        if self.comes("["):
            self.take()
            return Node(token.at, "list", None, self.several("]"))
        return self.single()

    def single(self) -> Node:
        token = self.take()
        match token.kind:
            case "number":
                return Node(token.at, "number", Decimal(token.text))
            case "percent":
                return Node(token.at, "percent", Decimal(token.text[:-1]) / 100)
            case "date" | "time":
                return Node(token.at, token.kind, _when(token))
            case "text" | "month":
                return Node(token.at, token.kind, token.text)
            case "name" if self.comes("("):
                self.take()
                return Node(token.at, "call", token.text, self.several(")"))
            case "name":
                return Node(token.at, "name", token.text)
        what = Words("话没有说完，这里还少一个量", "something is missing here: a value")
        raise Fault(
            token.at,
            what,
            Words("写列名、数、日期或者加引号的文字。", "write a column, a number, a day or a quoted text."),
        )

    def several(self, close: str) -> tuple[Node, ...]:
        """What stands between brackets, with commas between."""
        found: list[Node] = []
        while not self.comes(close):
            if found:
                self.take(",")
            found.append(self.expression(0))
        self.take(close)
        return tuple(found)


def _when(token: Token) -> Any:
    hour, _, minute = token.text.partition(":")
    right = token.kind == "date" or (int(hour) < 24 and int(minute) < 60)
    value = (
        None if not right else DATE.read(token.text) if token.kind == "date" else time(int(hour), int(minute))
    )
    if value is None:
        what = Words(f"没有 {token.text} 这个日子或时刻", f"there is no {token.text}")
        raise Fault(token.at, what, Words("核对年月日、时分。", "check it."))
    return value
