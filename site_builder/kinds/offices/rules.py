"""What must hold of offices and posts."""

from collections.abc import Iterator
from typing import Any

from site_builder.kinds.offices.record import Office
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

TWO_NAMES = Mistake("DOC-05")
OWN_DEPUTY = Mistake("OFF-01")
NO_DUTIES = Mistake("OFF-02")
OWN_PARENT = Mistake("OFF-03")


def an_office_has_its_own_name(entry: Entry[Office], corpus: Corpus) -> Iterator[Finding]:
    """No two offices share a name or another name."""
    places: list[tuple[Trail, str]] = [(("title",), entry.record.title)]
    places += [(("aliases", place), name) for place, name in enumerate(entry.record.aliases)]
    for other in corpus.of(entry.kind):
        taken = {other.record.title, *other.record.aliases} if other.id != entry.id else set()
        for trail, name in places:
            if name in taken:
                fault = Words(f"也是 {other.name} 的名称", f"is a name of {other.name} too")
                yield Finding(trail, TWO_NAMES, {"name": name, "fault": fault})


def a_post_does_not_stand_in_for_itself(entry: Entry[Office], _corpus: Corpus) -> Iterator[Finding]:
    """The deputies of a post are other posts."""
    for place, post in enumerate(entry.record.posts):
        for number, deputy in enumerate(post.deputies):
            if deputy == f"{entry.id}#{post.id}":
                yield Finding(("posts", place, "deputies", number), OWN_DEPUTY, {"post": post.title})


def posts_have_duties(entry: Entry[Office], _corpus: Corpus) -> Iterator[Finding]:
    """Every post says what it does."""
    for place, post in enumerate(entry.record.posts):
        if not post.duties:
            yield Finding(("posts", place, "title"), NO_DUTIES, {"post": post.title})


def parents_end_somewhere(entry: Entry[Office], corpus: Corpus) -> Iterator[Finding]:
    """Going from parent to parent never comes back."""
    way = [entry.id]
    office: Entry[Any] | None = entry
    while office is not None and office.record.parent is not None and office.record.parent not in way[1:]:
        way.append(office.record.parent)
        if way[-1] == entry.id:
            yield Finding(("parent",), OWN_PARENT, {"way": " → ".join(way)})
            return
        office = corpus.find(entry.kind, way[-1])


RULES = (
    Rule(TWO_NAMES, "offices", an_office_has_its_own_name),
    Rule(OWN_DEPUTY, "offices", a_post_does_not_stand_in_for_itself),
    Rule(NO_DUTIES, "offices", posts_have_duties),
    Rule(OWN_PARENT, "offices", parents_end_somewhere),
)
