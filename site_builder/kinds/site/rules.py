"""What must hold of the description of the school."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from site_builder.kinds.site.record import Site
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

BASE_ADDRESS = Mistake(
    code="SITE-01",
    message=Words(
        "网址“{found}”不能作为网站的开头", "“{found}” cannot be what every address of the site begins with"
    ),
    hint=Words("只写到目录为止，例如 {suggestion}", "write it as far as the folder, such as {suggestion}"),
    why=Words(
        "站点地图和订阅里的每个地址都接在它后面，所以不能带问号、井号、密码和文件名。",
        "every address in the sitemap and the feed is joined to it, so it has no query, fragment, password or file.",
    ),
    wrong="base_url: https://www.example.org/index.html?lang=zh",
    right="base_url: https://www.example.org/",
)
DEFAULT_LANGUAGE = Mistake(
    code="SITE-02",
    message=Words(
        "默认语言“{found}”不在网站语言里", "the default language “{found}” is none of the site's languages"
    ),
    hint=Words("从这些里选一个：{languages}", "choose one of these: {languages}"),
    why=Words(
        "打开网址时先显示默认语言，它必须有页面。",
        "it is what visitors see first, so there must be pages in it.",
    ),
    wrong="languages: [zh-CN, en]\ndefault_language: zh",
    right="languages: [zh-CN, en]\ndefault_language: zh-CN",
)
COLOUR = Mistake(
    code="SITE-03",
    message=Words(
        "主色“{found}”不能用：{fault}",
        "“{found}” cannot be the main colour: {fault}",
    ),
    hint=Words(
        "写六位十六进制数，不写井号，选深一些的颜色，例如 7a1f2b。",
        "write six hexadecimal digits without the number sign, of a dark colour, such as 7a1f2b.",
    ),
    why=Words(
        "白字印在主色上；对比度不到 4.5 比 1，视力弱的人读不了。",
        "white text stands on it; below a contrast of 4.5 to 1 people with weak sight cannot read it.",
    ),
    wrong="colour: ffcc00",
    right="colour: 7a1f2b",
    basis="WCAG 2.2, 1.4.3",
)
BOARDERS = Mistake(
    code="SITE-04",
    message=Words(
        "住校生 {boarders} 人，多于学生总数 {pupils} 人",
        "{boarders} boarders are more than all {pupils} pupils",
    ),
    hint=Words(
        "核对两个数；住校生也算在学生总数里。", "check both numbers; boarders are counted among the pupils."
    ),
    why=Words("人均数按学生总数计算，总数错了都会错。", "figures per head are reckoned with them."),
    wrong="pupils: 164\nboarders: 1086",
    right="pupils: 1086\nboarders: 164",
)


def addresses_can_be_joined(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """The site's address ends where the folder ends."""
    found = entry.record.base_url
    if found is None:
        return
    parts = urlsplit(found)
    folder = parts.path if parts.path.endswith("/") else parts.path.rpartition("/")[0] + "/"
    is_file = "." in parts.path.rpartition("/")[2]
    if not parts.hostname or parts.query or parts.fragment or "@" in parts.netloc or is_file:
        suggestion = f"{parts.scheme}://{parts.netloc.rpartition('@')[2] or 'www.example.org'}{folder}"
        yield Finding(("base_url",), BASE_ADDRESS, {"found": found, "suggestion": suggestion})


def the_default_is_offered(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """The default language is one of the site's languages."""
    site = entry.record
    if site.default_language not in site.languages:
        values = {"found": site.default_language, "languages": " ".join(site.languages)}
        yield Finding(("default_language",), DEFAULT_LANGUAGE, values)


def white_can_be_read_on_the_colour(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """The main colour is written in hexadecimal and dark enough for white text."""
    found = entry.record.colour
    if found is None:
        return
    if not re.fullmatch("[0-9A-Fa-f]{6}", found):
        fault = Words("不是六位十六进制数", "these are not six hexadecimal digits")
        yield Finding(("colour",), COLOUR, {"found": found, "fault": fault})
    elif (ratio := _contrast_with_white(found)) < 4.5:
        fault = Words(f"白字的对比度只有 {ratio:.1f}", f"white text has a contrast of {ratio:.1f} only")
        yield Finding(("colour",), COLOUR, {"found": found, "fault": fault})


def boarders_are_pupils(entry: Entry[Site], _corpus: Corpus) -> Iterator[Finding]:
    """There are not more boarders than pupils."""
    site = entry.record
    if site.boarders is not None and site.boarders > site.pupils:
        yield Finding(("boarders",), BOARDERS, {"boarders": site.boarders, "pupils": site.pupils})


def _contrast_with_white(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


RULES = (
    Rule(BASE_ADDRESS, "site", addresses_can_be_joined),
    Rule(DEFAULT_LANGUAGE, "site", the_default_is_offered),
    Rule(COLOUR, "site", white_can_be_read_on_the_colour),
    Rule(BOARDERS, "site", boarders_are_pupils),
)
