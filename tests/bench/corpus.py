"""A made-up archive of disclosure records, the same on every machine, as our project and as another generator's."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

KINDS = ("tenders", "fees", "notices", "notices")
_THINGS = ("课桌椅", "图书", "投影设备", "食堂蔬菜", "校服", "教学楼外墙", "操场照明", "净水设备", "体检服务", "绿化养护")
_SENTENCES = (
    "本项目列入学校年度预算，经校务会议集体讨论通过，资金来源为公用经费。",
    "有不同意见的，可以在公示期内到总务处当面提出，也可以打电话或者写信。",
    "收取的费用专款专用，学期末按实际支出结算，多余部分全部退还。",
    "供应商应当具有相应资质，近三年没有重大违法记录，能够开具正式发票。",
    "验收由使用部门和资产管理员共同完成，不合格的限期更换。",
    "各班班主任负责通知到每一位家长，并把回执交到财务室存档。",
    "实施期间尽量安排在周末和假期，避免影响正常的教学和休息。",
    "学校每季度公布一次进展，接受家长委员会和社会的监督。",
)
_POINTS = ("数量 {n} 套，送到{n}号楼一层库房", "最高限价 {m} 元，超过的报价无效", "工作日上午八时至下午五时受理", "质保期不少于 {k} 年，两小时内到场")


@dataclass(frozen=True)
class Item:
    """One record, before it is written in anybody's format."""

    id: str
    kind: str
    title: str
    day: date
    amount: str
    number: int
    body: str


def items(count: int) -> Iterator[Item]:
    """The records; the same for the same count."""
    for number in range(count):
        dice = random.Random(number * 7919 + 17)
        day = date(2016, 1, 4) + timedelta(days=dice.randrange(3_600))
        thing = dice.choice(_THINGS)
        kind = KINDS[number % 4]
        title = f"{day.year}年{thing}{dice.choice(('采购', '更新', '服务', '安排'))}（第{number}号）"
        amount = f"{dice.randint(500, 900_000)}.{dice.randint(0, 99):02d}"
        yield Item(f"{kind[:-1]}-{number:06d}", kind, title, day, amount, number, _body(dice))


def _body(dice: random.Random) -> str:
    one, two, three, four = dice.sample(_SENTENCES, 4)
    points = [
        point.format(n=dice.randint(2, 400), m=dice.randint(1_000, 90_000), k=dice.randint(1, 5))
        for point in dice.sample(_POINTS, 3)
    ]
    listed = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    return f"{one}**{two}**\n\n## 具体内容\n\n{listed}\n\n{three}{four}{one}\n\n> {two}\n\n详见[学校网站](https://example.org/{dice.randint(1, 9_999)}.html)。\n"


def write_ours(count: int, root: Path) -> Path:
    """Our project of `count` records; gives the file whose edit is measured."""
    (root / "data").mkdir(parents=True)
    (root / "content").mkdir()
    (root / "data" / "site.yaml").write_text(_SITE, "utf-8")
    _put(root / "data/offices/general-affairs.yaml", _OFFICE)
    _put(root / "data/bases/fee-list.yaml", _BASIS)
    for item in items(count):
        _put(root / f"data/{item.kind}/{item.day.year}/{item.id}.yaml", _ours(item))
    return next(iter((root / "data" / "notices").rglob("*.yaml")))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _ours(item: Item) -> str:
    body = "".join(f"  {line}\n" if line else "\n" for line in item.body.rstrip("\n").split("\n"))
    head = f"title: {item.title}\noffice: general-affairs\npublished_on: {item.day}\nindex_no: {item.number:06d}\n"
    until = item.day + timedelta(days=30)
    match item.kind:
        case "tenders":
            fields = (
                f"project_no: QX-{item.number:06d}\ncategory: goods\nmethod: inquiry\nmethod_reason: 经主管部门批准\nbudget: {item.amount}\n"
                "handlers: [general-affairs#director, general-affairs#storekeeper]\n"
                f"intention:\n  on: {item.day}\n  planned_month: {until:%Y-%m}\n  summary: 采购需求公开\n"
            )
        case "fees":
            fields = (
                "bases: [fee-list]\nnature: service\ncharge_unit: pupil-term\npricing: at-cost\nstandard: 120.00\nscope: 全体学生，自愿参加\ncontent: 每天一节，作业辅导和社团活动\nprovider: 本校教师\n"
                "voluntary: true\nconsent: written\nrefund_rule: 按实际天数退还\nreduction_policy: 困难学生免收\n"
                "phones:\n  - office: 财务室\n    phone: 0879-6120821\n  - office: 市教育局\n    phone: 0879-6123026\n"
                f"valid_from: {item.day}\nvalid_until: {until}\n"
            )
        case _:
            fields = f"type: announcement\nstarts_on: {item.day}\n"
    return f"{head}{fields}body: |\n{body}"


