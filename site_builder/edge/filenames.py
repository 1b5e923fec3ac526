"""Names of files: which of them are the same name everywhere, on every system and in every address."""

import re
import unicodedata

from site_builder.model.words import Words

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
_LONGEST = 200
"""Bytes of one name; some systems allow no more than 255 with everything they add."""


def why_odd(name: str) -> Words | None:
    """Why a name would be another one, or none at all, on other systems; None when it is the same everywhere."""
    if name.partition(".")[0].lower() in _DEVICES:
        return Words("Windows 把这个名字留给设备", "Windows keeps this name for a device")
    if len(name) <= _LONGEST and _PLAIN.fullmatch(name):
        return None
    if any("\ud800" <= sign <= "\udfff" for sign in name):
        return Words("名字不是 UTF-8 编码", "the name is not UTF-8")
    if not name.isprintable():
        return Words("名字里有看不见的字符", "there are invisible characters in it")
    if len(name.encode()) > _LONGEST:
        return Words("名字太长", "it is too long")
    if any(sign in name for sign in '<>:"|?*\\'):
        return Words('Windows 的文件名里不能有 <>:"|?*\\', 'Windows allows none of <>:"|?*\\ in a name')
    if name != name.strip(" ") or name.endswith("."):
        return Words(
            "名字的开头或末尾有空格或句点", "it begins or ends with a space, or ends with a full stop"
        )
    if not unicodedata.is_normalized("NFC", name):
        return Words(
            "名字里的字母和符号是拆开存放的（苹果电脑）", "its letters and accents are stored apart (macOS)"
        )
    return None


def shown(name: str) -> str:
    """A name as it may be printed anywhere: whatever cannot be seen is spelt out."""
    if name.isprintable():
        return name
    return "".join(sign if sign.isprintable() else _spelt(sign) for sign in name)


def same_everywhere(name: str) -> str:
    """What a name comes down to where capitals do not count."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def address(name: str, suffix: str = "") -> str:
    """A name like `name` that can stand in an address."""
    plain = unicodedata.normalize("NFKC", name).lower()
    kept = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "exercise-books"
    return f"{kept[:60].rstrip('-')}{'-1' if kept in _DEVICES else ''}{suffix}"


def _spelt(sign: str) -> str:
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
