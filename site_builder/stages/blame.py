"""Why a text cannot be read as its field wants it, and what was most likely meant."""

import unicodedata
from decimal import Decimal

from site_builder.mistakes.values import BORDERED, NO_SUCH_DAY, NOT_MONEY, NOT_SO_WRITTEN
from site_builder.model.form import Form, fits
from site_builder.model.problem import Mistake
from site_builder.model.words import Words

_NAMES = {"slug", "reference", "named"}
_DAYS = {"date", "time", "datetime", "month", "school_year"}
_MINUS = str.maketrans("−–—", "---")
_THOUSANDS = {"万": 10_000, "亿": 100_000_000}


def blame(key: str, text: str, form: Form, start: str) -> tuple[Mistake, dict[str, object]]:
    """Why `text` cannot be read as `form`, and the line as it should have been; `start` is how that line begins."""
    plain = _named(text) if form.name in _NAMES else _straightened(text)
    meant = plain if plain != text and fits(form, plain) is not None else ""
    values: dict[str, object] = {
        "key": key,
        "found": text,
        "form": form.title,
        "corrected": start + (meant or form.example),
    }
    if form.name == "money":
        return NOT_MONEY, {**values, "reason": _money_reason(text)}
    if form.name in _DAYS and not meant and _shaped(form, plain):
        return NO_SUCH_DAY, values
    if text != text.strip():
        return BORDERED, {**values, "corrected": start + text.strip()}
    return NOT_SO_WRITTEN, values


def _named(text: str) -> str:
    """The short name that somebody means who writes capitals, spaces, the folder or the ending besides."""
    plain = unicodedata.normalize("NFKC", text).strip().lower().removeprefix("data/").removesuffix(".yaml")
    return plain.rpartition("/")[2].replace(" ", "-").replace("_", "-")


def _shaped(form: Form, text: str) -> bool:
    digits = "".join("0" if sign.isdigit() else sign for sign in text)
    example = "".join("0" if sign.isdigit() else sign for sign in form.example.replace(" ", ""))
    return digits == example or (form.name == "time" and digits in {"0:00", "00:00"})


def _straightened(text: str) -> str:
    """The same value as people often mean it: half-width, without separators, units and Chinese dates."""
    plain = unicodedata.normalize("NFKC", text).translate(_MINUS).strip().removesuffix("元").replace(",", "")
    plain = plain.replace(" ", "").lstrip("¥￥")
    if plain[-1:] in _THOUSANDS and plain[:-1].replace(".", "", 1).isdigit() and plain.isascii() is False:
        return f"{(Decimal(plain[:-1]) * _THOUSANDS[plain[-1]]).normalize():f}"
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
        (any(unit in text for unit in "元¥￥万亿"), Words("不要写单位", "no units")),
        (plain != text, Words("数字和符号要用半角", "digits and signs must be half-width")),
        (plain.translate(_MINUS) != plain, Words("负号用减号“-”", "a minus is typed as “-”")),
        (
            plain[:1] == "(" and plain[-1:] == ")",
            Words("负数前面写“-”，不用括号", "a minus is typed as “-”, not as brackets"),
        ),
        ("e" in plain.lower(), Words("不要用科学记数法", "no exponents")),
        (_decimals(plain) > 2, Words("小数最多两位", "at most two decimals")),
        (
            plain.lstrip("-")[:1] == "0" and plain.lstrip("-")[1:2].isdigit(),
            Words("前面不要写零", "no leading zeros"),
        ),
        (plain[:1] in "+" and plain != "", Words("不要写正号", "no plus sign")),
        (
            plain[:1] == "." or plain[-1:] == ".",
            Words("小数点前后都要有数字", "digits on both sides of the point"),
        ),
    )
    return next((reason for found, reason in reasons if found), Words("只能是数字", "digits only"))


def _decimals(text: str) -> int:
    head, dot, tail = text.partition(".")
    return len(tail) if dot and head.lstrip("-").isdigit() and tail.isdigit() else 0
