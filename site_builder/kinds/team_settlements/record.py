"""The account of a team: what came in, what was spent, what each member gets back."""

from typing import Annotated

from site_builder.model.form import REFERENCE, Count, Date, Line, Money, Number, Refers
from site_builder.model.record import Audience, Part, Record


class Amount(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A line of the account: an amount, or a number of things at a price."""

    what: Line
    """项目：什么钱。
    What: the money is for."""
    quantity: Number | None = None
    """数量：多少人、多少件；可不填。
    Quantity: of people or things; optional."""
    price: Money | None = None
    """单价：元；可不填。
    Unit price: in yuan; optional."""
    amount: Money
    """金额：写了数量和单价的要与乘积一致。
    Amount: quantity times price, where both are given."""


class TeamSettlement(Record, frozen=True, kw_only=True, omit_defaults=True):
    """What a team received and spent; only the team sees it, or fewer."""

    audience: Audience = Audience.TEAM
    """公开范围：谁可以看到；队伍结算最多给队伍看，不能给公众。
    Audience: who may see it; a team's settlement is for the team at most, never for the public."""
    team: Annotated[str, REFERENCE, Refers("teams")] | None = None
    """队伍：teams 里的文件名。
    Team: the file name in teams."""
    starts_on: Date
    """开始：账目从哪天起。
    From: the first day of the account."""
    ends_on: Date
    """结束：队伍结束的日子。
    To: the day the team ended."""
    members: Count
    """人数：参加结算的人数。
    Members: who share the balance."""
    income: tuple[Amount, ...]
    """收入：逐项列出。
    Income: line by line."""
    expense: tuple[Amount, ...]
    """支出：逐项列出。
    Expense: line by line."""
    stated_balance: Money | None = None
    """结余（核对用）：说明里写的数。
    Balance (for checking): as the statement says it."""
    refund_per_head: Money
    """每人退还：每人退多少。
    Refund a head: what each member gets back."""
    remainder: Money
    """尾差：分不尽的余数，最多几角。
    Remainder: what could not be shared out."""
    uneven: Line | None = None
    """各人不等：每人退的不一样时写明理由。
    Uneven shares: the reason, where not everybody gets the same."""
    objections: Count | None = None
    """异议数：收到几件异议；没有写 0。
    Objections: how many came; 0 for none."""
