"""Spending, from the request to the payment."""

from site_builder.kinds.expenses.figures import figures, identities
from site_builder.kinds.expenses.record import Expense
from site_builder.kinds.expenses.rules import RULES
from site_builder.model.kind import Area, Kind
from site_builder.model.named import named_by
from site_builder.model.words import Words

KIND = Kind(
    name="expenses",
    title=Words("支出审批", "Spending approvals"),
    about=Words(
        "每笔开支谁申请、谁批准、谁办理、谁验收。",
        "Who asked for a spending, who agreed, who carried it out, who accepted it.",
    ),
    area=Area.MONEY,
    record=Expense,
    rules=RULES,
    identities=identities,
    figures=figures,
    related=named_by(ledgers=Words("入账", "Booked in")),
    columns=("title", "amount", "requester", "approver", "meeting", "stage"),
    newest_first="published_on",
)
