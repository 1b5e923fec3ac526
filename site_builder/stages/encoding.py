"""From bytes to characters: UTF-8 and nothing else, and a guess at what it is when it is not."""

import re

from site_builder.mistakes import files
from site_builder.model.problem import Location, Problem
from site_builder.model.source import Source
from site_builder.model.words import Words

_ASCII = re.compile(rb"[\x00-\x7f]*")
_HIGH = re.compile(rb"[\xe0-\xff]")
"""Begins a Chinese character in UTF-8, so nearly every file has it soon."""
_NEVER_HERE = re.compile("[\u0530-\u07ff]")
"""Letters of scripts in which nobody here writes."""
_UTF16 = Words("：像是 UTF-16（Windows“Unicode”）", ": it looks like UTF-16 (what Windows calls “Unicode”)")
_GBK = Words("：像是 GBK（Windows 中文“ANSI”）", ": it looks like GBK (what Chinese Windows calls “ANSI”)")
_CUT = Words(
    "：最后一个字只有一半，文件可能没有保存完整", ": the last character is cut, so the file may be incomplete"
)
_MIXED = Words("：前面是 UTF-8，这里混进了别的编码", ": it is UTF-8 up to here and something else got in")
_UNKNOWN = Words("", "")


def decoded(source: Source) -> tuple[str | None, Problem | None]:
    """The characters of a file without a byte order mark, or why they cannot be told."""
    content = source.content.removeprefix(b"\xef\xbb\xbf")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or _wide(content):
        return None, _not_utf8(source.path, 1, 1, _UTF16)
    if not content.isascii() and not _HIGH.search(content) and _two_by_two(content):
        return None, _undecodable(source.path, content, _ASCII.match(content).end())  # type: ignore[union-attr]
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return None, _undecodable(source.path, content, error.start)


def _two_by_two(content: bytes) -> bool:
    """Whether it is GBK that happens to be UTF-8 of two bytes a character, as the word “通知” is."""
    try:
        strange, chinese = content.decode("utf-8"), content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return _NEVER_HERE.search(strange) is not None and all(
        sign < "\x7f" or sign > "\u4e00" for sign in chinese
    )


def _wide(content: bytes) -> bool:
    """Whether so many bytes of the beginning are zero that it must be UTF-16 without a byte order mark."""
    head = content[:64]
    return head.count(0) * 4 >= len(head) > 0


def _undecodable(path: str, content: bytes, start: int) -> Problem:
    begin = content.rfind(b"\n", 0, start) + 1
    column = len(content[begin:start].decode("utf-8")) + 1
    return _not_utf8(path, content.count(b"\n", 0, start) + 1, column, _guess(content, start))


def _guess(content: bytes, start: int) -> Words:
    rest = content[start:]
    if len(rest) < 4 and rest[0] >= 0xC2 and all(0x80 <= byte < 0xC0 for byte in rest[1:]):
        return _CUT
    # Two bytes of GBK may happen to be a character of UTF-8, but never one as high as the Chinese ones.
    if any(sign > "\u07ff" for sign in content[:start].decode("utf-8")):
        return _MIXED
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return _UNKNOWN
    return _GBK


def _not_utf8(path: str, line: int, column: int, guess: Words) -> Problem:
    how = _TABLE if path.endswith(".csv") else _TEXT
    return Problem(Location(path, line, column), files.NOT_UTF8, {"line": line, "guess": guess, "how": how})


_TEXT = Words(
    "用编辑器打开，选“另存为”，编码选 UTF-8，再保存",
    "open it in the editor, choose “Save as”, pick the encoding UTF-8, and save",
)
_TABLE = Words(
    "在表格软件里选“另存为”，类型选“CSV UTF-8（逗号分隔）”，再保存",
    "in the spreadsheet program choose “Save as”, pick the type “CSV UTF-8 (comma delimited)”, and save",
)
