"""Finds names of people in a text, as a reader does: by what stands before and behind them, and by how they look.

No list holds all names, and many a word begins like one. So a single word counts only where the words around it say
that a person is meant; words in a row count by themselves when they all look like names.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from site_builder.model.lexicon import either, signs, words

_BEGINS = r"(?<![\u4e00-\u9fff])"
_ENDS = r"(?![\u4e00-\u9fff])"
_LIST = re.compile(r"[\u4e00-\u9fff·]{2,5}(?:[、，,；;/ 　\n|]+[\u4e00-\u9fff·]{2,5}){2,}")
_LISTED = re.compile(r"[\u4e00-\u9fff·]{2,5}")
_SHARE = 0.5
"""So many of the words in a row must look like names beyond doubt; the others need at least a surname."""
FEWEST = 3
"""Names in a row that make a list."""


@cache
def perhaps() -> tuple[re.Pattern[str], ...]:
    """Cheap to look for, and one of them in every text with names; also where lines stand in JSON, between quotes."""
    one, given = f"[{''.join(sorted(signs('surnames')))}]", f"[{''.join(sorted(signs('given')))}]"
    gap = r'(?:[、，,；;/ 　|]|\\n|",")'
    ends = "|".join(f"(?<={{0}}{given}{one_gap})" for one_gap in ("[、，,；;/ 　|]", r"\\n", r'","'))
    return (
        # It begins with what stands between two names, for that is rarer than what names begin with.
        re.compile(rf"{gap}(?={one})(?:{ends.format(one)}|(?={one}{given})(?:{ends.format('')}))"),
        re.compile(
            rf"(?:同学|小朋友|家长|妈妈|爸爸)(?:(?<={given}同学)|(?<={given}小朋友)|(?<={given}家长)|(?<={given}的家长)|(?<={given}[妈爸].))"
        ),
        *_patterns()[1:],
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    given = "".join(sorted(signs("given")))
    name = f"(?:(?:{either('surnames_of_two')})|[{''.join(sorted(signs('surnames')))}])[{given}]{{1,2}}"
    return (
        re.compile(
            rf"(?:{_BEGINS}|(?<=学生)|(?<=[和与是由请对]))({name})(?:同学|小朋友|的?家长|妈妈|爸爸)(?![们会录圈聚])"
        ),
        re.compile(
            rf"(?:{either('persons')}|班(?<=[0-9）)]班))(?:代表|姓名)?[：: ]?({name})"
            rf"(?=同学|家长|等[0-9一二三四五六七八九十两、，]|{_ENDS})"
        ),
        re.compile(rf"(?:姓名|名字)[：:] ?([\u4e00-\u9fff·]{{2,5}}){_ENDS}"),
    )


class Name(NamedTuple):
    """A name, or several in a row, in a text."""

    shown: str
    """Blotted out but for the first character."""
    start: int
    end: int


def names(text: str) -> Iterator[Name]:
    """The names in a text."""
    listed = list(_lists(text))
    yield from listed
    if not listed:
        found = (match for pattern in _patterns() for match in pattern.finditer(text))
        yield from (Name(blotted(match[1]), *match.span(1)) for match in found)


def name_list(items: Iterable[str]) -> str:
    """Words that are each a name, as they may be shown; empty when they are not."""
    every = [item.strip() for item in items]
    if len(every) < FEWEST or not all(_may_be_name(one) for one in every):
        return ""
    sure = sum(_looks_like_name(one) for one in every)
    return shown(every) if sure >= len(every) * _SHARE else ""


def shown(every: list[str]) -> str:
    """The first of several names, blotted out, and how many there are."""
    return "、".join(blotted(one) for one in every[:2]) + f"…（{len(every)}）"


def blotted(name: str) -> str:
    """A name of which only the surname can be read."""
    kept = 2 if name[:2] in words("surnames_of_two") else 1
    return name[:kept] + "×" * (len(name) - kept)


def _lists(text: str) -> Iterator[Name]:
    lawful = words("lawful_words")
    for row in _LIST.finditer(text):
        before = text[max(0, row.start() - 12) : row.end()]
        if not any(word in before for word in lawful) and (found := _inside(_LISTED.findall(row[0]))):
            yield Name(found, *row.span())


def _inside(every: list[str]) -> str:
    """The longest run of names among words in a row; the first and last may have other words glued to them."""
    inner = [one for one in every if _may_be_name(one)]
    return name_list(inner) if len(inner) >= max(FEWEST, len(every) - 2) else ""


def _may_be_name(word: str) -> bool:
    if "·" in word:
        return True
    two = word[:2] in words("surnames_of_two")
    return 2 <= len(word) - two <= 3 and (two or word[0] in signs("surnames"))


def _looks_like_name(word: str) -> bool:
    rest = word[2:] if word[:2] in words("surnames_of_two") else word[1:]
    return all(sign in signs("given") for sign in rest)
