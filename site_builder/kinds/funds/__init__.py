"""Earmarked money, money in custody, donations."""

from site_builder.kinds.funds.figures import figures
from site_builder.kinds.funds.record import Fund
from site_builder.kinds.funds.rules import RULES, identities
from site_builder.model.kind import Area, Kind
from site_builder.model.named import named_by
from site_builder.model.words import Words

KIND = Kind(
    name="funds",
    title=Words("专项资金和代管款", "Funds"),
    about=Words(
        "钱从哪里来、只能用在哪里、用了多少。",
        "Where the money came from, what alone it may be spent on, how much was spent.",
    ),
    area=Area.MONEY,
    record=Fund,
    rules=RULES,
    identities=identities,
    figures=figures,
    related=named_by(
        ledgers=Words("收支明细", "Ledgers"),
        tenders=Words("采购", "Purchases"),
        expenses=Words("支出审批", "Spending approvals"),
    ),
    columns=("title", "nature", "funder", "amount", "spent", "balance", "rate", "until"),
    newest_first="fiscal_year",
)
