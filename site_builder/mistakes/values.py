"""Mistakes of writing a value: the field says what it must be, and this says how to write it."""

from difflib import get_close_matches

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

NOT_SO_WRITTEN = Mistake(
    code="VAL-01",
    message=Words("“{found}”不是{form}", "“{found}” is not {form}"),
    hint=Words("这样写：{corrected}", "write it like this: {corrected}"),
    why=Words(
        "字段决定值怎么写；写法不合就不猜，免得公开错的数。",
        "the field says how a value is written; nothing is guessed, so that no wrong figure gets published.",
    ),
    wrong="published_on: 2026年3月2日",
    right="published_on: 2026-03-02",
)
NOT_MONEY = Mistake(
    code="VAL-02",
    message=Words("“{found}”不是金额：{reason}", "“{found}” is not an amount: {reason}"),
    hint=Words(
        "以元为单位，只写数字，最多两位小数：{corrected}",
        "write yuan in digits with at most two decimals: {corrected}",
    ),
    why=Words(
        "金额必须精确到分，不能由程序猜测千分位、单位或科学记数。",
        "an amount is exact to the cent; separators, units and exponents are not for a program to guess.",
    ),
    wrong="amount: 1,200",
    right="amount: 1200",
)
NO_SUCH_DAY = Mistake(
    code="VAL-03",
    message=Words("没有“{found}”这个{form}", "“{found}” does not exist as {form}"),
    hint=Words("核对后重写，例如 {corrected}", "check and write it again, for example {corrected}"),
    why=Words(
        "日历和钟面上没有的日子、时刻不能公开。",
        "a day or time that is in no calendar and on no clock must not be published.",
    ),
    wrong="published_on: 2026-02-30",
    right="published_on: 2026-02-28",
)
EMPTY = Mistake(
    code="VAL-04",
    message=Words("“{key}”后面没有值", "nothing is written after “{key}”"),
    hint=Words(
        "填上值，例如 {corrected}；没有就删去这一行。",
        "fill in the value, for example {corrected}, or delete the line.",
    ),
    why=Words(
        "空白可能是忘了填；零、没有和不适用是三回事。",
        "a blank may have been forgotten; zero, none and not applicable are three different things.",
    ),
    wrong="amount:",
    right="amount: 0",
)
NULL = Mistake(
    code="VAL-11",
    message=Words("“{found}”不是一个值", "“{found}” is not a value"),
    hint=Words(
        "写出值，例如 {corrected}；没有就删去这一行；真是这个词就用引号括起来。",
        "write the value, for example {corrected}; delete the line where there is none; quote it if this word is meant.",
    ),
    why=Words(
        "许多程序把它当作空白；零、没有和不适用是三回事。",
        "many programs take it for a blank; zero, none and not applicable are three different things.",
    ),
    wrong="reason: null",
    right="reason: 课程调整",
)
NOT_TRUE_OR_FALSE = Mistake(
    code="VAL-05",
    message=Words("“{found}”不是 true 或 false", "“{found}” is neither true nor false"),
    hint=Words("是写 true，否写 false：{corrected}", "write true or false: {corrected}"),
    why=Words(
        "yes、no、on、off 在不同程序里意思不同。",
        "yes, no, on and off mean different things to different programs.",
    ),
    wrong="voluntary: yes",
    right="voluntary: true",
)
NOT_A_CHOICE = Mistake(
    code="VAL-06",
    message=Words("“{found}”不在可选的值里{guess}", "“{found}” is none of the possible values{guess}"),
    hint=Words("写成 {corrected}；可选的有：{choices}", "write {corrected}; there are: {choices}"),
    why=Words("固定的选项才能统计和比较。", "only fixed choices can be counted and compared."),
    wrong="nature: 服务",
    right="nature: service",
)
LIST_EXPECTED = Mistake(
    code="VAL-07",
    message=Words("“{key}”应该是一个列表", "“{key}” must be a list"),
    hint=Words(
        "写成 {corrected}，或者每项一行，前面加“- ”。", "write {corrected}, or one item a line after “- ”."
    ),
    why=Words("这一栏可以有多项。", "this field may hold several items."),
    wrong="bases: law-1",
    right="bases: [law-1]",
)
GROUP_EXPECTED = Mistake(
    code="VAL-08",
    message=Words("“{key}”下面应该是若干栏目", "“{key}” must hold fields of its own"),
    hint=Words(
        "从下一行起缩进两个空格，写 {fields}", "from the next line on, two spaces further in, write {fields}"
    ),
    why=Words("这一栏由几个小栏组成。", "this field is made of several smaller ones."),
    wrong="approval: 2026-01-10",
    right="approval:\n  on: 2026-01-10",
)
VALUE_EXPECTED = Mistake(
    code="VAL-09",
    message=Words(
        "“{key}”应该只是一个值，写的却是{found}", "“{key}” must be a single value, but this is {found}"
    ),
    hint=Words("写成一行，例如 {corrected}", "write it on one line, for example {corrected}"),
    why=Words("这一栏只有一个值。", "this field holds a single value."),
    wrong="title:\n  - 收费公示",
    right="title: 收费公示",
)
SEVERAL_LINES = Mistake(
    code="VAL-10",
    message=Words(
        "“{key}”只能写一行，这里写了 {lines} 行", "“{key}” is one line of text, but {lines} lines were typed"
    ),
    hint=Words(
        "合成一行：{corrected}。长的说明写在 body 里。",
        "make it one line: {corrected}; longer explanations belong into body.",
    ),
    why=Words(
        "换行会变成空格，混进标题和表格里。", "a line break would turn into a space inside titles and tables."
    ),
    wrong="title: 收费\n  公示",
    right="title: 收费公示",
)

BORDERED = Mistake(
    code="VAL-12",
    message=Words("“{found}”的前后有多余的空格", "there are spaces around “{found}”"),
    hint=Words("删去空格：{corrected}", "delete them: {corrected}"),
    why=Words("看不见的空格会让查找和比较出错。", "spaces nobody sees spoil searching and comparing."),
    wrong='title: "收费公示 "',
    right="title: 收费公示",
)


def meant(word: str, known: list[str]) -> Words:
    """“did you mean …?”, or nothing when no known word is near."""
    return did_you_mean(nearest(word, known, 0.6))


def nearest(word: str, known: list[str], cutoff: float = 0.7) -> str:
    """The known word that is most like `word`; empty when none is like it."""
    near = get_close_matches(word[:80], known, n=1, cutoff=cutoff)
    return near[0] if near else ""


def did_you_mean(word: str) -> Words:
    """The question whether `word` was meant; nothing when there is no word."""
    return Words(f"，是不是“{word}”？", f"; did you mean “{word}”?") if word else Words("", "")
