"""Mistakes of writing a value: the field says what it must be, and this says how to write it."""

import unicodedata
from difflib import get_close_matches

from site_builder.model.form import Form, fits
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

NOT_SO_WRITTEN = Mistake(
    code="VAL-01",
    message=Words("“{found}”不是{form}", "“{found}” is not {form}"),
    hint=Words("这样写：{key}: {suggestion}", "write it like this: {key}: {suggestion}"),
    why=Words("字段决定值怎么写；写法不合就不猜，免得公开错的数。", "the field says how a value is written; nothing is guessed, so that no wrong figure gets published."),
    wrong="published_on: 2026年3月2日",
    right="published_on: 2026-03-02",
)
NOT_MONEY = Mistake(
    code="VAL-02",
    message=Words("“{found}”不是金额：{reason}", "“{found}” is not an amount: {reason}"),
    hint=Words("以元为单位，只写数字，最多两位小数：{key}: {suggestion}", "write yuan in digits with at most two decimals: {key}: {suggestion}"),
    why=Words("金额必须精确到分，不能由程序猜测千分位、单位或科学记数。", "an amount is exact to the cent; separators, units and exponents are not for a program to guess."),
    wrong="amount: 1,200",
    right="amount: 1200",
)
NO_SUCH_DAY = Mistake(
    code="VAL-03",
    message=Words("没有“{found}”这个{form}", "there is no such {form} as “{found}”"),
    hint=Words("核对后重写，例如 {key}: {suggestion}", "check and write it again, for example {key}: {suggestion}"),
    why=Words("日历上没有的日子不能公开。", "a day that is not in the calendar must not be published."),
    wrong="published_on: 2026-02-30",
    right="published_on: 2026-02-28",
)
EMPTY = Mistake(
    code="VAL-04",
    message=Words("“{key}”后面没有值", "nothing is written after “{key}”"),
    hint=Words("填上值，或者删去这一行。", "fill in the value or delete the line."),
    why=Words("空白可能是忘了填；零、没有和不适用是三回事。", "a blank may have been forgotten; zero, none and not applicable are three different things."),
    wrong="amount:",
    right="amount: 0",
)
NOT_TRUE_OR_FALSE = Mistake(
    code="VAL-05",
    message=Words("“{found}”不是 true 或 false", "“{found}” is neither true nor false"),
    hint=Words("是写 true，否写 false：{key}: {suggestion}", "write true or false: {key}: {suggestion}"),
    why=Words("yes、no、on、off 在不同程序里意思不同。", "yes, no, on and off mean different things to different programs."),
    wrong="voluntary: yes",
    right="voluntary: true",
)
NOT_A_CHOICE = Mistake(
    code="VAL-06",
    message=Words("“{found}”不在可选的值里{guess}", "“{found}” is none of the possible values{guess}"),
    hint=Words("从这些里选一个：{choices}", "choose one of these: {choices}"),
    why=Words("固定的选项才能统计和比较。", "only fixed choices can be counted and compared."),
    wrong="nature: 服务",
    right="nature: service",
)
LIST_EXPECTED = Mistake(
    code="VAL-07",
    message=Words("“{key}”应该是一个列表", "“{key}” must be a list"),
    hint=Words("每项一行，前面加“- ”；只有一项时写 {key}: [{suggestion}]", "one item a line after “- ”; a single one is written {key}: [{suggestion}]"),
    why=Words("这一栏可以有多项。", "this field may hold several items."),
    wrong="bases: law-1",
    right="bases: [law-1]",
)
GROUP_EXPECTED = Mistake(
    code="VAL-08",
    message=Words("“{key}”下面应该是若干栏目", "“{key}” must hold fields of its own"),
    hint=Words("在下一行缩进两个空格，写 {fields}", "on the next line, two spaces further in, write {fields}"),
    why=Words("这一栏由几个小栏组成。", "this field is made of several smaller ones."),
    wrong="approval: 2026-01-10",
    right="approval:\n  on: 2026-01-10",
)
VALUE_EXPECTED = Mistake(
    code="VAL-09",
    message=Words("“{key}”应该只是一个值，写的却是{found}", "“{key}” must be a single value, but this is {found}"),
    hint=Words("写成一行，例如 {key}: {suggestion}", "write it on one line, for example {key}: {suggestion}"),
    why=Words("这一栏只有一个值。", "this field holds a single value."),
    wrong="title:\n  - 收费公示",
    right="title: 收费公示",
)
SEVERAL_LINES = Mistake(
    code="VAL-10",
    message=Words("“{key}”只能写一行，这里写了 {lines} 行", "“{key}” is one line of text, but {lines} lines were typed"),
    hint=Words("合成一行；长的说明写在 body 里。", "make it one line; longer explanations belong into body."),
    why=Words("换行会变成空格，混进标题和表格里。", "a line break would turn into a space inside titles and tables."),
    wrong="title: 收费\n  公示",
    right="title: 收费公示",
)

