"""The columns of a table: what each holds, what must hold of its cells, who may see it."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import SLUG, Form, Line, Number, Slug
from site_builder.model.record import Audience, Part
from site_builder.model.words import Words


class CellType(StrEnum):
    """What a column holds; the names are those of Table Schema, with money, percentage and month."""

    STRING = "string"
    """文字 / Text"""
    INTEGER = "integer"
    """整数 / Whole number"""
    NUMBER = "number"
    """数 / Number"""
    MONEY = "money"
    """金额（元） / Amount in yuan"""
    PERCENT = "percent"
    """百分数 / Percentage"""
    DATE = "date"
    """日期 / Date"""
    TIME = "time"
    """时刻 / Time of day"""
    DATETIME = "datetime"
    """日期和时刻 / Date and time"""
    MONTH = "month"
    """月份 / Month"""
    BOOLEAN = "boolean"
    """是否 / Yes or no"""


class CellState(StrEnum):
    """What may stand in a cell instead of a value; an empty cell says none of these."""

    NOTHING = "无"
    """无 / None"""
    NOT_APPLICABLE = "不适用"
    """不适用 / Not applicable"""
    WITHHELD = "不公开"
    """不公开 / Withheld"""
    NOT_DUE = "未到期"
    """未到期 / Not yet due"""


_FORMS = {CellType.STRING: "line", CellType.INTEGER: "number", CellType.BOOLEAN: "flag"}
"""What is written like something of another name."""
Kindred = Annotated[
    str,
    Form(
        "kindred",
        Words("记录的文件夹", "the folder of records"),
        "budgets#lines",
        rf"{SLUG.pattern}(?:#[a-z_]+)?",
        str,
    ),
]
"""The kind of record that cells name, and the list in it when they name a part."""


class Constraints(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What must hold of every cell of a column."""

    required: bool = False
    """必填：不能空着。
    Required: may not be empty."""
    unique: bool = False
    """不重复：各行不能相同。
    Unique: no two rows the same."""
    minimum: Number | None = None
    """最小值：数不能小于它。
    Minimum: numbers may not be below it."""
    maximum: Number | None = None
    """最大值：数不能大于它。
    Maximum: numbers may not be above it."""
    enum: tuple[Line, ...] = ()
    """可选值：只能是其中之一。
    Choices: must be one of them."""
    pattern: Line | None = None
    """样式：正则表达式，整格符合。
    Pattern: a regular expression that the whole cell must match."""


class Column(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One column of the table."""

    name: Slug
    """列名：各行和 CSV 表头使用的短名，如 water-use。
    Name: used in the rows and in the heading of the CSV file, such as water-use."""
    title: Line
    """标题：读者看到的列标题。
    Title: what readers see."""
    title_en: Line | None = None
    """英文标题：英文界面使用；可不填。
    English title: for the English interface; optional."""
    type: CellType = CellType.STRING
    """类型：这一列填什么；不填是文字。
    Type: what it holds; text unless said otherwise."""
    unit: Line | None = None
    """单位：克、立方米、人次等。
    Unit: grams, cubic metres, visits, and so on."""
    refers: Kindred | None = None
    """指向：这一列写别的记录的文件名时，写它的文件夹，如 offices；指其中一项时写 budgets#lines。
    Refers to: where cells name other records, the folder of those, such as offices; for a part, budgets#lines."""
    formula: Line | None = None
    """公式：由同一行别的列算出，如 quantity * price；这一列就不用填。
    Formula: reckoned from other columns of the row, such as quantity * price; then nothing is typed here."""
    constraints: Constraints | None = None
    """约束：必填、范围、可选值。
    Constraints: required, range, choices."""
    audience: Audience = Audience.PUBLIC
    """公开范围：这一列谁可以看到；默认公众。
    Audience: who may see the column; the public unless said otherwise."""

    @property
    def form(self) -> str:
        """How its cells are written, by the name that templates know."""
        if self.refers:
            return f"ref:{self.refers.partition('#')[0]}"
        return _FORMS.get(self.type, self.type.value)

    @property
    def counts(self) -> bool:
        """Whether its cells are figures."""
        return self.type in (CellType.INTEGER, CellType.NUMBER, CellType.MONEY, CellType.PERCENT)
