"""What can be wrong with the writing of YAML, in words a clerk understands, and where libyaml's complaints belong."""

from dataclasses import dataclass

from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Location, Problem
from site_builder.model.words import Words

QUOTE = Words("引号没有收尾", "a quotation mark is never closed")
BRACKET = Words("括号没有收尾", "a bracket is never closed")
COLON = Words("名称后面少了冒号", "there is no colon after the name")
SECOND_COLON = Words("值里面又有一个“: ”", "there is another “: ” inside the value")
SIGN = Words("值不能以这个符号开头", "a value cannot begin with this sign")
TAIL = Words("引号或括号已经收尾，后面还有文字", "there is text behind the closing quotation mark or bracket")
ESCAPE = Words("双引号里的“\\”后面不能是这个字", "inside double quotes “\\” cannot stand before this")
OTHER = Words("写法不完整", "the writing is incomplete")
CUT = Words("，文件到这里就断了", ", and the file ends here")

_ADVICE = {
    QUOTE: Words("补上引号", "close the quotation"),
    BRACKET: Words(
        "补上括号，各项之间用英文逗号加空格", "close it and put a comma and a space between the items"
    ),
    COLON: Words("名称后面写英文冒号和空格", "put a colon and a space after the name"),
    SECOND_COLON: Words("整个值用引号括起来", "quote the whole value"),
    SIGN: Words("整个值用引号括起来", "quote the whole value"),
    TAIL: Words("整个值用另一种引号括起来", "put the whole value into the other kind of quotation marks"),
    ESCAPE: Words("用单引号", "use single quotation marks"),
    OTHER: Words(
        "对照 site-builder new 给出的样例检查这几行",
        "compare these lines with the example of site-builder new",
    ),
}
_SAID = (
    ("unknown escape", ESCAPE),
    ("quoted scalar", QUOTE),
    ("flow", BRACKET),
    ("',' or", BRACKET),
    ("could not find expected ':'", COLON),
    ("<document start>", COLON),
    ("mapping values are not allowed", SECOND_COLON),
    ("cannot start any token", SIGN),
    ("directive", SIGN),
    ("tag", SIGN),
    ("alias", SIGN),
    ("anchor", SIGN),
    ("block scalar", SIGN),
)
_MISPLACED = ("expected key", "expected '-'", "block end", "block sequence entries")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What libyaml said and where; lines and columns count from 1, those of the context are 0 without one."""

    said: str
    line: int
    column: int
    began_line: int = 0
    began_column: int = 0


def complaint(path: str, trouble: Trouble) -> Problem:
    """The problem behind a complaint of libyaml that no look at the line explains."""
    if any(sign in trouble.said for sign in _MISPLACED):
        where = Location(path, trouble.line, trouble.column)
        return Problem(where, mistakes.INDENTATION, {"corrected": aligned(trouble.line)})
    found = next((words for sign, words in _SAID if sign in trouble.said), OTHER)
    where = Location(path, trouble.line, trouble.column)
    if found in (QUOTE, BRACKET, COLON) and trouble.began_line:
        # Where the quotation or bracket began tells more than where the file was given up.
        where = Location(path, trouble.began_line, trouble.began_column)
    return Problem(where, mistakes.SYNTAX, {"found": found, "advice": advised(found)})


def advised(found: Words, corrected: str = "") -> Words:
    """What to do about it, with the line as it should be where that is known."""
    advice = _ADVICE[found]
    if not corrected:
        return Words(f"{advice.zh}。", f"{advice.en}.")
    return Words(f"{advice.zh}：{corrected}", f"{advice.en}: {corrected}")


def aligned(line: int, *choices: str) -> Words:
    """The line as it should begin; with two choices, either of them; with none, where to look."""
    if not choices:
        return Words(f"看第 {line} 行和它上面的行", f"look at line {line} and the lines above it")
    shown = [(choice, len(choice) - len(choice.lstrip(" "))) for choice in choices]
    return Words(
        "，或者 ".join(f"{choice}（行首 {width} 个空格）" for choice, width in shown),
        " or ".join(f"{choice} ({width} spaces before it)" for choice, width in shown),
    )
