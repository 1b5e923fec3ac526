"""From records to jobs: what files there will be, and exactly what each of them may see.

A job's inputs are all it can see, so the fingerprint of the inputs is the whole truth about when it is due again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from site_builder.model.corpus import Corpus, Entry
from site_builder.model.job import Job
from site_builder.model.kind import Catalogue, Export, Kind, Table
from site_builder.render import feed, files, ics, page, sheet
from site_builder.render.edition import BOARD_A4, Edition
from site_builder.render.frame import (
    Frame,
    ListInputs,
    NoInputs,
    RecordInputs,
    SpecialInputs,
)
from site_builder.stages.access import access_pages
from site_builder.stages.agree import agree_pages, agree_table, pairs_of
from site_builder.stages.areas import area_pages
from site_builder.stages.beside import beside, news
from site_builder.stages.browse import browse, shown
from site_builder.stages.columns import columns_of, reader
from site_builder.stages.digest import digest
from site_builder.stages.essence import essence, in_words
from site_builder.stages.events import calendar_of
from site_builder.stages.front import front_page
from site_builder.stages.further import above_list, pages_below
from site_builder.stages.items import group_of, item_of, moved_from, ordered
from site_builder.stages.offers import beside_list, beside_record, of_tables
from site_builder.stages.oversee import oversee, silences
from site_builder.stages.sheets import board_inputs, sheet_inputs
from site_builder.stages.sift import sifted
from site_builder.stages.titles import titles_in, titles_of

PAGE_LENGTH = 50
"""Records on one page of a list."""
UNPUBLISHED = frozenset({"site", "profile"})
"""Kinds that have no list: what they say stands around every page, or on a page of its own."""


@dataclass(frozen=True)
class Arrangement:
    """Everything that jobs are made from; each method gives the jobs of one thing, so that one can be had alone."""

    corpus: Corpus
    """As the audience may see it."""
    catalogue: Catalogue
    frame: Frame
    traces: Mapping[str, str]
    """Fingerprints of the templates."""
    pages: bool = True
    sheets: bool = True

    @cached_property
    def _frame_digest(self) -> str:
        return digest(self.frame)

    @cached_property
    def _bands(self) -> tuple[str, ...]:
        """Fingerprints of the templates around every page: they are filled before it, so no template draws on them."""
        return tuple(self.traces.get(f"parts/{name}.html", "") for name in ("masthead", "foot"))

    def jobs(self) -> Iterator[Job]:
        """Every file of the site but those that need the others (`announce`)."""
        for kind in self.catalogue.kinds.values():
            for entry in self.corpus.of(kind.name):
                yield from self.of_entry(entry)
            if kind.name not in UNPUBLISHED:
                yield from self.of_list(kind)
        if self.pages:
            yield from self.of_special()
            yield from self.of_search()
            yield from self.of_home()
            yield from self.of_machines()

    def of_entry(self, entry: Entry[Any]) -> Iterator[Job]:
        """The page, sheet and table of one record."""
        kind = self.catalogue.kinds[entry.kind]
        if not self._has_page(entry):
            return
        inputs = self._record_inputs(kind, entry)
        folder = entry.folder.removesuffix("/")
        if self.pages:
            template = f"{kind.name}.html" if f"{kind.name}.html" in self.traces else "record.html"
            yield self._job(f"{folder}/index.html", page.render_record, template, inputs, entry.path)
            for moved in moved_from(entry, folder):
                target = f"{moved.path}index.html"
                yield self._job(target, page.render_moved, "moved.html", moved, entry.path, listed=False)
            if kind.table is not None:
                table = kind.table(entry, inputs.figures)
                for export in of_tables(self.catalogue.exports):
                    target = f"{folder}/{entry.id}.{export.suffix}"
                    yield self._file(target, export, table, (), entry.path)
            for below in pages_below(entry, inputs.figures, self.corpus, self.catalogue):
                yield self._special(below, entry.path)
            if dates := calendar_of(entry, inputs.figures, self.corpus):
                target = f"{folder}/{entry.id}.{ics.SUFFIX}"
                yield self._job(target, ics.render_calendar, "", dates, entry.path)
        if self.sheets and kind.printed:
            yield self._sheet(f"{folder}/{entry.id}.pdf", self.sheet_of(entry))
            if kind.posted:
                yield self._sheet(f"{folder}/{entry.id}-board.pdf", self.sheet_of(entry, BOARD_A4))

    def sheet_of(self, entry: Entry[Any], edition: Edition | None = None) -> sheet.SheetInputs:
        """What the sheet of a record is made from, whether or not one belongs to the site."""
        kind = self.catalogue.kinds[entry.kind]
        figures = lambda one: self._figures_of(self.catalogue.kinds[one.kind], one)  # noqa: E731
        inputs = self._record_inputs(kind, entry)
        return sheet_inputs(kind, inputs, self.traces, self.corpus, figures, edition)

    def board_of(self, kind: Kind[Any], edition: Edition | None = None) -> sheet.BoardInputs | None:
        """What the board of all records of a kind is made from; None where there is no such board."""
        inputs = lambda entry: self._record_inputs(kind, entry)  # noqa: E731
        return board_inputs(kind, inputs, self.traces, self.corpus, edition)

    def of_list(self, kind: Kind[Any]) -> Iterator[Job]:
        """The list of a kind: its pages, and the whole of it in every open-data format."""
        entries = ordered(kind, self.corpus.of(kind.name))
        if not self.corpus.of(kind.name) and not kind.menu:
            return
        if board := self.board_of(kind) if self.sheets else None:
            path = f"{kind.name}/{kind.name}.pdf"
            yield self._job(path, sheet.render_board, board.template, board, "", heavy=True)
        if not self.pages or kind.name == "pages":
            return
        read = reader(kind)
        columns = columns_of(kind)
        figured = [(entry, self._figures_of(kind, entry)) for entry in entries]
        items = [item_of(entry, read(entry, figures)) for entry, figures in figured]
        table_rows = tuple((*one, item) for one, item in zip(figured, items, strict=True))
        names = titles_in(entries, kind, self.corpus)
        template = f"{kind.name}-list.html" if f"{kind.name}-list.html" in self.traces else "list.html"
        offered = tuple(beside_list(kind, self.catalogue.exports, board=bool(board))) if entries else ()
        count = max(1, -(-len(items) // PAGE_LENGTH))
        for number in range(1, count + 1):
            shown = tuple(items[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH])
            downloads = offered if number == 1 else ()
            silent = silences(self.corpus, kind.name) if number == 1 else ()
            above = above_list(kind.name, table_rows, self.corpus) if number == 1 else None
            seen = ListInputs(
                kind.name, columns, shown, names, number, count, len(items), downloads, silent, above
            )
            target = f"{kind.name}/index.html" if number == 1 else f"{kind.name}/{number}/index.html"
            yield self._job(target, page.render_list, template, seen, "")
        for part in sifted(kind.name, kind.title, columns, table_rows):
            yield self._special(part)
        if entries:
            rows = tuple(in_words(item.values, names) for item in items)
            table = Table(tuple(one.label for one in columns), rows)
            for export in self.catalogue.exports:
                yield self._file(
                    f"{kind.name}/{kind.name}.{export.suffix}", export, table, tuple(entries), ""
                )

    def of_special(self) -> Iterator[Job]:
        """What shows that figures agree, what is due, what was put right, what all goes by; who can read here."""
        pairs = pairs_of(self.corpus, self.catalogue)
        areas = area_pages(self.corpus, self.catalogue)
        more = (*areas, *access_pages(self.corpus))
        for inputs in (*agree_pages(pairs, self.catalogue), *oversee(self.corpus), *more):
            yield self._special(inputs)
        for export in of_tables(self.catalogue.exports):
            yield self._file(f"agree/agree.{export.suffix}", export, agree_table(pairs), (), "")

    def of_search(self) -> Iterator[Job]:
        """The page of the search, and the indexes for those who have no scripts."""
        kinds = self.catalogue.kinds
        items = (
            shown(entry, kinds[entry.kind].title, entry.folder)
            for entry in self.corpus.entries
            if self._has_page(entry)
        )
        for inputs in browse(items, self.frame.language.startswith("zh")):
            yield self._special(inputs, listed=False)

    def of_home(self) -> Iterator[Job]:
        """The front page and the page for addresses where nothing is."""
        inputs = front_page(self.corpus, self.catalogue)
        yield self._job("index.html", page.render_home, "home.html", inputs, "")
        yield self._job("404.html", page.render_missing, "404.html", NoInputs(), "", listed=False)

    def of_machines(self) -> Iterator[Job]:
        """What no reader asks for by name: colours, the feed, robots.txt and its like."""
        for target, content in beside(self.corpus, self.frame.site):
            yield Job(target, files.hand_on, content, digest("hand on", content))
        if self.frame.site.base_url:
            latest = news(self.corpus, self.catalogue)
            yield self._job(feed.PATH, feed.render_feed, "", feed.FeedInputs(latest), "")

    def _has_page(self, entry: Entry[Any]) -> bool:
        """Whether a record has a page of its own; the front page and what stands around all pages are not records'."""
        return not self.catalogue.kinds[entry.kind].single and entry.name != "pages/index"

    def _record_inputs(self, kind: Kind[Any], entry: Entry[Any]) -> RecordInputs:
        related = kind.related(entry, self.corpus) if kind.related else ()
        groups = tuple(group_of(one) for one in related if one.entries)
        names = titles_of(entry, self.corpus)
        downloads = tuple(beside_record(kind, entry, self.catalogue.exports, sheet=self.sheets))
        return RecordInputs(entry, self._figures_of(kind, entry), groups, names, downloads)

    def _figures_of(self, kind: Kind[Any], entry: Entry[Any]) -> Any:
        return None if kind.figures is None else self.corpus.each(kind.figures, entry)

    def _job(  # noqa: PLR0913 - a job is all of this
        self,
        target: str,
        render: Any,
        template: str,
        inputs: Any,
        origin: str,
        *,
        heavy: bool = False,
        listed: bool = True,
    ) -> Job:
        around = self.traces.get(sheet.STYLE, "") if heavy else self._bands
        parts = (self.traces.get(template, ""), around, self._frame_digest)
        key = digest(render.__name__, *parts, essence(inputs))
        return Job(target, render, inputs, key, origin, heavy, listed, template)

    def _sheet(self, path: str, inputs: sheet.SheetInputs) -> Job:
        origin = inputs.record.entry.path
        return self._job(path, sheet.render_sheet, inputs.template, inputs, origin, heavy=True)

    def _special(self, inputs: SpecialInputs, origin: str = "", *, listed: bool = True) -> Job:
        target = f"{inputs.path}index.html"
        return self._job(target, page.render_special, inputs.template, inputs, origin, listed=listed)

    def _file(
        self, target: str, export: Export, table: Table, entries: tuple[Entry[Any], ...], origin: str
    ) -> Job:
        inputs = files.FileInputs(export.suffix, table, entries)
        digests = tuple((entry.id, entry.digest) for entry in entries)
        key = digest("file", export.suffix, self.frame.tool, self.frame.language, table, digests)
        return Job(target, files.render_file, inputs, key, origin)