_DAYS = {"date", "time", "month", "school_year"}


def blame(key: str, text: str, form: Form) -> tuple[Mistake, dict[str, object]]:
    """Why `text` cannot be read as `form` and how it should have been written."""
    plain = _straightened(text)
    suggestion = plain if fits(form, plain) is not None else form.example
    values: dict[str, object] = {"key": key, "found": text, "form": form.title, "suggestion": suggestion}
    if form.name == "money":
        return NOT_MONEY, {**values, "reason": _money_reason(text)}
    if form.name in _DAYS and suggestion == form.example and _shaped(form, plain):
        return NO_SUCH_DAY, values
    return NOT_SO_WRITTEN, values


def _shaped(form: Form, text: str) -> bool:
    digits = "".join("0" if sign.isdigit() else sign for sign in text)
    example = "".join("0" if sign.isdigit() else sign for sign in form.example)
    return digits == example or (form.name == "time" and digits in {"0:00", "00:00"})


def _straightened(text: str) -> str:
    """The same value as people often mean it: half-width, without separators, units and Chinese dates."""
    plain = unicodedata.normalize("NFKC", text).strip().removesuffix("元").replace(",", "").replace(" ", "")
    plain = plain.lstrip("¥￥")
    for mark, sign in (("年", "-"), ("月", "-"), ("日", ""), ("/", "-"), (".", "-")):
        if mark in plain and plain[:4].isdigit() and len(plain) <= 11 and plain.count(".") != 1:
            plain = plain.replace(mark, sign)
    pieces = plain.strip("-").split("-")
    if len(pieces) in (2, 3) and len(pieces[0]) == 4 and all(piece.isdigit() for piece in pieces):
        plain = "-".join(piece.zfill(2) for piece in pieces)
    return plain


def _money_reason(text: str) -> Words:
    plain = unicodedata.normalize("NFKC", text)
    reasons = (
        ("," in plain, Words("不要写千分位逗号", "no thousands separators")),
        (plain != text, Words("数字和符号要用半角", "digits and signs must be half-width")),
        ("e" in plain.lower(), Words("不要用科学记数法", "no exponents")),
        (any(unit in plain for unit in "元¥￥万亿"), Words("不要写单位", "no units")),
        (_decimals(plain) > 2, Words("小数最多两位", "at most two decimals")),
        (plain[:1] == "0" and plain[1:2].isdigit(), Words("前面不要写零", "no leading zeros")),
    )
    return next((reason for found, reason in reasons if found), Words("只能是数字", "digits only"))


def _decimals(text: str) -> int:
    head, dot, tail = text.partition(".")
    return len(tail) if dot and head.lstrip("-").isdigit() and tail.isdigit() else 0


def meant(word: str, known: list[str]) -> Words:
    """“did you mean …?”, or nothing when no known word is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return Words(f"，是不是“{near[0]}”？", f"; did you mean “{near[0]}”?") if near else Words("", "")
