"""The tables of a workbook, and what in them is hidden."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from site_builder.stages.attachments.leak import Leak

_SHEET = re.compile(r"<sheet [^<>]*>")
_TEXT = re.compile(r"<t(?: [^<>]*)?>([^<]*)")
_VALUE = re.compile(r"<v>([^<]*)")
_COLUMN = re.compile(r"<col [^<>]*>")
_PREFIX = re.compile(r"(</?)[a-z]\w*:")
_PLACE = re.compile(r"\br=\"([A-Z]{1,3})[0-9]*\"")
_WIDEST = 500
"""Columns that are looked at."""


def hidden_parts(parts: Mapping[str, bytes]) -> Iterator[Leak]:
    """Sheets, rows and columns that are hidden and not empty."""
    for sheet in _SHEET.findall(_said(parts, "xl/workbook.xml")):
        if 'state="hidden"' in sheet or 'state="veryHidden"' in sheet:
            yield Leak("sheet", unescape(_of(sheet, "name")))
    for name in _sheets(parts):
        text = _said(parts, name)
        rows = [(head, body) for head, body in inside(text, "row") if "<v>" in body or "<is>" in body]
        used = {_number(place) for _, body in rows for place in _PLACE.findall(body)}
        number = name.rpartition("/")[2].removesuffix(".xml")
        if hidden := [_of(head, "r") for head, _ in rows if _is_hidden(head)]:
            yield Leak("rows", f"{number} {hidden[0]}")
            continue
        for column in _COLUMN.findall(text):
            first, last = _of(column, "min"), _of(column, "max")
            if _is_hidden(column) and any(int(first or 0) <= one <= int(last or 0) for one in used):
                yield Leak("rows", f"{number} {_letters(int(first))}")
                break


def cells_of(parts: Mapping[str, bytes]) -> Iterator[list[list[str]]]:
    """The cells of each sheet, row by row."""
    shared = ["".join(_TEXT.findall(one)) for _, one in inside(_said(parts, "xl/sharedStrings.xml"), "si")]
    for name in _sheets(parts):
        rows: list[list[str]] = []
        for _, body in inside(_said(parts, name), "row"):
            row: list[str] = []
            for head, cell in inside(body, "c"):
                place = _PLACE.search(head)
                at = _number(place[1]) - 1 if place else len(row)
                if at < _WIDEST:
                    row += [""] * (at + 1 - len(row))
                    row[at] = unescape(_cell(head, cell, shared))
            rows.append(row)
        yield rows


def _cell(head: str, cell: str, shared: list[str]) -> str:
    found = _VALUE.search(cell)
    if found is None:
        return "".join(_TEXT.findall(cell))
    if 't="s"' in head:
        return shared[int(found[1])] if found[1].isdigit() and int(found[1]) < len(shared) else ""
    if "E+" not in found[1]:
        return found[1].removesuffix(".0")
    try:
        return f"{float(found[1]):.0f}"  # how a long number in a cell is kept
    except ValueError:
        return found[1]


def inside(text: str, tag: str) -> Iterator[tuple[str, str]]:
    """What stands in the head and between the ends of every tag of a name that is not empty.

    In time that grows with the text alone, however broken it is: a pattern would begin anew at every tag never closed.
    """
    for piece in text.split(f"</{tag}>")[:-1]:
        head, found, body = piece[piece.rfind(f"<{tag}") + 1 + len(tag) :].partition(">")
        if found:
            yield head, body


def _sheets(parts: Mapping[str, bytes]) -> list[str]:
    return [name for name in parts if name.startswith("xl/worksheets/sheet")]


def _said(parts: Mapping[str, bytes], name: str) -> str:
    return _PREFIX.sub(r"\1", parts.get(name, b"").decode("utf-8", "replace"))


def _of(tag: str, name: str) -> str:
    found = re.search(rf"\b{name}=\"([^\"]*)\"", tag)
    return found[1] if found else ""


def _is_hidden(tag: str) -> bool:
    return 'hidden="1"' in tag or 'hidden="true"' in tag


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _letters(number: int) -> str:
    return (_letters((number - 1) // 26) if number > 26 else "") + chr(65 + (number - 1) % 26)
