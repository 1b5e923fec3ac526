"""Chinese text is prepared for print by invisible characters, put into text and nowhere else."""

import pytest

from site_builder.render.markup import printed, read
from site_builder.render.typeset import INVISIBLE, typeset

VISIBLE = str.maketrans({"\u2060": "+", "\u200b": "|"})


@pytest.mark.parametrize(
    ("written", "prepared"),
    [
        ("自2026年起", "自2026+年起"),
        ("至9月1日止", "至9+月+1+日止"),
        ("第3周到第12周", "第+3+周到第+12+周"),
        ("共123万元整", "共123+万+元整"),
        ("约1.5亿元整", "约1.5+亿+元整"),
        ("占3.7%以上", "占3.7+%以上"),
        ("发〔2026〕12号文", "发〔2026〕+12+号文"),
        ("计划——特别是", "计划+——特别是"),
        ("耗材……其余", "耗材+……其余"),
        ("第20—21周内", "第+20+—+21+周内"),
        ("全国～各地", "全国+～各地"),
        ("生·学期", "生+·学期"),
        ("说“好”吧", "说|“好”|吧"),
        ("写：“是”。", "写：|“是”。"),
        ("don’t say “no” now", "don’t say “no” now"),
        ("——开头的破折号", "——开头的破折号"),
        ("room 101 and 3 years", "room 101 and 3 years"),
    ],
)
def test_text_gets_joiners_and_breaks(written: str, prepared: str) -> None:
    assert typeset(written).translate(VISIBLE) == prepared


@pytest.mark.parametrize(
    ("written", "prepared"),
    [
        ("<p>又面向全体学生。</p>", "<p>又面向全体学+生。</p>"),
        ("<li>好的…</li>", "<li>好+的+…</li>"),
        ("<td>会议室 </td>", "<td>会议+室 </td>"),
        ("<p>见<a href='x'>附件清单</a>。</p>", "<p>见<a href='x'>附件清单</a>。</p>"),
        ("<p>见<a href='x'>附件清单</a></p>", "<p>见<a href='x'>附件清+单</a></p>"),
        ("<p>一<br></p>", "<p>一<br></p>"),
        ("<div>不是段落</div>", "<div>不是段落</div>"),
    ],
)
def test_no_paragraph_ends_in_a_lone_character(written: str, prepared: str) -> None:
    assert typeset(written).translate(VISIBLE) == prepared


def test_inline_tags_do_not_part_what_belongs_together() -> None:
    assert typeset("<p><b>3</b>周，<i>好</i>——再见啦</p>").translate(VISIBLE) == (
        "<p><b>3</b>+周，<i>好</i>+——再见+啦</p>"
    )


def test_blocks_and_line_breaks_do_part() -> None:
    assert typeset("<div>3</div>周<br>—").translate(VISIBLE) == "<div>3</div>周<br>—"


@pytest.mark.parametrize(
    "untouched",
    [
        '<a title="2026年——计划" href="a?b=1月">x</a>',
        "<code>2026年</code><pre>a\n  2026年</pre>",
        "<svg><g><svg><text>9月</text></svg><text>2026年</text></g></svg>",
        "<style>a::after { content: '3月' }</style><title>2026年</title>",
        "<!-- 2026年 -->",
        "a < b && c > d &amp; &#24180;",
        "<img alt='> 3月'>",
    ],
)
def test_tags_code_drawings_and_entities_stay(untouched: str) -> None:
    assert typeset(untouched) == untouched


def test_code_ends_where_it_ends() -> None:
    assert typeset("<code>9月</code>9月份").translate(VISIBLE) == "<code>9月</code>9+月份"


def test_headings_carry_a_clean_label() -> None:
    prepared = typeset('<h2 id="a">第3周 <em>“检查”</em><br>&amp; "总结"</h2>')
    assert prepared.startswith('<h2 id="a" data-label="第3周 “检查” &amp; &quot;总结&quot;">')


PAGE = (
    "<h1>2026年计划</h1><p>他说“好”——共<b>3</b>万元，第20—21周……完成任务。</p><ul><li>9月1日开学典礼</li></ul>"
    "<table><tr><td>12%</td><td>〔2026〕12号</td></tr></table><pre>3月</pre>"
)


def test_twice_is_once() -> None:
    assert typeset(typeset(PAGE)) == typeset(PAGE)


def test_only_invisible_characters_are_added() -> None:
    assert printed(typeset(PAGE)) != printed(PAGE)
    assert printed(typeset(PAGE)).translate(INVISIBLE) == printed(PAGE)


def test_reading_loses_nothing() -> None:
    for page in (
        PAGE,
        "",
        "a<b",
        "<!DOCTYPE html><p title='<'>x</p>&",
        "<p",
        "<svg/>9月<svg>9月",
        "</p></svg>",
    ):
        assert "".join(token.source for token in read(page)) == page


def test_printed_is_what_reaches_the_paper() -> None:
    page = "<title>甲</title><style>乙</style><p title='丙'>丁&#25098;</p><!--己--><svg><text>庚</text></svg>"
    assert printed(page) == "丁戊庚"
