"""From a budget to a page for every one of its lines: what it came to at each stage, why, and who refers to it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from site_builder.kinds.budgets.amounts import EXECUTED, NOTHING, adjusted, available, below
from site_builder.kinds.budgets.figures import BudgetFigures, LineFigures
from site_builder.kinds.budgets.record import Budget, BudgetLine
from site_builder.model.corpus import Corpus, Entry, Reference, place_of
from site_builder.model.kind import Catalogue
from site_builder.model.words import Words
from site_builder.render.explorer import Adjusted, LineInputs, Naming, Reached, Step
from site_builder.render.frame import Download, SpecialInputs
from site_builder.stages.offers import of_tables

SHOWN = 60
"""Records that name a line and are listed."""


def line_pages(
    entry: Entry[Budget], figures: BudgetFigures, corpus: Corpus, catalogue: Catalogue
) -> Iterator[SpecialInputs]:
    """A page for each line, whatever its level."""
    lines = {line.id: line for line in entry.record.lines}
    last_year = _last_year(entry.record, corpus)
    tables = tuple(
        Download(f"../{entry.id}.{one.suffix}", one.title, one.media_type)
        for one in of_tables(catalogue.exports)
    )
    naming = tuple(_naming(entry, lines, corpus, catalogue))
    for side in (figures.income, figures.expenditure):
        for top in side.lines:
            for way, one in _walk(top, ()):
                line = lines[one.id]
                mine = {one.id, *(lower.id for lower in below(entry.record, line)), *_ids(one)}
                named = tuple(found for part, found in naming if part in mine)
                values = LineInputs(
                    year=entry.record.fiscal_year,
                    side=side.side,
                    line=_bare(line),
                    sum=one.sum,
                    share=one.share,
                    way=tuple(_step(entry, upper) for upper in way),
                    below=tuple(_step(entry, lower) for lower in one.children),
                    stages=tuple(_stages(entry.record, line, one, last_year)),
                    ledger=tuple(_ledger(entry, line)),
                    naming=tuple(_seen_from(one, found) for found in named[:SHOWN]),
                    further=max(0, len(named) - SHOWN),
                    downloads=tables,
                )
                yield SpecialInputs(
                    place_of(entry.kind, entry.id, one.id), _title(line), Words("", ""), "budget-line.html", values,
                    f"{entry.name}/", _title(entry.record), _bases(entry, corpus),
                )  # fmt: skip


def _walk(
    line: LineFigures, way: tuple[LineFigures, ...]
) -> Iterator[tuple[tuple[LineFigures, ...], LineFigures]]:
    yield way, line
    for lower in line.children:
        yield from _walk(lower, (*way, line))


def _ids(line: LineFigures) -> Iterator[str]:
    for lower in line.children:
        yield lower.id
        yield from _ids(lower)


def _stages(
    record: Budget, line: BudgetLine, one: LineFigures, last_year: Budget | None
) -> Iterator[Reached]:
    """Last year, as approved, after each adjustment, as carried out; each with the difference from the one before."""
    lines = below(record, line) or (line,)
    before = _previous(lines, last_year)
    if before is not None:
        yield Reached("previous", None, before, None, None, ())
    amount, names = NOTHING, [version.id for version in record.versions if version.id != EXECUTED]
    for version in record.versions:
        if version.id == EXECUTED:
            done = one.sum.executed or NOTHING
            yield Reached(version.id, version.on, done, done - amount, version.basis, ())
            continue
        reached = names[1 : names.index(version.id) + 1]
        amount = sum(((lower.approved or NOTHING) + adjusted(lower, reached) for lower in lines), NOTHING)
        why = [
            change.reason for lower in lines for change in lower.adjustments if change.version == version.id
        ]
        notes = [line.note] if version.id == names[0] else []
        reasons = tuple(dict.fromkeys(reason for reason in (*why, *notes) if reason))
        change = None if before is None else amount - before
        yield Reached(version.id, version.on, amount, change, version.basis, reasons)
        before = amount


def _previous(lines: tuple[BudgetLine, ...], last_year: Budget | None) -> Decimal | None:
    """What last year's budget gave these lines, as they say or as that budget has it; None where one is not known."""
    earlier = {one.id: one for one in last_year.lines} if last_year else {}
    found = []
    for line in lines:
        before = line.previous
        if before is None and last_year is not None and line.id in earlier:
            before = available(last_year, earlier[line.id])
        if before is None:
            return None
        found.append(before)
    return sum(found, NOTHING)


