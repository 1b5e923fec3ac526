"""What a check says of a row: a sentence with the row's values in its braces."""

import re
from dataclasses import dataclass

from site_builder.kinds.registers.expressions.fault import Fault
from site_builder.kinds.registers.expressions.functions import Unset
from site_builder.kinds.registers.expressions.meaning import meaning
from site_builder.kinds.registers.expressions.scope import Scope, Term
from site_builder.kinds.registers.results import in_words
from site_builder.model.words import Words

_HOLE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence whose holes can be filled for any row."""

    pieces: tuple[str | Term, ...]

    def of(self, row: int, language: str) -> str:
        """The sentence for one row."""
        return "".join(
            piece if isinstance(piece, str) else in_words(piece.at(row), piece.sort).say(language)
            for piece in self.pieces
        )


def sentence(text: str, scope: Scope) -> Sentence | Fault | Unset:
    """A sentence that was written for a check, or what is wrong inside its braces."""
    pieces: list[str | Term] = []
    for index, piece in enumerate(_HOLE.split(text)):
        if index % 2 == 0:
            if "{" in piece or "}" in piece:
                at = text.find("{") if "{" in piece else text.find("}")
                what = Words("大括号没有成对", "a brace has no partner")
                return Fault(
                    at, what, Words("值写在一对大括号里：{grams}。", "write values between braces: {grams}.")
                )
            pieces.append(piece)
            continue
        found = meaning(piece, scope)
        if isinstance(found, Fault):
            return Fault(text.find(f"{{{piece}}}") + 1 + found.at, found.what, found.remedy)
        if isinstance(found, Unset):
            return found
        pieces.append(found)
    return Sentence(tuple(pieces))
