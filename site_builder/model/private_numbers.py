"""Numbers that belong to a person: found however they are spaced, and blotted out wherever they would be shown."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

IDENTITY, MOBILE, ACCOUNT = "PRV-01", "PRV-02", "PRV-03"

_DIGIT = "[0-9０-９]"
_GAP = r"[ \u00a0\u2002-\u200a\u202f\u3000\-‐‑–—－.·．()（）*_]"
RUN = rf"{_DIGIT}(?:{_GAP}{{0,3}}{_DIGIT}){{10,}}(?:{_GAP}{{0,3}}[XxＸｘ](?![A-Za-z]))?"
SPOKEN = "[〇零一二三四五六七八九幺]{11,}"
"""Digits written as words, as people do who want to get past a filter."""

PERHAPS = (
    # A landline begins with a nought, and stands in many records.
    re.compile(rf"{_DIGIT}(?<!{_DIGIT}.)(?:(?<!0)|(?=0?-?86|1[3-9]))(?:{_GAP}{{0,3}}{_DIGIT}){{10}}"),
    re.compile(
        r"[一幺][三四五六七八九][〇零一二三四五六七八九幺]{9}|[一二三四五六七八九][〇零一二三四五六七八九幺]{14}"
    ),
)
"""Cheap to look for, and in every text that holds a number of a person."""
_RUN = re.compile(f"{RUN}|{SPOKEN}")
_GROUP = re.compile(rf"{_DIGIT}+")
_PLAIN = str.maketrans("０１２３４５６７８９ＸｘX〇零一二三四五六七八九幺", "0123456789xxx001234567891")
_ABOUT_IDENTITY = re.compile(r"身份证|证件号|公民身份")
_ABOUT_ACCOUNT = re.compile(r"[账帐卡][号户]|银行卡|存折|开户")
_IS_A_CODE = re.compile(r"编号|代码|条码|文号|备案|项目号|合同号|订单|追溯码")
_LANDLINE = re.compile(r"0[0-9]{2,3}[-（( ]")
_NEAR = 16
"""So many characters before a number may say what it is."""

_MOBILE = re.compile(r"(?:(?:00)?86|0)?(1[3-9][0-9]{9})")
_MOBILE_SHAPES = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 5, 3), (4, 3, 4), (4, 4, 3), (4, 7), (5, 6), (6, 5)}
    | {(3, 4, 2, 2), (3, 2, 2, 2, 2), (1,) * 11}
)
_CARD = re.compile(r"(?:62|60|4|5[1-5]|3[57]|9558|95599)[0-9]+")
_CARD_SHAPES = frozenset({(4, 4, 4, 4), (4, 4, 4, 4, 1), (4, 4, 4, 4, 2), (4, 4, 4, 4, 3), (6, 10), (6, 13)})
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "
    "50 51 52 53 54 61 62 63 64 65 71 81 82 83 91".split()
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


class Number(NamedTuple):
    """A number of a person, where it stands in a text."""

    code: str
    """Of the mistake that it would be to publish it."""
    start: int
    end: int
    digits: str
    """Without gaps, in plain figures, for comparing."""


def private_numbers(text: str) -> Iterator[Number]:
    """Resident identity numbers, mobile numbers and bank accounts, from left to right."""
    for run in _RUN.finditer(text):
        before = text[max(0, run.start() - _NEAR) : run.start()]
        groups = [(one.start(), one.end()) for one in _GROUP.finditer(text, run.start(), run.end())]
        if not groups:
            groups = [run.span()]
        last_x = run.end() if text[run.end() - 1] in "XxＸｘ" else 0
        at = 0
        while at < len(groups):
            found = _from(text, groups, at, before, last_x)
            if found is None:
                at += 1
                continue
            yield found
            at = next(
                (place for place in range(at, len(groups)) if groups[place][0] >= found.end), len(groups)
            )


def plain(number: str) -> str:
    """A number without gaps, in plain figures, as two ways of writing it are compared."""
    return "".join(sign for sign in number.translate(_PLAIN) if sign.isalnum())


def hidden(text: str) -> str:
    """The text with every such number blotted out behind its first three figures; as long as it was."""
    if _RUN.search(text) is None:
        return text
    signs = list(text)
    for number in private_numbers(text):
        places = [at for at in range(number.start, number.end) if signs[at].isalnum()]
        for at in places[3:]:
            signs[at] = "*"
    return "".join(signs)


def _from(text: str, groups: list[tuple[int, int]], at: int, before: str, last_x: int) -> Number | None:
    """The number that begins with a group of figures, if one does."""
    start, shape = groups[at][0], []
    best: Number | None = None
    for begin, end in groups[at:]:
        shape.append(end - begin)
        if sum(shape) > (30 if at == 0 else 19):
            break
        stop = last_x if last_x and end == groups[-1][1] else end
        digits = plain(text[start:stop])
        code = _code(text, start, stop, digits, tuple(shape), before)
        if code == IDENTITY:
            return Number(code, start, stop, digits)
        if code is not None and (best is None or code == ACCOUNT):
            best = Number(code, start, stop, digits[-11:] if code == MOBILE else digits)
    return best


def _code(text: str, start: int, end: int, digits: str, shape: tuple[int, ...], before: str) -> str | None:
    known = _ABOUT_IDENTITY.search(before) is not None
    if is_identity(digits) or (known and len(digits) in (15, 18)):
        return IDENTITY
    if not digits.isdigit() or "://" in text[:start].rpartition(" ")[2]:
        return None
    if _ABOUT_ACCOUNT.search(before) and 12 <= len(digits) <= 30 and not _LANDLINE.match(text, start):
        return ACCOUNT
    card = 16 <= len(digits) <= 19 and (len(shape) == 1 or shape in _CARD_SHAPES)
    if card and _CARD.fullmatch(digits) and _luhn(digits) and not _IS_A_CODE.search(before):
        return ACCOUNT
    return MOBILE if _is_mobile(text, start, end, digits, shape) else None


def is_identity(digits: str) -> bool:
    """Whether 18 figures are a resident identity number: province, day of birth and check figure all fit."""
    if len(digits) != 18 or not digits[:17].isdigit() or digits[:2] not in _PROVINCES:
        return False
    try:
        born = date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(figure) * weight for figure, weight in zip(digits, _WEIGHTS, strict=False))
    return 1900 <= born.year <= 2099 and "10x98765432"[total % 11] == digits[17]


def _is_mobile(text: str, start: int, end: int, digits: str, shape: tuple[int, ...]) -> bool:
    found = _MOBILE.fullmatch(digits)
    if found is None:
        return False
    extra = len(digits) - 11
    own = shape
    if extra and shape[0] > extra:
        own = (shape[0] - extra, *shape[1:])
    elif extra:
        own = shape[1:]
    before, after = text[start - 1 : start], text[end : end + 3]
    glued = before.isascii() and (before.isalpha() or before in "_=¥$") and before != ""
    listed = len(own) > 1 and before in ("-", "/")
    amount = re.match(r"\.[0-9]{1,2}(?![0-9])|[万亿]?元", after) is not None
    return own in _MOBILE_SHAPES and not (glued or listed or amount)


def _luhn(digits: str) -> bool:
    doubled = (int(figure) * 2 for figure in digits[-2::-2])
    return (sum(map(int, digits[-1::-2])) + sum(two - 9 if two > 9 else two for two in doubled)) % 10 == 0