def _last_year(record: Budget, corpus: Corpus) -> Budget | None:
    years = corpus.by("budgets", "fiscal_year").get(record.fiscal_year - 1, ())
    return next((one.record for one in years if one.record.office == record.office), None)


def _ledger(entry: Entry[Budget], line: BudgetLine) -> Iterator[Adjusted]:
    days = {version.id: version.on for version in entry.record.versions}
    for lower in below(entry.record, line) or (line,):
        for one in lower.adjustments:
            path = place_of(entry.kind, entry.id, lower.id)
            yield Adjusted(path, _title(lower), one.version, days.get(one.version), one.change, one.reason)


def _naming(
    entry: Entry[Budget], lines: dict[str, BudgetLine], corpus: Corpus, catalogue: Catalogue
) -> Iterator[tuple[str, Naming]]:
    """Every place of another record that names a line of this budget, once."""
    seen = set()
    for other in corpus.naming(entry.kind, entry.id):
        for reference in other.references:
            if (reference.kind, reference.id) != (entry.kind, entry.id) or reference.part not in lines:
                continue
            path, title, amount = _place(other, reference)
            if (path, reference.part) not in seen:
                seen.add((path, reference.part))
                kind = catalogue.kinds[other.kind].title
                yield reference.part, Naming(path, title, kind, _title(lines[reference.part]), amount)


def _place(other: Entry[Any], reference: Reference) -> tuple[str, Words, Decimal | None]:
    """Where a reference stands: the part of the record that has it, if that has a name, else the record."""
    part: Any = None
    if len(reference.trail) > 2:
        part = getattr(other.record, str(reference.trail[0]))[reference.trail[1]]
    named = getattr(part, "id", None)
    whole = part if named else other.record
    amount = next(
        (found for name in ("amount", "budget") if (found := getattr(whole, name, None)) is not None), None
    )
    if not named:
        return f"{other.name}/", _title(other.record), amount
    text = str(getattr(part, "title", None) or getattr(part, "purpose", None) or named)
    title = Words(text, str(getattr(part, "title_en", None) or text))
    return place_of(other.kind, other.id, named), title, amount


def _seen_from(one: LineFigures, found: Naming) -> Naming:
    """Without the line where it is this one."""
    own = found.line is not None and found.line.zh == one.title
    return Naming(found.path, found.title, found.kind, None if own else found.line, found.amount)


def _bases(entry: Entry[Budget], corpus: Corpus) -> dict[str, tuple[str, str]]:
    """Titles of the documents that its versions stand on."""
    named = {version.basis for version in entry.record.versions if version.basis}
    found = (corpus.find("bases", id) for id in sorted(named))
    return {one.name: (one.record.title, one.record.title_en or one.record.title) for one in found if one}


def _bare(line: BudgetLine) -> BudgetLine:
    """The line without what its page shows otherwise, so that its key does not hold it twice."""
    return BudgetLine(
        id=line.id, title=line.title, title_en=line.title_en, side=line.side, code=line.code,
        function_code=line.function_code, category=line.category, three_public=line.three_public, note=line.note,
    )  # fmt: skip


def _step(entry: Entry[Budget], line: LineFigures) -> Step:
    title = Words(line.title, line.title_en or line.title)
    return Step(place_of(entry.kind, entry.id, line.id), title, line.sum, line.share)


def _title(what: Any) -> Words:
    return Words(what.title, what.title_en or what.title)
