"""What a record says and what is reckoned from it stands on its sheet, as people write it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pdfplumber
import pytest
from pypdf import PdfReader

from site_builder.catalogue import catalogue
from site_builder.edge.assemble import Site, assemble
from site_builder.edge.kit import make_frame, make_kit
from site_builder.edge.load import load, scan_project
from site_builder.edge.memo import Memo
from site_builder.edge.pool import here
from site_builder.edge.project import walk
from site_builder.edge.wish import Wish
from site_builder.model.corpus import Entry
from site_builder.model.job import Artifact, Batch, Job
from site_builder.model.record import Prose
from site_builder.model.shape import Choice, Leaf, Many, Nested, Shape, Text, slots_of
from site_builder.render.batch import render_batch
from site_builder.render.filters import (
    cadence,
    choice,
    clock,
    duration,
    money,
    month,
    monthday,
    number,
    percent,
    term,
)
from site_builder.render.markup import printed
from site_builder.render.sheet import SheetInputs
from site_builder.render.typeset import INVISIBLE

pytestmark = pytest.mark.pdf

ROOT = Path(__file__).parents[2]
DAY = date(2026, 4, 20)
CHINESE = "zh-CN"
SAMPLE = (
    "asset-closes/2026-04",
    "assets/equipment",
    "attendance/2026-03",
    "awards/service-model-2026-spring",
    "budgets/2026",
    "canteen-accounts/2026-03",
    "canteens/school-canteen",
    "fees/uniform",
    "fees/workbooks",
    "inspections/safety-2026-03",
    "ledgers/operating-2026-03",
    "notices/correction-schedule-2026-03",
    "notices/summer-repairs-2026",
    "plans/2026-spring",
    "policies/stores-2026",
    "projects/physique-room",
    "promises/general-affairs",
    "property-checks/2026s-mid",
    "registers/loans-2026-spring",
    "registers/meters-2025-2026",
    "rosters/qingming-2026",
    "schedules/2026-03",
    "settlements/2026-spring",
    "stocktakes/rooms-2026-03",
    "tenders/2026-canteen-works",
    "tenders/2026-garden-tools",
)
UNSAID = frozenset(
    {
        "audience",
        "title_en",
        "label_en",
        "text_en",
        "declared",  # the label of the slogan says it
        "subject",  # said by the title or the address of the record
        "type",  # of a column; that of a notice has a test of its own
        "constraints",
        "formula",
        "refers",
        "checks",  # what a register asks of its rows is for whoever fills it in
        "cadence_code",
        "per_pupil",  # of single lines; that of the whole has a test of its own
        "below_maximum",
    }
)
"""Fields and figures that no sheet is to show."""


@cache
def site() -> Site:
    """The example site as the public may see it."""
    loaded = load(ROOT, scan_project(walk(ROOT)), Memo("", 0, {}), 0, DAY, here)
    assert loaded.sound
    return assemble(Wish(ROOT, ROOT / "output", DAY, pages=False), loaded)


@cache
def jobs() -> dict[str, Job]:
    """Every sheet by its path."""
    return {job.target: job for job in site().arrangement.jobs() if job.target.endswith(".pdf")}


def job_of(name: str) -> Job:
    return jobs()[f"{name}/{name.split('/')[1]}.pdf"]


def made(job: Job, found: Site) -> bytes:
    (result,) = render_batch(Batch((job,), found.kit))
    assert isinstance(result, Artifact), result.message("en")
    return result.content


@cache
def sheet(name: str) -> bytes:
    return made(job_of(name), site())


@cache
def pages(content: bytes) -> tuple[str, ...]:
    """The text of each page as it can be searched, in the order it was written; white space left out."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        texts = [
            "".join(char["text"] for char in page.chars if char["mcid"] is not None) for page in pdf.pages
        ]
    return tuple(re.sub(r"\s", "", text).translate(INVISIBLE) for text in texts)


def text_of(name: str) -> str:
    return "".join(pages(sheet(name)))


