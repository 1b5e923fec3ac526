"""Mistakes in templates, and pages that cannot be made."""

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

SYNTAX = Mistake(
    code="TPL-01",
    message=Words("模板写法不对：{found}", "the template cannot be read: {found}"),
    hint=Words(
        "对照自带的同名模板检查这一行。", "compare this line with the shipped template of the same name."
    ),
    why=Words("写法不对的模板做不出页面。", "no page can be made by a template that cannot be read."),
    wrong="{% for line in lines %}",
    right="{% for line in lines %}…{% endfor %}",
)
VARIABLE_INCLUDE = Mistake(
    code="TPL-02",
    message=Words("模板用变量决定引入哪个文件", "the template chooses what to include by a variable"),
    hint=Words("写出文件名，用 if 选择。", "write the file name out and choose with if."),
    why=Words(
        "不知道页面用了哪些模板，改了模板就不知道要重做哪些页面。",
        "if what a page draws on is unknown, nobody can tell which pages a change makes old.",
    ),
    wrong="{% include name %}",
    right='{% include "part.html" %}',
)
NO_TEMPLATE = Mistake(
    code="TPL-03",
    message=Words("没有模板“{found}”", "there is no template “{found}”"),
    hint=Words(
        "检查文件名，或者在 templates/ 里放上这个文件。", "check the name or put the file into templates/."
    ),
    why=Words("引入的模板必须存在。", "a template that is included must be there."),
    wrong='{% include "haed.html" %}',
    right='{% include "head.html" %}',
)
CANNOT_RENDER = Mistake(
    code="TPL-04",
    message=Words("做不出 {target}：{found}", "{target} cannot be made: {found}"),
    hint=Words(
        "模板或记录里有用不了的内容；改过模板的话先检查模板。",
        "something in the template or the record cannot be used; if you changed a template, look there first.",
    ),
    why=Words("宁可停下来，也不公开残缺的页面。", "better to stop than to publish a broken page."),
    wrong="{{ record.titel }}",
    right="{{ record.title }}",
)
