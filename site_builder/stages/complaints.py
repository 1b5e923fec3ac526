"""libyaml's complaints in words a clerk understands, pointing at where the trouble began."""

from typing import Any

from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Problem
from site_builder.model.words import Words

_QUOTE = Words("引号没有收尾", "a quotation mark is never closed")
_BRACKET = Words("括号没有收尾", "a bracket is never closed")
_COLON = Words("少了冒号", "a colon is missing")
_SECOND_COLON = Words("值里面又有一个“: ”，或者缩进不对", "there is another “: ” inside the value, or the indentation is wrong")
_SIGN = Words("值不能以这个符号开头", "a value cannot begin with this sign")
_OTHER = Words("写法不完整", "the writing is incomplete")

_ADVICE = {
    _QUOTE: Words("在这一段文字的末尾补上同样的引号。", "put the same quotation mark at the end of this text."),
    _BRACKET: Words("补上 ] 或 }，各项之间用英文逗号加空格。", "close it with ] or }, and separate the items with a comma and a space."),
    _COLON: Words("在名称后面加英文冒号和空格：名称: 值。", "put a colon and a space after the name: name: value."),
    _SECOND_COLON: Words('值里有“: ”时整个值用引号括起来："甲: 乙"；否则对齐这一行。', 'quote a value that holds “: ”, like "a: b"; otherwise align the line.'),
    _SIGN: Words("整个值用引号括起来。", "quote the whole value."),
    _OTHER: Words("对照 site-builder new 给出的样例检查这几行。", "compare these lines with the example that site-builder new gives."),
}  # fmt: skip


def complaint(path: str, text: str, error: Any) -> Problem:
    """The problem behind a YAML error; `text` is what was read, for telling indentation from the rest."""
    said = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark
    if "expected key" in said or "expected '-'" in said or "block end" in said or "block sequence entries" in said:
        return _indentation(path, mark)
    found = _found(said)
    lines = text.split("\n")
    above = lines[mark.line - 1] if mark.line else ""
    if found is _SECOND_COLON and above.strip() and ":" not in above and not above.lstrip().startswith(("#", "-")):
        # The line above was taken as the beginning of this one's name: it is the one without a colon.
        place = Location(path, mark.line, len(above) - len(above.lstrip()) + 1)
        return Problem(place, mistakes.SYNTAX, {"found": _COLON, "advice": _ADVICE[_COLON]})
    if found in (_QUOTE, _BRACKET, _COLON) and error.context_mark is not None:
        mark = error.context_mark
    where = Location(path, mark.line + 1, mark.column + 1)
    return Problem(where, mistakes.SYNTAX, {"found": found, "advice": _ADVICE[found]})


def _found(said: str) -> Words:
    if "quoted scalar" in said:
        return _QUOTE
    if "flow" in said or "',' or" in said:
        return _BRACKET
    if "could not find expected ':'" in said or "<document start>" in said:
        return _COLON
    if "mapping values are not allowed" in said:
        return _SECOND_COLON
    if "cannot start any token" in said or "directive" in said or "tag" in said or "alias" in said or "anchor" in said:
        return _SIGN
    return _OTHER


def _indentation(path: str, mark: Any) -> Problem:
    return Problem(Location(path, mark.line + 1, mark.column + 1), mistakes.INDENTATION, {"line": mark.line + 1})
