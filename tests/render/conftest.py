"""What the tests of print share: a sheet as a template gives it, and the shipped stylesheet."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import Image

from site_builder.catalogue import catalogue
from site_builder.edge.kit import make_kit, phrases
from site_builder.fonts import folder
from site_builder.render.engine import environment
from site_builder.render.frame import Frame
from site_builder.render.identity import Sheet
from site_builder.render.pdf import Details, print_sheet
from site_builder.render.typeset import typeset

TEMPLATES = Path(__file__).parents[2] / "templates"
SHIPPED = {
    path.relative_to(TEMPLATES).as_posix(): path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")
}
FRAME = Frame(None, "zh-CN", "zh-CN", (), (), {}, phrases("zh-CN"), "")
DETAILS = Details("2026年教学计划", "zh-CN", "长湖区实验学校", "第一学期", ("计划", "教学"), date(2026, 9, 1))


class Desk:
    """Where a test writes a sheet: it fills the blocks of the shipped template."""

    style = (TEMPLATES / "print/print.css").read_text(encoding="utf-8")

    def sheet(self, body: str, variant: str = "", language: str = "zh-CN", **more: Any) -> str:
        """A whole page, ready for print."""
        kit = make_kit(
            SHIPPED
            | {
                "it": '{% extends "print/sheet.html" %}{% block variant %}'
                + variant
                + "{% endblock %}{% block body %}"
                + body
                + "{% endblock %}"
            },
            {},
            replace(FRAME, language=language, phrases=phrases(language)),
            catalogue(),
        )
        said = {"subtitle": "第一学期", "address": "https://example.edu.cn/plans/1/"} | more
        sheet = Sheet(
            title=DETAILS.title, institution=DETAILS.author, language=language, date=DETAILS.created, **said
        )
        values = {"sheet": sheet, "language": language, "content_lang": "zh-CN", "names": {}}
        return typeset(environment(kit).get_template("it").render(values))


PROSE = """<h2>一、指导思想</h2>
<p>为了做好2026年秋季学期的教学工作，根据《义务教育课程方案（2022年版）》，结合学校实际，制定本计划——既立足课堂，又面向全体。</p>
<h3>（一）常规管理</h3>
<p>第20—21周复习和考试；说“普通话”，写“规范字”。全年支出123.5万元，占3.7%，电话010-12345678。</p>"""
TABLE = (
    "<table><caption>经费安排</caption><thead><tr><th>项目名称</th><th>金额（元）</th></tr></thead><tbody>"
    + "".join(f"<tr><td>项目{n}</td><td class='number'>{n * 12.5:,.2f}</td></tr>" for n in range(1, 201))
    + "</tbody></table>"
)
LIST = "<ol><li>备课</li><li>上课<ul><li>小学部</li></ul></li></ol><p><a href='https://example.org/'>另见</a></p>"
PICTURE = "<img src='asset:标志.png' alt='学校标志'>"


def png() -> bytes:
    """A small black picture."""
    target = BytesIO()
    Image.new("RGB", (80, 40), "black").save(target, "PNG")
    return target.getvalue()


def made(
    html: str,
    style: str = Desk.style,
    details: Details = DETAILS,
    assets: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """The sheet as a PDF, from the bundled faces."""
    return print_sheet(html, style, assets, str(folder()), details)


@pytest.fixture(scope="session")
def desk() -> Desk:
    return Desk()
