"""What somebody writes who keeps a plain table: its columns, then its rows."""

from decimal import Decimal
from enum import StrEnum

from site_builder.model.form import Cadence, Date, Line, Number, Slug
from site_builder.model.record import Audience, Part, Record


class CellType(StrEnum):
    """What a column holds; the names are those of Table Schema, with money, time of day and month."""

    STRING = "string"
    """文字 / Text"""
    INTEGER = "integer"
    """整数 / Whole number"""
    NUMBER = "number"
    """数 / Number"""
    MONEY = "money"
    """金额（元） / Amount in yuan"""
    DATE = "date"
    """日期 / Date"""
    TIME = "time"
    """时刻 / Time of day"""
    MONTH = "month"
    """月份 / Month"""
    BOOLEAN = "boolean"
    """是否 / Yes or no"""


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
    constraints: Constraints | None = None
    """约束：必填、范围、可选值。
    Constraints: required, range, choices."""
    audience: Audience = Audience.PUBLIC
    """公开范围：这一列谁可以看到；默认公众。
    Audience: who may see the column; the public unless said otherwise."""


class Balance(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A running balance: opening plus what comes in less what goes out, row by row."""

    title: Line
    """名称：如“灭火器库存”。
    Title: such as “extinguishers in store”."""
    opening: Number = Decimal(0)
    """期初数：第一行之前的数。
    Opening: before the first row."""
    incoming: Slug | None = None
    """增加列：哪一列加上去。
    Incoming: the column that is added."""
    outgoing: Slug | None = None
    """减少列：哪一列减下来。
    Outgoing: the column that is taken off."""
    closing: Slug | None = None
    """结余列：哪一列写着每行之后的数；用来核对。
    Closing: the column in which the balance after each row was written; it is checked."""


class Register(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A table anybody can define: what its columns hold, how often it is kept, what it adds up to."""

    columns: tuple[Column, ...]
    """列：表有哪些列，按顺序。
    Columns: of the table, in order."""
    cadence: Cadence | None = None
    """频次：多久登记一次；缺的会提示。
    Cadence: how often a row is due; what is missing is pointed out."""
    starts_on: Date | None = None
    """起始日：登记从哪天起。
    Starts on: the first day it covers."""
    ends_on: Date | None = None
    """截止日：登记到哪天止。
    Ends on: the last day it covers."""
    sums: tuple[Slug, ...] = ()
    """合计列：哪些列要加总。
    Sums: the columns that are added up."""
    balances: tuple[Balance, ...] = ()
    """结余：逐行推算的数，如库存、表底数。
    Balances: running figures such as stock or meter readings."""
    rows: tuple[dict[str, str], ...] = ()
    """行：也可放在同名的 CSV 文件里。
    Rows: may also stand in a CSV file of the same name."""
