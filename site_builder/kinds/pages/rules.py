"""What must hold of a page of text."""

from collections.abc import Iterator

from site_builder.kinds.pages.record import Page
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NO_TEXT = Mistake(
    code="PAGE-01",
    message=Words("这一页没有正文", "the page has no text"),
    hint=Words(
        "在第二行 --- 下面写正文；还没写好就先别放进 content。",
        "write it below the second ---, or keep the page out of content.",
    ),
    why=Words("空白页让人以为内容丢了。", "a blank page looks as if something was lost."),
    wrong="---\ntitle: 学校简介\n---",
    right="---\ntitle: 学校简介\n---\n学校建于 1987 年。",
)


def there_is_text(entry: Entry[Page], _corpus: Corpus) -> Iterator[Finding]:
    """A page says something."""
    if entry.record.body is None or not entry.record.body.text.strip():
        yield Finding(("title",), NO_TEXT)


RULES = (Rule(NO_TEXT, "pages", there_is_text),)
