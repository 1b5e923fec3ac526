"""Prepares the Chinese text of a page for print, because the PDF engine breaks lines by simpler rules.

Only invisible characters are put in, and only into text: tags, attributes, entities, comments and whatever stands
in code, drawings or the document's title stay as they are. Doing it twice changes nothing more.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape

from site_builder.render.markup import Token, read

JOINER = "\u2060"
"""The word joiner: no line ends here."""
BREAK = "\u200b"
"""The zero-width space: a line may end here."""
INVISIBLE = dict.fromkeys(map(ord, (JOINER, BREAK)))
"""For ``str.translate``: takes out again what this module puts in."""

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff"
_UNIT = "[年月日时分秒周天号元角万亿人名次个项节课学班届级期页份件条章款岁楼层室户台套平米公千克吨升度倍成%％‰℃㎡]"

_JOINED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<=\d)(?={_UNIT})",  # 3|万元
        rf"(?<=\d{JOINER}万)(?=[元人件份册])|(?<=\d{JOINER}亿)(?=元)",  # 3万|元
        rf"(?<=\d{JOINER}月)(?=\d{{1,2}}{JOINER}?日)",  # 9月|1日
        r"(?<=第)(?=\d)",  # 第|3周
        r"(?<=〕)(?=\d)",  # 〔2026〕|12号
        rf"(?<=[^\s—…～·{JOINER}{BREAK}])(?=[—…～·])",  # nothing begins with a dash
        rf"(?<=\d{JOINER}[—～])(?=\d)",  # 3—|5月
    )
)
_OPENED = re.compile(rf"(?<=[{_HAN}，。、；：！？）》」』])(?=[“‘])|(?<=[”’])(?=[{_HAN}（《「『])")
_LAST_TWO = re.compile(rf"(?<=[{_HAN}])(?=[{_HAN}][，。、；：！？…）》”’」』{JOINER}]*\s*\Z)")

_BLOCKS = frozenset("p li dd dt td th caption figcaption blockquote h1 h2 h3 h4 h5 h6".split())
_INLINE = frozenset("a abbr b bdi cite dfn em i mark q s small span strong sub sup time u".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def typeset(html: str) -> str:
    """`html` with its Chinese text ready for print, and with clean bookmark labels on its headings.

    Numbers stay with their units, no line begins with a dash or an ellipsis, a line may end before an opening and
    after a closing curly quote, and no paragraph ends in a line of a single character.
    """
    return "".join(_labelled(_kept_together(list(_prepared(read(html))))))


def _prepared(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens with joiners and breaks in their text; what stands before an inline tag counts as standing beside."""
    before = ""
    for token in tokens:
        if token.kind == "text":
            yield Token("text", "", _prepare(before + token.source)[len(before) :])
            before = token.source[-1:]
        else:
            yield token
            if token.kind != "other" and token.name not in _INLINE:
                before = ""


def _prepare(text: str) -> str:
    for pattern in _JOINED:
        text = pattern.sub(JOINER, text)
    return _OPENED.sub(BREAK, text)


def _kept_together(tokens: list[Token]) -> list[Token]:
    """Joins the last two characters of every block, so that neither stands alone in the last line."""
    result = list(tokens)
    for place, token in enumerate(tokens):
        if (
            token.kind == "close"
            and token.name in _BLOCKS
            and (last := _last_text(tokens, place)) is not None
        ):
            result[last] = Token("text", "", _LAST_TWO.sub(JOINER, result[last].source))
    return result


def _last_text(tokens: list[Token], end: int) -> int | None:
    """Where the text stands that a block closing at `end` ends with, looking through closing inline tags."""
    for place in range(end - 1, -1, -1):
        token = tokens[place]
        if token.kind == "text" and token.source.strip():
            return place
        if token.kind != "text" and not (token.kind == "close" and token.name in _INLINE):
            return None
    return None


def _labelled(tokens: list[Token]) -> Iterator[str]:
    """The source of every token; an opening heading gets its text, without invisible characters, as ``data-label``."""
    for place, token in enumerate(tokens):
        if token.kind == "open" and token.name in _HEADINGS and "data-label=" not in token.source:
            yield f'{token.source[:-1]} data-label="{_label(tokens, place)}">'
        else:
            yield token.source


def _label(tokens: list[Token], start: int) -> str:
    words = []
    for token in tokens[start + 1 :]:
        if token.kind == "close" and token.name == tokens[start].name:
            break
        words.append(token.source if token.kind in ("text", "entity") else " " if token.name == "br" else "")
    return escape(" ".join(unescape("".join(words)).translate(INVISIBLE).split()))