_SITE = """title: 青石湾学校信息公开
name: 云岭市青石湾学校
authority: 云岭市教育体育局
address: 云岭市青石湾路 18 号
phone: 0879-6120801
pupils: 1086
staff: 92
"""
_OFFICE = """title: 总务处
posts:
  - id: director
    title: 主任
    duties: [统筹]
  - id: storekeeper
    title: 保管员
    duties: [保管]
"""

_BASIS = """title: 服务性收费目录
issuer: 云岭市发展和改革委员会
doc_no: 云发改价〔2015〕6号
written_on: 2015-06-01
valid_from: 2015-07-01
level: local
state: in-force
"""


def write_theirs(count: int, root: Path) -> Path:
    """The same records as a Hugo site that reads one YAML file a record; gives the file whose edit is measured."""
    _put(root / "hugo.toml", _HUGO)
    _put(root / "content/_content.gotmpl", _ADAPTER)
    for name, text in _LAYOUTS.items():
        _put(root / "layouts" / name, text)
    first: Path | None = None
    for item in items(count):
        path = root / f"data/records/y{item.day.year}/{item.id}.yaml"
        _put(path, _theirs(item))
        first = first or path
    assert first is not None
    return first


def _theirs(item: Item) -> str:
    fields = {"id": item.id, "kind": item.kind, "title": item.title, "date": str(item.day), "amount": item.amount,
              "number": f"{item.number:06d}", "office": "总务处", "unit": "云岭市青石湾学校"}  # fmt: skip
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items())
    body = "".join(f"  {line}\n" if line else "\n" for line in item.body.rstrip("\n").split("\n"))
    return f"{head}body: |\n{body}"


_HUGO = """baseURL = "https://example.org/"
languageCode = "zh-CN"
title = "青石湾学校信息公开"
disableKinds = ["taxonomy", "term", "RSS", "robotsTXT"]
[pagination]
pagerSize = 50
"""
_ADAPTER = """{{ range $year, $records := hugo.Data.records }}
{{ range $name, $r := $records }}
{{ $content := dict "mediaType" "text/markdown" "value" $r.body }}
{{ $dates := dict "date" (time.AsTime $r.date) }}
{{ $params := dict "amount" $r.amount "number" $r.number "office" $r.office "unit" $r.unit }}
{{ $.AddPage (dict "content" $content "dates" $dates "kind" "page" "params" $params "path" (printf "%s/%s" $r.kind $r.id) "title" $r.title) }}
{{ end }}{{ end }}
"""
_HEAD = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title><link rel="stylesheet" href="/static/site.css"></head><body>
<a class="skip" href="#content">跳到正文</a><header class="masthead"><div class="wide"><a class="brand" href="/">云岭市青石湾学校</a>
<nav class="menu" aria-label="主菜单"><ul>{{ range slice "notices" "plans" "schedules" "budgets" "fees" "tenders" "registers" }}<li><a href="/{{ . }}/">{{ . }}</a></li>{{ end }}</ul></nav></div></header>
<main class="wide" id="content">"""
_FOOT = """</main><footer class="foot"><div class="wide"><section><h2>联系方式</h2><dl><div><dt>地址</dt><dd>云岭市青石湾路 18 号</dd></div>
<div><dt>电话</dt><dd><a href="tel:0879-6120801">0879-6120801</a></dd></div></dl></section><nav aria-label="更多页面"><h2>更多页面</h2><ul>
{{ range slice "offices" "bases" "calendars" }}<li><a href="/{{ . }}/">{{ . }}</a></li>{{ end }}</ul></nav></div></footer></body></html>"""
_LAYOUTS = {
    "page.html": _HEAD + """<nav class="crumbs"><ol><li><a href="/">首页</a></li><li><a href="../">列表</a></li></ol></nav><article class="record"><header class="head"><h1>{{ .Title }}</h1>
<dl class="meta">{{ range $name, $value := .Params }}<div><dt>{{ $name }}</dt><dd>{{ $value }}</dd></div>{{ end }}<div><dt>公开日期</dt><dd><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2006年1月2日" }}</time></dd></div></dl></header>
<section class="prose">{{ .Content }}</section></article>""" + _FOOT,
    "section.html": _HEAD + """<h1>{{ .Title }}</h1><table><tbody>{{ $pager := .Paginate .Pages }}{{ range $pager.Pages }}<tr><th><a href="{{ .RelPermalink }}">{{ .Title }}</a></th><td>{{ .Date.Format "2006-01-02" }}</td><td>{{ .Params.amount }}</td></tr>{{ end }}</tbody></table>
<nav>{{ with $pager.Prev }}<a href="{{ .URL }}">上一页</a>{{ end }}{{ with $pager.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}</nav>""" + _FOOT,
    "home.html": _HEAD + """<h1>{{ site.Title }}</h1>{{ range site.Sections }}<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>{{ end }}""" + _FOOT,
}  # fmt: skip
