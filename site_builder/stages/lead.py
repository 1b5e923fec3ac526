"""Where the links in texts lead: to a page, a file or a part of a record that is there and may be seen."""

from collections.abc import Iterator

import msgspec

from site_builder.mistakes import records
from site_builder.model.corpus import Corpus
from site_builder.model.kind import Catalogue
from site_builder.model.problem import Finding, Trail
from site_builder.model.record import Audience
from site_builder.model.words import Words
from site_builder.render.oversight import OWN_PAGES
from site_builder.stages.texts import Texts

_MADE = frozenset({*OWN_PAGES, "accessibility", "agree", "search"})
"""Pages that belong to no kind."""


def lead(held: Texts, audience: Audience, corpus: Corpus, catalogue: Catalogue) -> Iterator[Finding]:
    """What is wrong with the links in the texts that a record holds and `audience` sees."""
    for trail, prose in held:
        for link in prose.links:
            if not link.startswith("/"):
                continue
            path, _, place = link.partition("#")
            kind, _, id = path.partition("?")[0].strip("/").partition("/")
            target = corpus.find(kind, id) if id else corpus.find("pages", kind)
            if target is None:
                if not _is_made(kind, id, corpus, catalogue):
                    yield _broken(trail, link)
            elif not audience.admits(target.record.audience):
                audiences = {"theirs": target.record.audience.value, "ours": audience.value}
                yield Finding(trail, records.HIDDEN_REFERENCE, {"found": link, **audiences}, words=link)
            elif place and not place.startswith("page_") and place not in _places(target.record):
                yield _broken(trail, link)


def _broken(trail: Trail, link: str) -> Finding:
    return Finding(trail, records.BROKEN_LINK, {"found": link, "guess": Words("", "")}, words=link)


def _is_made(kind: str, id: str, corpus: Corpus, catalogue: Catalogue) -> bool:
    if kind == "files":
        return id in corpus.files
    return kind in _MADE or (not id and (not kind or kind in catalogue.kinds))


def _places(group: msgspec.Struct) -> Iterator[str]:
    """The ids of all parts of a record, however deep: where a link may lead within its page."""
    for name in group.__struct_fields__:
        value = getattr(group, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, msgspec.Struct):
                yield str(getattr(item, "id", ""))
                yield from _places(item)
