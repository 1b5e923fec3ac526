"""The engine calls our functions in a short way, and that is the same as calling them."""

import pytest
from jinja2 import TemplateError

from site_builder.model.job import Kit
from site_builder.model.record import Attachment
from site_builder.render.engine import environment
from site_builder.render.frame import Frame
from site_builder.render.tongue import Phrases

PHRASES = Phrases({"Home": "首页 <1>", "{n} rows": "{n} 行"})


def rendered(template: str, **values: object) -> str:
    frame = Frame(None, "zh-CN", "zh-CN", (), (), {}, PHRASES, "tool")
    kit = Kit(template, {"page.html": template, "part.html": "{{ _('Home') }}"}, {}, frame, {})
    return environment(kit).get_template("page.html").render(values)


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ _('Home') }}", "首页 &lt;1&gt;"),
        ("{{ _('Home')|upper }}{{ _('unknown') }}", "首页 &lt;1&gt;unknown"),
        ("{{ _('{n} rows', n=rows) }}", "7 行"),
        ("{{ _(word) }}", "首页 &lt;1&gt;"),
        ("{{ _(text='Home') }}", "首页 &lt;1&gt;"),
        ("{{ label(file, 'title') }}", "名称"),
        ("{{ help(file, 'title')[:2] }}", "读者"),
        ("{% for _ in 'ab' %}{{ loop.index0 }}{{ _ }}{% endfor %}", "0a1b"),
        ("{% set label = word %}{{ label }}", "Home"),
        ("{% macro fields(x) %}[{{ x }}]{% endmacro %}{{ fields(word) }}", "[Home]"),
        ("{% include 'part.html' %}", "首页 &lt;1&gt;"),
    ],
)
def test_calls(template: str, page: str) -> None:
    assert rendered(template, rows=7, word="Home", file=Attachment(file="a.pdf", title="A")) == page


@pytest.mark.parametrize(
    "template", ["{{ nobody(1) }}", "{{ word|nobody }}", "{{ _(nobody) }}", "{{ ''.__class__() }}"]
)
def test_what_is_not_there_or_not_safe_stops_the_page(template: str) -> None:
    with pytest.raises(TemplateError):
        rendered(template, word="Home")
