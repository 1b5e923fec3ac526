"""Every sheet of the example, and one of each kind that it has none of, is whole: nothing cut or left alone."""

import pytest

from tests.gallery import jobs, made
from tests.paper import faults
from tests.render.conftest import PROSE, TABLE, Desk
from tests.render.conftest import made as printed

pytestmark = pytest.mark.pdf


@pytest.mark.parametrize("target", sorted(jobs()))
def test_a_sheet_is_whole(target: str) -> None:
    assert faults(made(jobs()[target])) == []


WRONG = {
    "blank or nearly": "<div style='break-before: page; height: 9mm'></div><div style='break-before: page'></div>",
    "outside what a printer reaches": "<p style='white-space: nowrap'>" + "很长" * 60 + "</p>",
    "lies outside": "<p style='margin-left: -27mm; text-indent: 0'>向左伸出纸边，谁也印不出来。</p>",
    "side of a cell": (
        "<table><tr><td style='width: 30mm; white-space: nowrap'>一格装不下的很长的文字</td><td>乙</td></tr></table>"
    ),
    "over each other": "<p style='letter-spacing: -0.7em'>挤在一起的字看不清楚</p>",
    "stands alone": (
        "<div style='height: 205mm'>前文</div><h2 style='break-after: auto'>一、标题</h2>"
        "<p style='break-before: page'>正文</p>"
    ),
}


@pytest.mark.parametrize(("fault", "body"), WRONG.items())
def test_what_is_looked_for_is_found(fault: str, body: str) -> None:
    said = faults(printed(Desk().sheet(PROSE + body)))
    assert any(fault in one for one in said), said


def test_a_sheet_without_data_is_found() -> None:
    assert "its data does not travel with it" in faults(printed(Desk().sheet(PROSE + TABLE)))
