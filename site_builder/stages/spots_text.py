"""What in a text is unfinished or carelessly typed: holes left open, lists that do not count right, odd signs."""

import re
from collections.abc import Iterator
from itertools import pairwise

from site_builder.model.spot import HOLES
from site_builder.stages.spots_personal import Noticed

_WORDS = "|".join(HOLES)
_HOLE = re.compile(
    r"20[xX×＊*]{2}|二[〇零][xX×]{2}|(?<![A-Za-z0-9×])[xX×]{2,}(?![A-Za-z0-9×])|（[ 　]*）|【[ 　]*】|〔[ 　]*〕"
    rf"|{_WORDS}|(?<=[\u4e00-\u9fff])\([ 　]*\)"
)
_STARS = re.compile(r"(?<![0-9*])\*{2,}(?![0-9*])")
_ATTACHED = re.compile(
    r"(?<![》号〕\]文])(?<!文件)(附件|附录|附表)[ ]?([0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9.．年月])"
)
_ACCOUNT = re.compile(r"(?<![蚊营幔])帐(?![篷幕子幔棚])[\u4e00-\u9fff]?")
_STOP = re.compile(r"^[ ]*[0-9]{1,2}。(?=\S)", re.MULTILINE)
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ]+")
_NARROW = re.compile(r"[,;](?<=[\u4e00-\u9fff].)(?=[\u4e00-\u9fff])")
_BOLD = re.compile(r"\*\*[^*\n]+\*\*")
_PERHAPS = (
    # Those that begin alike stand together: then the search jumps from one such beginning to the next.
    re.compile(rf"{_WORDS}|（[ 　]*）|【[ 　]*】|〔[ 　]*〕|20[xX×＊*]{{2}}|二[〇零][xX×]{{2}}|帐(?!篷)"),
    re.compile(
        r"附[件录表] ?[0-9一二三四五六七八九十]|\([ 　]*\)|。(?<=[n\" ][0-9]。)|。(?<=[n\" ][0-9]{2}。)"
    ),
    re.compile(r"[xX×０-９Ａ-Ｚａ-ｚ](?<![A-Wa-wYyZz0-9].)(?:(?<=[０-９Ａ-Ｚａ-ｚ])|[xX×]+(?![A-Za-z0-9×]))"),
    _NARROW,
)

_NUMERALS = "一二三四五六七八九十"
_COUNTED = re.compile(r"([二两三四五六七八九十])(?:个|项|条|句|点|大)([\u4e00-\u9fff]{1,6})[”』」]?[：:]\s*$")
_FIRSTLY = re.compile(
    r"([二两三四五六七八九十])(?:个|项|条|句|点|大)([\u4e00-\u9fff]{1,6})[”』」]?[：:，,]\s*一是"
)
_ORDINAL = re.compile(rf"([{_NUMERALS}])是(?=[\u4e00-\u9fff])")
_ITEM = re.compile(
    r"[ ]*(?:[-*]|[0-9]{1,2}\.) +\S|[ ]*(?:（[一二三四五六七八九十0-9]{1,2}）|[0-9]{1,2}、|[一二三四五六七八九十]、)\S"
)
_NUMBERED = re.compile(r"[ ]*(?:#+ +)?([一二三四五六七八九十]{1,3})、")
_TWO = re.compile(
    r"^[ ]*[0-9]{1,2}[.、．] ?[^\n0-9]{1,30}?[ 　。；]([0-9]{1,2})[.、．] ?[\u4e00-\u9fff]", re.MULTILINE
)
_POINT = re.compile(r"[0-9]{1,2}\. +\S")
_HEAD = re.compile(r"(#{1,6}) +(\S.*)")


def perhaps_unfinished(record: str) -> bool:
    """Whether a closer look may find anything in the texts of a record, which is given as JSON."""
    stars = record.count("**")
    if stars and (stars != 2 * len(_BOLD.findall(record)) or "***" in record):
        return True
    return any(pattern.search(record) for pattern in _PERHAPS)


