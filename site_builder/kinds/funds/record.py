"""What is written down of money that came for a purpose, or that is kept for others."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Date, Line, Money, Refers, Year
from site_builder.model.record import Record

NOTHING = Decimal("0.00")


class FundNature(StrEnum):
    """Whose money it is, and what binds it."""

    EARMARKED = "earmarked"
    """专项资金 / Earmarked fund"""
    CUSTODY = "custody"
    """代管款项 / Custody fund"""
    DONATED = "donated"
    """捐赠资金 / Donation"""
    MEMBERS_OWN = "members-own"
    """成员自筹 / Members' own money"""


class Fund(Record, frozen=True, kw_only=True, omit_defaults=True):
    """Money that may be spent for its purpose only."""

    nature: FundNature
    """性质：专项资金、代管款项、捐赠、自筹。
    Nature: earmarked, in custody, donated, the members' own."""
    funder: Line
    """资金来源：谁拨付、捐赠或交来的。
    Funder: who granted, gave or paid it in."""
    purpose: Line
    """用途：规定用在什么地方。
    Purpose: what it is for."""
    amount: Money
    """金额：一共多少，元。
    Amount: in all, in yuan."""
    fiscal_year: Year
    """年度：哪一年的资金。
    Fiscal year: of the money."""
    received_on: Date | None = None
    """到账日期：收到之日。
    Received on: the day it came in."""
    until: Date | None = None
    """使用期限：到哪天为止可以用。
    Until: the last day it may be spent."""
    allowed_lines: tuple[Annotated[str, REFERENCE, Refers("budgets", "lines")], ...] = ()
    """可用预算行：只能从哪些预算行开支；不限的不填。
    Allowed lines: of the budget, from which alone it may be spent; left out where it is not so bound."""
    stated_spent: Money | None = None
    """已支出（核对用）：账上的数；收支明细账没有上网时就用这个数。
    Spent (for checking): as in the books; the figure that counts where no ledger is on the site."""
