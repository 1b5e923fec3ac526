"""Terms in plans and schedules lack no character, and an office goes by one name in a text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.lexicon import words
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

LACKS_ONE = Mistake("PLN-17")
TWO_NAMES = Mistake("DOC-05")
SHORTEST = 4
"""Characters of a term below which what is left of it is an ordinary word too often."""

_BEFORE = r"(?<![\u4e00-\u9fff])|(?<=[和与及的对将把好点查修收还借添置购买])"


def terms_are_whole(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """No word is a term of the trade, or the name of an office or post, less one character."""
    pattern, terms = _shortened(_names(corpus))
    for trail, text in _texts(entry.record):
        for found in pattern.finditer(text):
            if found[0] in terms:
                yield Finding(trail, LACKS_ONE, {"found": found[0], "term": terms[found[0]]}, words=found[0])


def offices_go_by_one_name(entry: Entry[Any], corpus: Corpus) -> Iterator[Finding]:
    """A plan or schedule that calls an office by its name does not also call it otherwise."""
    texts = list(_texts(entry.record))
    for office in corpus.of("offices"):
        names = [name for name in (office.record.title, *office.record.aliases) if len(name) > 2]
        used = {
            name: trail
            for name in names
            for trail, text in texts
            if name in _without(text, [other for other in names if name in other and name != other])
        }
        if len(used) > 1:
            first, other = list(used)[:2]
            fault = Words(f"和“{first}”是同一个部门，用了两个名称", f"is the same office as “{first}”")
            yield Finding(used[other], TWO_NAMES, {"name": other, "fault": fault}, words=other)


def _without(text: str, longer: list[str]) -> str:
    for name in longer:
        text = text.replace(name, "")
    return text


def _names(corpus: Corpus) -> tuple[str, ...]:
    """What offices and posts are called here."""
    offices = [entry.record for entry in corpus.of("offices")]
    found = {name for office in offices for name in (office.title, *office.aliases)}
    found |= {post.title for office in offices for post in office.posts}
    return tuple(sorted(name for name in found if len(name) >= SHORTEST))


@cache
def _shortened(names: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Finds whole terms, and terms less one character; and which terms these were."""
    terms = {*names, *(term for term in words("terms", "glossary") if len(term) >= SHORTEST)}
    lacking: dict[str, str] = {}
    within: set[str] = set()
    at_end: set[str] = set()
    for term in sorted(terms):
        # “校食堂” is short for “学校食堂”; without its last character a term may begin another word.
        for at in range(term.startswith("学校"), len(term) - 1):
            shorter = term[:at] + term[at + 1 :]
            if shorter not in terms and shorter not in words("ordinary", "glossary"):
                lacking[shorter] = term
                (at_end if at == len(term) - 2 else within).add(shorter)
    less = f"(?:{_any(within)})|(?:{_any(at_end)})(?![\u4e00-\u9fff])"
    return re.compile(f"(?:{_any(terms)})|(?:{_BEFORE})(?:{less})"), lacking


def _any(found: set[str]) -> str:
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))


def _texts(record: Any) -> Iterator[tuple[Trail, str]]:
    """The sentences of a plan or schedule."""
    yield ("title",), record.title
    for name in ("guiding", "body"):
        if (prose := getattr(record, name, None)) is not None:
            yield (name,), prose.text
    for name, fields in (
        ("goals", ("title",)),
        ("measures", ("title", "text")),
        ("entries", ("text", "result")),
    ):
        for at, one in enumerate(getattr(record, name, ())):
            for field in fields:
                if text := getattr(one, field):
                    yield (name, at, field), text


RULE = tuple(
    Rule(mistake, kind, check)
    for kind in ("plans", "schedules")
    for mistake, check in ((LACKS_ONE, terms_are_whole), (TWO_NAMES, offices_go_by_one_name))
)