def unfinished(text: str, attachments: int, titles: str, prose: bool) -> Iterator[Noticed]:
    """What is left open in a text, and what it speaks of that is not attached; `prose` may have its own stars."""
    for hole in _HOLE.finditer(text):
        if hole[0] != "□" or text.count("□") == 1:  # two or more are boxes to tick
            yield Noticed("PLN-01", hole[0], "" if hole[0] in HOLES else "sign")
    for stars in _STARS.finditer(text) if not prose else ():
        yield Noticed("PLN-01", f"{stars[0]}{text[stars.end() : stars.end() + 2]}", "sign")
    for attached in _ATTACHED.finditer(text):
        number = int(attached[2]) if attached[2].isdigit() else numeral(attached[2])
        if number > attachments and attached[0] not in titles:
            yield Noticed("DOC-01", attached[0], "", str(attachments))
    yield from _odd_signs(text)


def _odd_signs(text: str) -> Iterator[Noticed]:
    """Each kind of odd sign once, where it is first met."""
    if (found := _ACCOUNT.search(text)) is not None:
        yield Noticed("DOC-07", found[0], "", found[0].replace("帐", "账"))
    if (found := _STOP.search(text)) is not None:
        yield Noticed("DOC-07", found[0].strip(), "", found[0].strip().replace("。", "."))
    if (found := _WIDE.search(text)) is not None:
        yield Noticed("DOC-07", found[0], "", "".join(chr(ord(sign) - 0xFEE0) for sign in found[0]))
    if (found := _NARROW.search(text)) is not None:
        around = text[found.start() - 1 : found.end() + 1]
        yield Noticed("DOC-07", around, "", around.replace(",", "，").replace(";", "；"))


def numeral(text: str) -> int:
    """A number below a hundred written in Chinese: 十二 is 12."""
    tens, ten, ones = text.rpartition("十")
    high = (_NUMERALS.index(tens) + 1 if tens else 1) * 10 if ten else 0
    return high + (2 if ones == "两" else _NUMERALS.index(ones) + 1 if ones else 0)


def structure(text: str) -> Iterator[Noticed]:
    """Headings without text, lists of one, numbers left out or doubled, and lists longer or shorter than announced."""
    lines = text.split("\n")
    yield from _headings(lines)
    yield from _numbering(lines)
    for two in _TWO.finditer(text):
        yield Noticed("PLN-04", two[0].strip()[:16], "two", two[1])
    for at, line in enumerate(lines):
        counted = _COUNTED.search(line)
        if counted is not None and (items := _items(lines[at + 1 :])):
            yield from _counted(counted[1], counted[0].strip("”』」：: "), items)
    for counted in _FIRSTLY.finditer(text):
        items = len(set(_ORDINAL.findall(text[counted.start() :].partition("\n")[0])))
        yield from _counted(counted[1], counted[0].removesuffix("一是").strip("”』」：:，, "), items)


def _counted(declared: str, label: str, items: int) -> Iterator[Noticed]:
    if numeral(declared) != items:
        yield Noticed("PLN-03", label, str(numeral(declared)), str(items))


def _items(below: list[str]) -> int:
    """How many items a list right below has; those that stand further in belong to others."""
    found: list[int] = []
    for line in below:
        if line.strip() == "":
            continue
        indent = len(line) - len(line.lstrip(" "))
        if _ITEM.match(line):
            found.append(indent)
        elif not found or indent <= found[0]:
            break
    return sum(indent == found[0] for indent in found) if found else 0


def _headings(lines: list[str]) -> Iterator[Noticed]:
    said = [line for line in lines if line.strip()]
    for line, below in pairwise([*said, ""]):
        head, next_ = _HEAD.match(line), _HEAD.match(below)
        if head and (not below or (next_ and len(next_[1]) <= len(head[1]))):
            yield Noticed("PLN-04", head[2].strip(), "empty")


def _numbering(lines: list[str]) -> Iterator[Noticed]:
    """Chapters numbered 一、二、三、 go on without a gap, and no list has one item only."""
    numbered = [
        (numeral(match[1]), line) for line in lines if "、" in line and (match := _NUMBERED.match(line))
    ]
    for (before, _), (number, line) in pairwise(numbered):
        if number not in (before + 1, 1):
            yield Noticed("PLN-04", line.lstrip("# ").strip()[:16], "gap", str(before + 1))
    if len(numbered) == 1 and numbered[0][0] == 1:
        yield Noticed("PLN-04", numbered[0][1].lstrip("# ").strip()[:16], "single")
    items = [line for line in lines if line[:1].isdigit() and _POINT.match(line)]
    if len(items) == 1 and items[0].startswith("1."):
        yield Noticed("PLN-04", items[0].strip()[:16], "single")
