"""What a single value means: the field decides, never the look of the value."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum

from site_builder.mistakes import values
from site_builder.mistakes import yaml as yaml_mistakes
from site_builder.model.docs import label
from site_builder.model.form import Form, fits
from site_builder.model.problem import Mistake
from site_builder.model.shape import Choice, Flag, Leaf, Many, Shape, members
from site_builder.model.source import Mapping, Node, Scalar, Sequence
from site_builder.model.words import Words
from site_builder.stages.blame import blame
from site_builder.stages.grow import TOLD

NOTHING = ("", "~", "null", "Null", "NULL")
"""Plain words that say nothing."""
_NO = ("no", "off", "n", "否", "不", "不是", "无", "0", "false")
_NEXT_NAME = re.compile(r"，\s*([a-z_][a-z0-9_-]*)：\s*")
_TYPED_AS_NAME = re.compile(r"([A-Za-z_][\w-]*)(：|:(?=\S))\s*")


@dataclass(frozen=True, slots=True)
class Wrong:
    """Stands for a value that cannot be used: why, or nothing when that is told already."""

    mistake: Mistake | None = None
    values: dict[str, object] | None = None
    column: int = 0
    """How far behind the beginning of the value the mistake is."""


WRONG = Wrong()


def single(node: Node, key: str, start: str, shape: Shape) -> Scalar | Wrong:
    """The one value that a field with a single value holds; `start` is how its line begins."""
    if not isinstance(node, Scalar):
        found = (
            Words("一个列表", "a list") if isinstance(node, Sequence) else Words("几个栏目", "several fields")
        )
        corrected = start + example(shape)
        return Wrong(values.VALUE_EXPECTED, {"key": key, "found": found, "corrected": corrected})
    if node.lines > 1 and node.style not in ("|", ">", TOLD):
        return Wrong(values.SEVERAL_LINES, {"key": key, "lines": node.lines, "corrected": start + node.text})
    return node


def blank(node: Scalar, key: str, start: str, shape: Shape) -> Wrong | None:
    """Why a value that says nothing, or is told already, cannot be used; None for every other value."""
    if node.style == TOLD:
        return WRONG
    if node.style or node.text not in NOTHING:
        return None
    found: dict[str, object] = {"key": key, "corrected": start + example(shape)}
    if not node.text:
        return Wrong(values.EMPTY, found)
    return Wrong(values.NULL, {**found, "found": node.text})


def in_lines(scalar: Scalar, key: str, start: str) -> Wrong:
    """A short value that is written like a long text."""
    lines = scalar.text.strip().split("\n")
    joined = start + "".join(line.strip() for line in lines)
    return Wrong(values.SEVERAL_LINES, {"key": key, "lines": len(lines), "corrected": joined})


def not_so_written(shape: Leaf | Choice | Flag, text: str, key: str, start: str) -> Wrong:
    """Why a text means nothing in its field."""
    if isinstance(shape, Leaf):
        return Wrong(*blame(key, text, shape.form, start))
    if isinstance(shape, Choice):
        return _no_choice(shape.codes, text, key, start)
    corrected = start + ("false" if text.lower() in _NO else "true")
    return Wrong(values.NOT_TRUE_OR_FALSE, {"key": key, "found": text, "corrected": corrected})


def _no_choice(codes: type[StrEnum], text: str, key: str, start: str) -> Wrong:
    known = members(codes)
    labels = {label(codes, code.name).zh: code.value for code in codes}
    meant = labels.get(text) or values.nearest(text, [*known, *labels])
    meant = labels.get(meant, meant)
    guess = values.did_you_mean(meant)
    choices = Words("、".join(f"{code}（{zh}）" for zh, code in labels.items()), ", ".join(known))
    corrected = start + (meant or next(iter(known)))
    found = {"key": key, "found": text, "guess": guess, "choices": choices, "corrected": corrected}
    return Wrong(values.NOT_A_CHOICE, found)


def items_joined(form: Form, scalar: Scalar) -> Wrong | None:
    """Several items of a list typed as one, with full-width commas between them."""
    pieces = [piece.strip() for piece in scalar.text.split("，")]
    if len(pieces) < 2 or form.name == "line" or not all(fits(form, piece) is not None for piece in pieces):
        return None
    corrected = f"[{', '.join(pieces)}]"
    return Wrong(yaml_mistakes.FULL_WIDTH_COMMA, {"corrected": corrected}, scalar.text.index("，"))


def fields_joined(key: Scalar, node: Node, names: Container[str]) -> Wrong | None:
    """Two fields of a group that YAML took for one, because a full-width comma stands between them."""
    if not isinstance(node, Scalar) or "，" not in node.text or node.style:
        return None
    match = _NEXT_NAME.search(node.text)
    if match is None or match[1] not in names:
        return None
    corrected = f"{key.text}: {node.text[: match.start()]}, {match[1]}: {node.text[match.end() :]}"
    return Wrong(yaml_mistakes.FULL_WIDTH_COMMA, {"corrected": corrected}, match.start())


def not_a_list(shape: Many, node: Node, key: str) -> Wrong:
    """A list that is written as if it had one item, or as a group."""
    if isinstance(node, Scalar) and node.style in ("", "'", '"'):
        content = node.text.replace("，", ", ").replace("、", ", ")
    else:
        content = example(shape.item)
    return Wrong(values.LIST_EXPECTED, {"key": key, "corrected": f"{key}: [{content}]"})


def name_swallowed(scalar: Scalar, names: Container[str], start: str) -> Wrong | None:
    """A name and its value that YAML took for one text, because what stands between them is not a colon and a space."""
    match = _TYPED_AS_NAME.match(scalar.text)
    if scalar.style or match is None or match[1] not in names:
        return None
    mistake = yaml_mistakes.FULL_WIDTH_COLON if match[2] == "：" else yaml_mistakes.NO_SPACE
    corrected = f"{start}{match[1]}: {scalar.text[match.end() :]}"
    return Wrong(mistake, {"key": match[1], "corrected": corrected}, match.end(1))


def doubled_parts(node: Sequence) -> Iterator[tuple[Scalar, dict[str, object]]]:
    """Parts of a list that share an id: nobody could say which of them a reference means."""
    first: dict[str, int] = {}
    pairs = (pair for item in node.items if isinstance(item, Mapping) for pair in item.pairs)
    for key, value in pairs:
        if key.text == "id" and isinstance(value, Scalar) and value.text:
            if value.text in first:
                yield value, {"found": value.text, "first": first[value.text]}
            first.setdefault(value.text, value.line)


def example(shape: Shape) -> str:
    """How a value of that shape may look."""
    match shape:
        case Leaf():
            return shape.form.example
        case Choice():
            return next(iter(shape.codes)).value
        case Flag():
            return "true"
        case Many():
            return f"[{example(shape.item)}]"
        case _:
            return "…"
