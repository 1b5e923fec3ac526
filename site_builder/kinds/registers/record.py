"""What somebody writes who keeps a plain table: its columns, what must hold of it, then its rows."""

from decimal import Decimal

import msgspec

from site_builder.kinds.registers.column import Column
from site_builder.model.form import Cadence, Code, Date, Line, Number, Slug
from site_builder.model.record import Part, Record
from site_builder.model.told import Severity


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


class Check(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something that must hold of each row, of each group of rows, or of the whole table."""

    that: Line
    """要求：应当成立的条件，如 grams >= setting("sample.grams")。
    That: what must hold, such as grams >= setting("sample.grams")."""
    says: Line
    """提示：不成立时说的话，{列名} 处填入这一行的值。
    Says: what is told when it does not; {column} stands for the value in the row."""
    says_en: Line | None = None
    """英文提示：可不填。
    Says in English: optional."""
    where: Line | None = None
    """范围：只查符合这个条件的行；不写就查所有行。
    Where: only rows of which this holds; all rows unless said otherwise."""
    by: tuple[Slug, ...] = ()
    """分组：按哪些列分组，如 [date, meal]；sum、count、previous 在组内计算。
    By: the columns by which rows are grouped, such as [date, meal]; sum, count and previous stay inside a group."""
    code: Code | None = None
    """规则编号：本条检查属于哪条规则，如 CAN-05；不写就是 REG-08。
    Code: the rule it belongs to, such as CAN-05; REG-08 unless said otherwise."""
    severity: Severity | None = None
    """轻重：error、warning 或 note；不写就随规则。
    Severity: error, warning or note; that of the rule unless said otherwise."""


class Register(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A table anybody can define: what its columns hold, how often it is kept, what it adds up to."""

    columns: tuple[Column, ...]
    """列：表有哪些列，按顺序。
    Columns: of the table, in order."""
    cadence: Cadence | None = None
    """频次：多久登记一次；缺的会提示。
    Cadence: how often a row is due; what is missing is pointed out."""
    cadence_code: Code | None = None
    """频次的规则编号：没有按频次登记算哪条规则，如 UTL-01；不写就是 REG-05。
    Code of the cadence: the rule that is broken when rows are missing, such as UTL-01; REG-05 unless said otherwise."""
    term_only: bool = False
    """只在学期里：假期不要求登记；一个月里上课日不够的，也不要求。
    In term only: nothing is asked in vacations, nor for a month with few school days."""
    starts_on: Date | None = None
    """起始日：登记从哪天起。
    Starts on: the first day it covers."""
    ends_on: Date | None = None
    """截止日：登记到哪天止。
    Ends on: the last day it covers."""
    sums: tuple[Slug, ...] = ()
    """合计列：哪些列要加总。
    Sums: the columns that are added up."""
    stated_totals: dict[str, str] = msgspec.field(default_factory=dict)
    """写明的合计：别处已经写着的合计，列名: 数；和各行之和核对。
    Stated totals: totals written elsewhere, column: figure; compared with the sum of the rows."""
    subtotals: Slug | None = None
    """小计：按哪一列分组小计；日期列按月。
    Subtotals: the column whose values get a subtotal each; a column of dates by month."""
    balances: tuple[Balance, ...] = ()
    """结余：逐行推算的数，如库存、表底数。
    Balances: running figures such as stock or meter readings."""
    checks: tuple[Check, ...] = ()
    """检查：每一行、每一组或者全表应当成立的条件。
    Checks: what must hold of each row, of each group, or of the whole table."""
    rows: tuple[dict[str, str], ...] = ()
    """行：也可放在同名的 CSV 文件里。
    Rows: may also stand in a CSV file of the same name."""
