"""A figure that a text cites is the record's own, wherever the text is shown."""

from dataclasses import replace
from datetime import date

import pytest

from site_builder.catalogue import catalogue
from site_builder.model.record import Audience
from site_builder.stages.cite import cite
from site_builder.stages.narrow import narrow
from tests.cases import Case, corpus_of

BUDGET = """title: 预算
fiscal_year: 2026
versions: [{id: approved, on: 2026-01-20}]
lines:
  - {id: grant, title: 拨款, side: income, approved: 96000.00}
  - {id: goods, title: 商品服务}
  - {id: water, title: 水费, parent: goods, approved: 36000.00}
  - {id: power, title: 电费, parent: goods, approved: 60000.00}
"""


def shown(body: str, language: str = "zh-CN", budget: str = BUDGET) -> str:
    """What a notice with this text says on its page, the budget beside it."""
    notice = f"title: 公告\ntype: announcement\nstarts_on: 2026-03-05\nbody: |\n  {body}\n"
    case = Case("", {"budgets/2026.yaml": budget, "notices/a.yaml": notice}, date(2026, 4, 20), ())
    corpus, _, problems = corpus_of(case)
    assert not problems
    seen = replace(corpus, entries=narrow(corpus.entries, Audience.PUBLIC))
    entry = cite(seen, catalogue(), language).find("notices", "a")
    assert entry is not None
    return str(entry.record.body.html)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{budgets/2026#water.approved}}", "36,000.00"),
        ("{{ budgets/2026#goods.approved }}", "96,000.00"),
        ("{{budgets/2026.total}}", "96,000.00"),
        ("{{budgets/2026.fiscal_year}}", "2026"),
        ("{{budgets/2026#water.title}}", "水费"),
        ("{{notices/a.starts_on}}", "2026年3月5日"),
        ("**{{budgets/2026#power.share}}**", "<strong>62.5%</strong>"),
    ],
)
def test_a_citation_is_shown_as_its_figure(written: str, read: str) -> None:
    assert shown(f"是 {written}。") == f"<p>是 {read}。</p>"


def test_the_text_follows_the_record() -> None:
    before, after = (
        shown("共 {{budgets/2026.total}} 元", budget=text)
        for text in (BUDGET, BUDGET.replace("96000.00", "97000.00").replace("36000.00", "37000.00"))
    )
    assert (before, after) == ("<p>共 96,000.00 元</p>", "<p>共 97,000.00 元</p>")


def test_what_the_readers_may_not_see_is_not_cited() -> None:
    hidden = BUDGET + "audience: internal\n"
    assert shown("共 {{budgets/2026.total}} 元", budget=hidden) == "<p>共 — 元</p>"


def test_a_title_with_markup_stays_text() -> None:
    marked = BUDGET.replace("水费", "水费 <b>急</b>")
    assert "&lt;b&gt;急" in shown("{{budgets/2026#water.title}}", budget=marked)
