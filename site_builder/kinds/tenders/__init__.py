"""Purchases, from the intention to the acceptance."""

from site_builder.kinds.tenders.figures import figures
from site_builder.kinds.tenders.money import identities
from site_builder.kinds.tenders.record import Tender
from site_builder.kinds.tenders.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.named import named_by
from site_builder.model.words import Words

KIND = Kind(
    name="tenders",
    title=Words("采购招标", "Procurement"),
    about=Words(
        "从采购意向到验收付款，每一步都在这里。",
        "Every step of a purchase, from the intention to acceptance and payment.",
    ),
    area=Area.PURCHASING,
    record=Tender,
    rules=RULES,
    identities=identities,
    related=named_by(expenses=Words("支出审批", "Spending approvals"), ledgers=Words("入账", "Booked in")),
    figures=figures,
    columns=("project_no", "title", "category", "method", "budget", "amount", "state", "next_date"),
    newest_first="published_on",
    printed=True,
    menu=60,
)
