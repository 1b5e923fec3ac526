"""The small steps on the way to paper: links, numbers before headings, widths of columns."""

import pytest

from site_builder.render.numbering import han, mark
from site_builder.render.paper import on_paper
from site_builder.render.widths import widths

HERE = "https://school.example.org/fees/lunch/"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("/tenders/2026-uniforms/", "https://school.example.org/tenders/2026-uniforms/"),
        ("../boarding/", "https://school.example.org/fees/boarding/"),
        ("#refund", "https://school.example.org/fees/lunch/#refund"),
        ("/search?a=1&amp;b=2", "https://school.example.org/search?a=1&amp;b=2"),
        ("https://www.example.gov.cn/1", "https://www.example.gov.cn/1"),
        ("mailto:office@example.org", "mailto:office@example.org"),
    ],
)
def test_a_link_on_paper_leads_from_anywhere(typed: str, wanted: str) -> None:
    assert (
        on_paper(f'<p>见<a href="{typed}">这里</a>。</p>', HERE) == f'<p>见<a href="{wanted}">这里</a>。</p>'
    )


def test_without_an_address_only_links_to_other_sites_stay() -> None:
    html = '<p><a href="/fees/">收费</a>和<a href="https://a.cn/" rel="noopener">外站</a></p>'
    assert on_paper(html, "") == '<p>收费和<a href="https://a.cn/" rel="noopener">外站</a></p>'


def test_a_picture_is_told_in_words() -> None:
    assert on_paper('<p><img alt="校园平面图" src="/files/map.png"></p>', HERE) == "<p>〔校园平面图〕</p>"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (9, "九"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (35, "三十五"),
        (99, "九十九"),
        (100, "100"),
    ],
)
def test_headings_are_counted_in_plain_numerals(number: int, written: str) -> None:
    assert han(number) == written


def test_marks_differ_by_level_and_language() -> None:
    assert [mark("zh-CN", 2), mark("zh-CN", 2, 2), mark("en", 2), mark("en", 2, 2)] == [
        "二、",
        "（二）",
        "2. ",
        "(2) ",
    ]


def test_columns_share_the_line_by_what_stands_in_them() -> None:
    short, long = widths([("日期", "2026年3月2日"), ("内容", "绿篱修剪、花坛补种和喷灌检修，一共三处")], 39)
    assert short < long
    assert short + long == pytest.approx(100, abs=0.1)


def test_a_number_stays_whole_beside_a_long_text() -> None:
    """At ten and a half points the line holds 39 em: the number needs seven of them."""
    texts = ("说明", "这一栏写了很长的一段话" * 20)
    number, *_ = widths([("金额", "1,234,567.00"), *[texts] * 4], 39)
    assert number >= 100 * 12 * 0.55 / 39


def test_the_longest_word_does_not_push_the_others_off_the_line() -> None:
    address, name = widths([("网址", "https://www.example.gov.cn/" + "a" * 200), ("名称", "平台")], 39)
    assert name * 39 / 100 > 3
    assert address + name == pytest.approx(100, abs=0.1)


def test_an_empty_table_has_widths_too() -> None:
    assert widths([("甲",), ("乙",)], 39) == (50.0, 50.0)
