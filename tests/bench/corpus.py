"""A made-up archive of disclosure records, the same on every machine, as our project and as another generator's."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

KINDS = ("tenders", "fees", "notices", "notices")
_THINGS = (
    "课桌椅",
    "图书",
    "投影设备",
    "食堂蔬菜",
    "校服",
    "教学楼外墙",
    "操场照明",
    "净水设备",
    "体检服务",
    "绿化养护",
)
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
_POINTS = (
    "数量 {n} 套，送到{n}号楼一层库房",
    "至少 {k} 家报价，超过最高限价的报价无效",
    "工作日上午八时至下午五时受理",
    "质保期不少于 {k} 年，两小时内到场",
)


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
    points = [point.format(n=dice.randint(2, 400), k=dice.randint(1, 5)) for point in dice.sample(_POINTS, 3)]
    listed = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    link = f"详见[学校网站](https://example.org/{dice.randint(1, 9_999)}.html)。"
    return f"{one}**{two}**\n\n## 具体内容\n\n{listed}\n\n{three}{four}{one}\n\n> {two}\n\n{link}\n"


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
    fields = _FIELDS[item.kind].format(
        number=f"{item.number:06d}", amount=item.amount, day=item.day, until=until
    )
    return f"{head}{fields}body: |\n{body}"


_FIELDS = {
    "tenders": """project_no: QX-{number}
category: goods
method: inquiry
method_reason: 经主管部门批准
budget: {amount}
handlers: [general-affairs#director, general-affairs#storekeeper]
intention:
  on: {day}
  planned_month: {until:%Y-%m}
  summary: 采购需求公开
""",
    "fees": """bases: [fee-list]
nature: service
charge_unit: pupil-term
pricing: at-cost
standard: 120.00
scope: 全体学生，自愿参加
content: 每天一节，作业辅导和社团活动
provider: 本校教师
voluntary: true
consent: written
refund_rule: 按实际天数退还
reduction_policy: 困难学生免收
phones:
  - office: 财务室
    phone: 0879-6120821
  - office: 市教育局
    phone: 0879-6123026
valid_from: {day}
valid_until: {until}
""",
    "notices": """type: announcement
starts_on: {day}
""",
}
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
    site = Path(__file__).parent / "hugo"
    shutil.copytree(site / "layouts", root / "layouts")
    shutil.copyfile(site / "hugo.toml", root / "hugo.toml")
    _put(root / "content/_content.gotmpl", (site / "_content.gotmpl").read_text("utf-8"))
    _put(root / "static/static/site.css", "")
    for item in items(count):
        _put(root / f"data/records/y{item.day.year}/{item.id}.yaml", f"kind: {item.kind}\n{_ours(item)}")
    return next(iter((root / "data" / "records").rglob("notice-*.yaml")))
