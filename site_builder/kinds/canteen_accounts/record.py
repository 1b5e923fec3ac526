"""What a canteen writes down about its money each month."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Count, Line, Money, Month, Refers
from site_builder.model.record import Part, PostRef, Record


class IncomeKind(StrEnum):
    """Where money comes from."""

    MEALS = "meals"
    """伙食费 / Meals"""
    SUBSIDY = "subsidy"
    """财政补助 / Subsidies"""
    OTHER = "other"
    """其他收入 / Other income"""


class ExpenseKind(StrEnum):
    """What money is spent on."""

    INGREDIENTS = "ingredients"
    """食材 / Ingredients"""
    FUEL = "fuel"
    """燃料 / Fuel"""
    UTILITIES = "utilities"
    """水电 / Water and power"""
    LABOUR = "labour"
    """人工 / Labour"""
    CONSUMABLES = "consumables"
    """低值易耗品 / Consumables"""
    REPAIRS = "repairs"
    """设备维修 / Repairs"""
    MANAGEMENT = "management"
    """管理费用 / Management"""
    TAXES = "taxes"
    """税费 / Taxes"""
    OTHER = "other"
    """其他支出 / Other expenses"""


class Income(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One line of income."""

    kind: IncomeKind
    """类别：伙食费、补助、其他。
    Kind: meals, subsidies, other."""
    what: Line | None = None
    """内容：需要细分时写。
    What: where one kind has several lines."""
    fee: Annotated[str, REFERENCE, Refers("fees")] | None = None
    """收费项目：按哪项收费收的，fees 里的文件名。
    Fee: by which it was collected, the file name in fees."""
    quantity: Count | None = None
    """数量：多少份，或者多少人天。
    Quantity: how many meals, or person-days."""
    servings: Count = 1
    """每份几餐：一人天两餐的写 2。
    Meals in each: two where a person-day is two meals."""
    price: Money | None = None
    """单价：每份（每人天）多少元。
    Price: of each, in yuan."""
    amount: Money
    """金额：元。
    Amount: in yuan."""
    note: Line | None = None
    """说明：减免、补助来源等。
    Note: reductions, source of a subsidy, and so on."""


class Expense(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One line of expense."""

    kind: ExpenseKind
    """类别：食材、燃料、水电、人工等。
    Kind: ingredients, fuel, water and power, labour and so on."""
    what: Line | None = None
    """内容：如“米面油”；其他支出要写。
    What: such as rice, flour and oil; other expenses say it."""
    amount: Money
    """金额：元。
    Amount: in yuan."""
    note: Line | None = None
    """说明：大额或异常的写明。
    Note: on what is large or unusual."""


class CanteenAccount(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Income, expenses and balance of a canteen in one month."""

    canteen: Annotated[str, REFERENCE, Refers("canteens")] | None = None
    """食堂：canteens 里的文件名；只有一个食堂的可不填。
    Canteen: the file name in canteens; may be left out where there is one."""
    month: Month
    """月份：哪个月的账。
    Month: of the account."""
    meals: Count
    """供餐人次：本月一共供应多少份。
    Meals: served in the month."""
    price: Money | None = None
    """餐价：每份多少元；几种餐价的不填。
    Price: of a meal; left out where there are several."""
    income: tuple[Income, ...]
    """收入：一类一行。
    Income: one kind a line."""
    expenses: tuple[Expense, ...]
    """支出：一类一行。
    Expenses: one kind a line."""
    opening: Money = Decimal("0.00")
    """期初结余：上月结转；没有就不填。
    Opening: carried over; nothing unless said otherwise."""
    closing: Money
    """期末结余：账上的数，用来核对。
    Closing: as in the books; it is checked."""
    stated_year_income: Money | None = None
    """本年累计收入（核对用）：报表上印的数。
    Income of the year so far (for checking): as printed."""
    stated_year_expenses: Money | None = None
    """本年累计支出（核对用）：报表上印的数。
    Expenses of the year so far (for checking): as printed."""
    note: Line | None = None
    """说明：亏损、盈余多的原因。
    Note: why there was a loss or a large surplus."""
    prepared_by: PostRef | None = None
    """编制岗位：谁填的。
    Prepared by: the post that drew it up."""
    checked_by: PostRef | None = None
    """复核岗位：谁核对的。
    Checked by: the post that checked it."""
