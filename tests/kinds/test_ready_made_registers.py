"""Ready-made registers are right as they are, and find what their duty is about."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

from site_builder.catalogue import catalogue
from site_builder.edge.ready_made import definition, ready_made
from site_builder.kinds.registers.record import Register
from site_builder.model.corpus import Entry
from site_builder.model.source import Source
from site_builder.stages.check import judged
from site_builder.stages.cite import Reckoner
from site_builder.stages.decode import decode
from site_builder.stages.gather import gather
from site_builder.stages.parse import parse

ROOT = Path(__file__).parents[2]
APRIL = date(2026, 4, 20)
WAGES = "title: 本校标准\nextends: cn-school\nsettings: [{name: wage.minimum, value: 2300}]\n"


def entry_of(path: str, text: str) -> Entry[Register]:
    """A record that can be read."""
    document, problems = parse(Source(path, text.encode(), path))
    assert document is not None
    entry, faults = decode(document, catalogue().kinds[path.split("/")[1].removesuffix(".yaml")], "one")
    assert entry is not None, [one.message("en") for one in (*problems, *faults)]
    return entry


@cache
def around() -> tuple[Entry[Register], ...]:
    """The example's calendar and offices, and a place with a minimum wage."""
    places = ["data/calendars/2025-2026.yaml", "data/offices/general-affairs.yaml"]
    read = tuple(entry_of(place, (ROOT / place).read_text("utf-8")) for place in places)
    return (*read, entry_of("data/profile.yaml", WAGES))


def told(text: str, today: date = APRIL) -> list[tuple[str, str]]:
    """What is found in a register, as code and Chinese message."""
    entry = entry_of("data/registers/one.yaml", text)
    corpus = gather((entry, *around()), today)
    return [
        (finding.mistake.code, finding.mistake.told.message.fill(**finding.values).zh)
        for finding in judged(entry, Reckoner(corpus, catalogue()))
    ]


@pytest.mark.parametrize("name", ready_made())
def test_it_is_right_as_it_is(name: str) -> None:
    """In the spring it is about, and years later; so that whoever begins with it sees only what is wrong of theirs."""
    assert told(definition(name)) == []
    assert told(definition(name), date(2028, 1, 5)) == []


@pytest.mark.parametrize("name", ready_made())
def test_it_speaks_both_languages(name: str) -> None:
    record = entry_of("data/registers/one.yaml", definition(name)).record
    about = ready_made()[name]
    assert about.zh != about.en
    assert record.title_en
    assert [column.name for column in record.columns if not column.title_en] == []
    assert [check.that for check in record.checks if not check.says_en] == []
    assert record.rows


