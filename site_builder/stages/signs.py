"""Characters that nobody can see: which they are, and what they are called."""

import re
import unicodedata

HOLE = "\ue000"
"""Stands where something was left out because it is told already; nobody can type it, for it is itself forbidden."""

# Control characters, line ends that YAML but not git takes for such, bidirectional controls, zero-width and tag
# characters, private use, non-characters: none of them can be seen by whoever reviews the file.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff9-\uffff"
    "\U000e0000-\U000e0fff\U0001fffe-\U0001ffff\U000f0000-\U0010ffff]"
)
_PRINTABLE = "\u115f\u1160\u3164\uffa0\ufffc\ufffd"
"""The forbidden characters that Python takes for printable."""
_NAMES = {
    "\x00": "NULL",
    "\x08": "BACKSPACE",
    "\x0b": "LINE TABULATION",
    "\x0c": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


def is_clean(text: str) -> bool:
    """Whether no character of `text` is forbidden."""
    if text.replace("\n", "").isprintable() and not any(sign in text for sign in _PRINTABLE):
        return True  # found out in a tenth of the time that the search takes
    return FORBIDDEN.search(text) is None


def invisible(character: str) -> dict[str, str]:
    """What a character that nobody can see is called."""
    return {"name": name_of(character), "code": f"U+{ord(character):04X}"}


def name_of(character: str) -> str:
    """The name of any character in Unicode, or what kind it is."""
    if "\ue000" <= character <= "\uf8ff" or character >= "\U000f0000":
        return "PRIVATE USE"
    return _NAMES[character] if character in _NAMES else unicodedata.name(character, "CONTROL")
