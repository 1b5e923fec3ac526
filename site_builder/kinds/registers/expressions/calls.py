"""How a function of the language is described: how many values it takes, an example, and what it makes of them."""

from collections.abc import Callable
from dataclasses import dataclass

from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.grammar import Node
from site_builder.kinds.registers.expressions.scope import Scope, Term
from site_builder.model.words import Words

Make = Callable[[Node, tuple[Term, ...], Scope], Term]


@dataclass(frozen=True, slots=True)
class Function:
    """Something an expression may call."""

    example: str
    least: int
    most: int
    make: Make
    """Gives the term for a call; raises Fault, by `asked`, when the values are of the wrong sort."""

    def fault(self, node: Node) -> Fault:
        """What is told when it is called with what it cannot use."""
        what = Words(f"{node.value} 括号里的内容不合适", f"{node.value} cannot use what it is given")
        return Fault(node.at, what, Words(f"写成 {self.example}。", f"write it like {self.example}."))


class Unfit(Exception):
    """A function was given what it cannot use."""


def asked(fit: bool) -> None:
    """Say that what a function was given has to be so."""
    if not fit:
        raise Unfit