def said_in(
    group: msgspec.Struct, names: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every field that has a value, with the ways in which it may be written on paper."""
    for slot in slots_of(type(group)):
        value = getattr(group, slot.name)
        if slot.name not in UNSAID and value is not None and value != ():
            yield from _said(slot.name, value, slot.shape, names)


def _said(
    name: str, value: Any, shape: Shape, names: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    match shape:
        case Many():
            for one in value:
                yield from _said(name, one, shape.item, names)
        case Nested():
            yield from said_in(value, names)
        case Choice():
            yield name, (choice(CHINESE, value),)
        case Text():
            yield from ((name, (line,)) for line in _lines(value))
        case Leaf() if shape.refers is not None:
            written = value if shape.refers.kind == "*" else f"{shape.refers.kind}/{value}"
            yield name, (names[written][0],)
        case Leaf():
            yield from ((name, ways) for ways in _ways(shape.form.name, value))


def _lines(value: Prose) -> list[str]:
    """The blocks of a text; the addresses that follow links on paper stand between its words."""
    words = re.sub(r"</?(?:a|strong|em|code)\b[^>]*>", "\n", value.html)
    return [line for block in re.split(r"<[^>]*>|\n", words) if (line := printed(block).strip())]


def _ways(form: str, value: Any) -> Iterator[tuple[str, ...]]:
    """How a single value may be written; short names are for the tool alone."""
    match form:
        case "slug" | "file":
            return
        case "money":
            yield (money(value),)
        case "number" | "count":
            yield (number(value),)
        case "date":
            yield (f"{value.year}年{value.month}月{value.day}日", monthday(CHINESE, value))
        case "month":
            yield (month(CHINESE, value),)
        case "term":
            yield (term(CHINESE, value),)
        case "time":
            yield (clock(value),)
        case "cadence":
            yield (cadence(CHINESE, value),)
        case "duration":
            yield (duration(CHINESE, value),)
        case _:
            yield (str(value),)


def decimals(group: Any, name: str = "") -> Iterator[tuple[str, Decimal]]:
    """Every number that was reckoned, with the name of its field."""
    if name in UNSAID:
        return
    if isinstance(group, Decimal):
        yield name, group
    elif isinstance(group, tuple):
        for one in group:
            yield from decimals(one, name)
    elif isinstance(group, msgspec.Struct):
        for field in group.__struct_fields__:
            yield from decimals(getattr(group, field), field)


def stands(text: str, ways: tuple[str, ...]) -> bool:
    return any(re.sub(r"\s", "", way).translate(INVISIBLE) in text for way in ways)


def test_there_is_a_sheet_for_every_record_of_the_printed_kinds() -> None:
    corpus = site().arrangement.corpus
    printed_kinds = [kind.name for kind in catalogue().kinds.values() if kind.printed]
    wanted = {f"{entry.name}/{entry.id}.pdf" for kind in printed_kinds for entry in corpus.of(kind)}
    posted = {f"{entry.name}/{entry.id}-board.pdf" for entry in corpus.of("notices")}
    assert jobs().keys() == wanted | posted | {"fees/fees.pdf"}
    assert {name.split("/")[0] for name in SAMPLE} == {name for name in printed_kinds if corpus.of(name)}


@pytest.mark.parametrize("name", SAMPLE)
def test_a_sheet_opens_and_says_what_it_is(name: str) -> None:
    reader = PdfReader(BytesIO(sheet(name)))
    catalog: Any = reader.trailer["/Root"]
    record = job_of(name).inputs.record.entry.record
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == CHINESE
    assert reader.metadata is not None
    assert reader.metadata.title == record.title
    assert {tuple(sorted(map(round, page.mediabox[2:]))) for page in reader.pages} <= {
        (595, 842),
        (842, 1191),
    }
    assert reader.outline


@pytest.mark.parametrize("name", SAMPLE)
def test_every_field_stands_on_the_sheet(name: str) -> None:
    inputs = job_of(name).inputs.record
    fields = [one for one in said_in(inputs.entry.record, inputs.names) if one[1]]
    assert len(fields) > 8
    assert [one for one in fields if not stands(text_of(name), one[1])] == []


@pytest.mark.parametrize("name", SAMPLE)
def test_every_figure_stands_on_the_sheet(name: str) -> None:
    text, figures = text_of(name), job_of(name).inputs.record.figures
    found = [(field, (money(one), percent(one), number(one))) for field, one in decimals(figures)]
    assert [one for one in found if not stands(text, one[1])] == []


@pytest.mark.parametrize("name", SAMPLE)
def test_no_page_is_nearly_empty(name: str) -> None:
    assert min(map(len, pages(sheet(name)))) > 60


def test_money_of_a_budget_stands_in_its_rows() -> None:
    """Each line has all its amounts one after another, as its row shows them."""
    figures = job_of("budgets/2026").inputs.record.figures
    assert len(figures.expenditure.rows) > 10
    for side in (figures.income, figures.expenditure):
        for line in side.rows:
            row = [money(line.sum.executed), money(line.sum.balance), percent(line.sum.rate)]
            assert "".join([money(line.sum.current), percent(line.share), *row]) in text_of("budgets/2026"), (
                line.id
            )
    assert money(figures.expenditure.total.per_pupil) in text_of("budgets/2026")
    assert "壹仟肆佰伍拾玖万" in text_of("budgets/2026")


def test_a_month_says_in_words_which_days_are_off() -> None:
    text = text_of("schedules/2026-03")
    assert "1寒假" in text
    assert "7休息8休息" in text
    assert "☑" in text
    assert "清明节" in "".join(pages(made(job_of("schedules/2026-04"), site())))


def test_a_notice_says_until_when_and_to_whom_one_may_object() -> None:
    text = text_of("notices/summer-repairs-2026")
    assert "公示" in text
    assert "2026年3月30日至2026年4月7日（5个工作日）" in text
    assert "https://qingshiwan.example.org/tenders/2026-summer-works/" in text or "暑期校舍维修工程" in text


def test_goals_and_measures_of_a_plan_are_numbered() -> None:
    text = text_of("plans/2026-spring")
    for mark in ("一、总务人员熟悉", "六、校园整洁", "（一）岗位学习和技能培训", "（五）暑期维修准备"):
        assert mark in text
    assert text.index("一、总务人员熟悉") < text.index("（一）岗位学习") < text.index("六、校园整洁")


def test_the_board_shows_every_fee_that_holds_and_names_those_that_ended() -> None:
    board = jobs()["fees/fees.pdf"]
    text = "".join(pages(made(board, site())))
    ended = [one for one in board.inputs.records if one.figures.state == "expired"]
    assert ended
    for one in board.inputs.records:
        fee = one.entry.record
        assert fee.title in text
        rows = [re.sub(r"\s", "", f"{line.grades}{money(line.standard)}") for line in fee.by_grade]
        if one not in ended:
            assert all(row in text for row in rows), fee.title
            assert fee.standard is None or money(fee.standard) in text, fee.title
            assert all(f"{line.office}{line.phone}" in text for line in fee.phones)


def test_a_kind_without_a_sheet_of_its_own_is_printed_from_its_fields() -> None:
    found = site()
    entry: Entry[Any] | None = found.arrangement.corpus.find("offices", "general-affairs")
    assert entry is not None
    model = job_of("fees/uniform")
    record = msgspec.structs.replace(model.inputs.record, entry=entry, figures=None, related=(), names={})
    inputs = SheetInputs(record, DAY, "print/record.html")
    text = "".join(pages(made(msgspec.structs.replace(model, target="x.pdf", inputs=inputs), found)))
    assert re.sub(r"\s", "", entry.record.title) in text
    assert all(re.sub(r"\s", "", post.title) in text for post in entry.record.posts)


def test_a_sheet_speaks_the_language_of_the_frame() -> None:
    found = site()
    kit, arrangement = found.kit, found.arrangement
    frame = make_frame(arrangement.corpus, catalogue(), "en")
    english = make_kit(dict(kit.templates), dict(kit.assets), frame, catalogue())
    content = made(job_of("fees/uniform"), replace(found, kit=english))
    catalog: Any = PdfReader(BytesIO(content)).trailer["/Root"]
    assert catalog["/Lang"] == "en"
    text = "".join(pages(content))
    for phrase in ("Schooluniform", "perset262.00yuan", "Inforce", "14April2026"):
        assert phrase in text
