"""Names of fields that were typed wrong: what was meant, and which character gives a name away that looks right."""

import re
import unicodedata
from collections.abc import Iterable

from site_builder.mistakes import records
from site_builder.mistakes.values import did_you_mean, nearest
from site_builder.model.docs import label
from site_builder.model.problem import Mistake
from site_builder.model.words import Words
from site_builder.stages.signs import name_of

_ORDINARY = re.compile(r"[A-Za-z0-9_.-]+|[^\x00-\u2e7f]+")
# Cyrillic and Greek letters that cannot be told from Latin ones.
_LOOKALIKES = str.maketrans(
    "аАВсСԁеЕһНіІјЈКМոоОрРԛѕЅТхХуУԝαΑΒΕΖΗιΙΚΜΝοΟρΡΤυΥΧ",
    "aABcCdeEhHiIjJKMnoOpPqsSTxXyYwaABEZHiIKMNoOpPTuYX",
)


def unknown(
    key: str, value: str, record: type, names: Iterable[str]
) -> tuple[str, Mistake, dict[str, object]]:
    """The field that was most likely meant (empty when none is near), and what is wrong with the name."""
    known = list(names)
    labels = {label(record, name).zh: name for name in known}
    plain = unicodedata.normalize("NFKC", key).translate(_LOOKALIKES).strip().lower().replace(" ", "_")
    near = labels.get(key.strip()) or nearest(plain, known) or labels.get(nearest(key, list(labels)), "")
    one_of = Words(f"这些之一：{'、'.join(known)}", f"one of {', '.join(known)}")
    corrected = f"{near}: {value}".strip() if near else one_of
    values: dict[str, object] = {"key": key.strip(), "guess": did_you_mean(near), "corrected": corrected}
    odd = odd_character(key)
    return (near, records.ODD_KEY, {**odd, **values}) if odd else (near, records.UNKNOWN_KEY, values)


def odd_character(key: str) -> dict[str, object]:
    """The first character of a name that does not belong into one, as messages tell of it; empty without one."""
    odd = _odd(key)
    if not odd:
        return {}
    shown = "" if odd.isspace() else f"“{'◌' if unicodedata.combining(odd) else ''}{odd}”"
    told = {"character": shown, "code": f"U+{ord(odd):04X}", "name": name_of(odd)}
    plain = unicodedata.normalize("NFKC", key).translate(_LOOKALIKES).strip()
    return {**told, "guess": Words("", ""), "corrected": plain}


def _belongs(sign: str, ordinary: bool) -> bool:
    if ordinary:
        return sign.isascii() and (sign.isalnum() or sign in "_-.")
    return not sign.isspace() and unicodedata.category(sign)[0] in "LN"


def _odd(key: str) -> str:
    if _ORDINARY.fullmatch(key) and unicodedata.is_normalized("NFKC", key):
        return ""
    plain = key.strip()
    if plain != key:
        return key[0] if key[0] != plain[:1] else key[-1]
    ordinary = sum(sign.isascii() for sign in key) * 2 >= len(key)
    return next((sign for sign in key if not _belongs(sign, ordinary)), "")
