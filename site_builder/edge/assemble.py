"""From a loaded project to everything that jobs need: what the audience may see, templates, phrases, fonts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from site_builder.catalogue import catalogue
from site_builder.edge.attachments import Examined, named_files
from site_builder.edge.faces import with_own_faces
from site_builder.edge.filed import as_it_is, as_pictures
from site_builder.edge.kit import folders, make_frame, make_kit, read_templates, shipped_templates
from site_builder.edge.load import Loaded
from site_builder.edge.memo import Memo
from site_builder.edge.wish import Wish
from site_builder.model.corpus import Corpus
from site_builder.model.job import Job, Kit
from site_builder.model.problem import Problem
from site_builder.render.files import hand_on
from site_builder.stages.arrange import Arrangement
from site_builder.stages.cite import cite
from site_builder.stages.digest import digest
from site_builder.stages.expire import expire
from site_builder.stages.gather import gather
from site_builder.stages.narrow import narrow
from site_builder.stages.pictures import Use, illustrate, uses
from site_builder.stages.trace import trace
from site_builder.stages.translate import translate

STATIC = "static/"


@dataclass(frozen=True)
class Site:
    """A site that could be made: its arrangement and its kit."""

    arrangement: Arrangement
    kit: Kit
    memo: Memo
    """What is worth keeping for the next build."""
    problems: tuple[Problem, ...]
    """What is wrong with the templates."""
    further: tuple[Arrangement, ...] = ()
    """The same in the further languages of the site."""
    examined: Mapping[str, Examined] = field(default_factory=dict)
    """The files that records name, as they were looked into."""
    used: Mapping[str, Use] = field(default_factory=dict)
    """What they are there for."""

    def every_job(self, root: Path) -> Iterator[Job]:
        """All files of the site but those that need the others."""
        yield from self.arrangement.jobs()
        if self.arrangement.pages:
            yield from self.handed_on(root)
            for one in self.further:
                yield from translate(one.jobs(), one.frame.language, one.frame.prefix)

    def handed_on(self, root: Path) -> Iterator[Job]:
        """Files that no page is made of: styles and icons, and what records show and name as attachments."""
        for name, content in self.kit.assets.items():
            if name.startswith(STATIC):
                yield _as_it_is(name, content)
        for name in sorted(self.named_files()):
            found = self.examined[name]
            if found.size is None:
                yield as_it_is(root, name, found.content)
            else:
                size = found.signature[0], found.size[0]
                yield from as_pictures(root, name, found.content, size, self.used.get(name, Use()))

    def named_files(self) -> set[str]:
        """The files in content/files that the shown records name; others are nobody's and stay where they are."""
        corpus = self.arrangement.corpus
        return named_files(corpus.entries).keys() & corpus.files


def assemble(wish: Wish, loaded: Loaded) -> Site:
    """The site that was wished for, made from what was loaded; nothing above the audience is in it."""
    known = catalogue()
    sizes = {name: one.size for name, one in loaded.memo.examined.items() if one.size}
    narrowed = shown_to(wish, loaded)
    used = uses(narrowed.entries) if sizes else {}
    shown = illustrate(narrowed, used, sizes)
    templates, assets = read_templates(wish.root, loaded.scan)
    site = shown.of("site")[0].record
    assets, faces = with_own_faces(wish.state.parent, site, assets)
    memo, problems = _traced(loaded.memo, templates)
    traces = memo.traces | {
        name: digest(content) for name, content in assets.items() if name.startswith("print/")
    }
    arranged = tuple(
        Arrangement(
            corpus := cite(shown, known, language),
            known,
            make_frame(corpus, known, language, offline=wish.offline, assets=assets),
            traces,
            wish.pages,
            wish.sheets,
        )
        for language, _ in folders(site)
    )
    further = tuple(one.frame for one in arranged[1:])
    kit = make_kit(templates, assets, arranged[0].frame, known, further, faces)
    return Site(arranged[0], kit, memo, problems, arranged[1:], loaded.memo.examined, used)


def shown_to(wish: Wish, loaded: Loaded) -> Corpus:
    """The records that the audience may see on the day of the build, with what it may see of them."""
    lasting = expire(loaded.corpus.entries, wish.today, loaded.corpus.workdays)
    return gather(narrow(lasting, wish.audience), wish.today, loaded.corpus.files)


def template_problems(wish: Wish, loaded: Loaded) -> tuple[Problem, ...]:
    """What is wrong with the project's own templates."""
    templates, _ = read_templates(wish.root, loaded.scan)
    return trace(templates, _own(templates))[1]


def _own(templates: dict[str, str]) -> frozenset[str]:
    """The names of the project's own templates; those that came with the tool have no mistakes."""
    shipped = shipped_templates()
    return frozenset(
        name
        for name, text in templates.items()
        if name not in shipped or shipped[name].read_bytes() != text.encode()
    )


def _traced(memo: Memo, templates: dict[str, str]) -> tuple[Memo, tuple[Problem, ...]]:
    """The memo with the traces of these templates; following the project's own takes longer than making ten pages."""
    whole = digest(templates)
    if memo.templates == whole:
        return memo, ()
    traces, problems = trace(templates, _own(templates))
    return msgspec.structs.replace(memo, templates="" if problems else whole, traces=traces), problems


def _as_it_is(target: str, content: bytes) -> Job:
    return Job(target, hand_on, content, digest("hand on", content))