PLANTED = yaml.safe_load((ROOT / "tests/kinds/ready-made.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "planted"),
    [(name, one) for name, every in PLANTED.items() for one in every],
    ids=lambda value: value if isinstance(value, str) else value["says"],
)
def test_it_finds_what_is_wrong(name: str, planted: dict[str, str]) -> None:
    """What is written wrong is told under its rule, and nothing else is."""
    text = definition(name)
    assert text.count(planted["old"]) == 1
    found = told(text.replace(planted["old"], planted["new"]))
    assert [one for one, message in found if planted["says"] in message] == [planted["code"]], found
    assert {one for one, _ in found} == {planted["code"]}


def test_every_ready_made_register_is_tried() -> None:
    others = {"gifts", "team-loans"}  # tried below, with the rows of a whole team
    assert PLANTED.keys() | others == ready_made().keys()


def with_rows(name: str, *rows: str, **changes: str) -> str:
    """A ready-made register with other rows."""
    head = definition(name).partition("rows:\n")[0]
    for old, new in changes.items():
        assert f"\n{old}: " in head
        head = "\n".join(
            f"{old}: {new}" if line.startswith(f"{old}: ") else line for line in head.split("\n")
        )
    return f"{head}rows:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def test_a_primary_school() -> None:
    """Four dishes but three samples, one too light, one thrown away too soon; and a form that says 138 for 141."""
    kept = "kept-from: 2026-04-16 11:30, keeper: 食品安全员"
    samples = with_rows(
        "food-samples",
        f"date: 2026-04-16, meal: 午餐, dish: 甲, dishes: 4, grams: 130, kept-to: 2026-04-18 12:00, {kept}",
        f"date: 2026-04-16, meal: 午餐, dish: 乙, dishes: 4, grams: 110, kept-to: 2026-04-18 12:00, {kept}",
        f"date: 2026-04-16, meal: 午餐, dish: 丙, dishes: 4, grams: 130, kept-to: 2026-04-18 10:00, {kept}",
        starts_on="2026-04-16",
        ends_on="2026-04-16",
    )
    assert told(samples) == [
        ("CAN-05", "食品留样：2026-04-16 午餐“乙”只留 110 克，应不少于 125 克"),
        ("CAN-05", "食品留样：2026-04-16 午餐“丙”只存 46.5 小时，应不少于 48 小时"),
        ("CAN-05", "食品留样：2026-04-16 午餐有 4 样菜，只留了 3 样"),
    ]
    classes = with_rows(
        "statistics",
        *(
            f"class: {number} 班, pupils: 44, boarders: 0, by-bus: {bus}, lunch: 40"
            for number, bus in enumerate((9, 12, 40, 40, 40))
        ),
        stated_totals="{by-bus: 138}",
    )
    assert [code for code, _ in told(classes)] == ["INT-01"]
    stages = with_rows(
        "works-stages",
        "date: 2026-02-20, works: 食堂, stage: 试用",
        "date: 2026-04-10, works: 综合楼, stage: 筹备, continued: 是",
    )
    assert [code for code, _ in told(stages)] == ["CAP-03"]


def test_a_service_desk() -> None:
    """A letter of 2 March has had no answer on the last day of the month."""
    letters = with_rows(
        "letters",
        "no: 1, received-on: 2026-03-02, channel: 来信, about: 后勤",
        "no: 2, received-on: 2026-03-04, channel: 来访, about: 收费, answered-on: 2026-03-06",
        "no: 3, received-on: 2026-03-24, channel: 网上, about: 食堂",
    )
    said = "来信来访答复：第 1 件 2026-03-02 收到，已经 29 天没有答复，应在 15 天内"
    assert told(letters, date(2026, 3, 31)) == [("SRV-07", said)]


def test_an_internship_team() -> None:
    """One souvenir dearer than allowed, all of them together too, and one key that is not back."""
    gifts = with_rows(
        "gifts",
        "date: 2026-04-24, to: 指导老师, what: 笔记本, number: 10, price: 45.00, agreed: 16, members: 16",
        "date: 2026-04-24, to: 实习学校, what: 校名牌, number: 1, price: 260.00, agreed: 9, members: 16",
    )
    assert told(gifts, date(2026, 5, 6)) == [
        ("EXP-08", "2026-04-24 校名牌每份 260.00 元，限 50 元"),
        ("EXP-08", "纪念品一共 710.00 元，限 500 元"),
    ]
    keys = "item: 钥匙, lender: 芦汀中学, out-on: 2026-03-09, out: 14, back: 13, owed: 0, paid: 0"
    assert told(with_rows("team-loans", keys), date(2026, 5, 1)) == []
    assert told(with_rows("team-loans", keys), date(2026, 5, 2)) == [
        ("TEA-03", "队伍结算前：钥匙借入 14 件，归还 13 件，还没有还清")
    ]
    cards = keys.replace("back: 13, owed: 0", "back: 14, owed: 20.00")
    assert [code for code, _ in told(with_rows("team-loans", cards), date(2026, 5, 2))] == ["TEA-03"]


def test_drills_are_due_in_months_of_term_only() -> None:
    """February is a vacation, July has three school days; of April nothing can be said before it is over."""
    drills = with_rows(
        "drills",
        "date: 2026-03-26, kind: 疏散演练, people: 1163, finding: 无",
        "date: 2026-05-12, kind: 防震演练, people: 1171, finding: 无",
        starts_on="2026-02-01",
        ends_on="2026-07-31",
    )
    assert told(drills, date(2026, 4, 30)) == []
    april = "应急演练：2026-04-01 至 2026-04-30 应有 1 行，只有 0 行"
    june = "应急演练：2026-06-01 至 2026-06-30 应有 1 行，只有 0 行"
    assert told(drills, date(2026, 5, 1)) == [("SAF-03", april)]
    assert told(drills, date(2026, 8, 5)) == [("SAF-03", april), ("SAF-03", june)]
