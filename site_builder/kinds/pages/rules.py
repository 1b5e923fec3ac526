"""What must hold of a page of text."""

from collections.abc import Iterator

from site_builder.kinds.pages.record import Page
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

NO_TEXT = Mistake("PAGE-01")


def there_is_text(entry: Entry[Page], _corpus: Corpus) -> Iterator[Finding]:
    """A page says something."""
    if entry.record.body is None or not entry.record.body.text.strip():
        yield Finding(("title",), NO_TEXT)


RULES = (Rule(NO_TEXT, "pages", there_is_text),)
