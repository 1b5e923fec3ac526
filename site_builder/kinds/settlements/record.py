"""What a school writes down when it settles what it collected for others."""

from decimal import Decimal
from typing import Annotated

from site_builder.model.form import REFERENCE, Count, Date, Line, Money, Number, Refers, Slug, Term
from site_builder.model.record import Part, Record


class Spending(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What was bought with the money; its amount is quantity times price."""

    what: Line
    """用途：买了什么。
    What: was bought."""
    quantity: Number
    """数量：多少。
    Quantity: how many."""
    unit: Line | None = None
    """单位：本、份、套等。
    Unit: copies, sets, and so on."""
    price: Money
    """单价：元。
    Unit price: in yuan."""
    invoices: Count | None = None
    """发票张数：附了几张发票。
    Invoices: how many there are."""


class SettlementLine(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What became of the money of one fee."""

    id: Slug
    """短名：这一行的短名，如 exercise-books。
    Short name: of the line, such as exercise-books."""
    fee: Annotated[str, REFERENCE, Refers("fees")]
    """收费项目：fees 里的文件名。
    Fee: the file name in fees."""
    asked: Count | None = None
    """应交人数：应当交的；写了就和交费、减免人数核对。
    Asked: how many were to pay; compared with payers and exempt, where it is written."""
    payers: Count
    """交费人数：多少人交了。
    Payers: how many paid."""
    exempt: Count = 0
    """减免人数：多少人免交。
    Exempt: how many did not have to pay."""
    units: Count | None = None
    """每人份数：按天、按餐、按月预收的，每人收几天、几餐、几个月。
    Units a payer: days, meals or months collected of each, where the fee is by these."""
    received: Money
    """收入：共收多少。
    Received: in all."""
    spent: tuple[Spending, ...] = ()
    """支出：逐项列出。
    Spent: item by item."""
    heads: Count | None = None
    """退费人数：不填就是交费人数。
    Heads: how many get money back; the payers unless said otherwise."""
    refunded: Money = Decimal("0.00")
    """退费：共退多少。
    Refunded: in all."""
    uneven: bool = False
    """各人不等：每人退的不一样多时写 true。
    Uneven: true where not everybody gets the same."""
    stated_spent: Money | None = None
    """支出合计（核对用）：清单上印的数。
    Total spent (for checking): as printed on the list."""
    note: Line | None = None
    """说明：余额、差异等。
    Note: on balances or differences."""


class ClassList(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What one class gets back, all fees together."""

    class_name: Line
    """班级：如“一（1）班”。
    Class: its name."""
    heads: Count
    """人数：退费的学生数。
    Heads: pupils who get money back."""
    refund: Money
    """退费：全班合计。
    Refund: of the whole class."""


class Settlement(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The account of a term's service and agency fees."""

    term: Term
    """学期：结算哪个学期。
    Term: that is settled."""
    heads: Count
    """退费总人数：每个学生只数一次。
    Heads: pupils who get money back, each counted once."""
    lines: tuple[SettlementLine, ...]
    """结算行：每个收费项目一行。
    Lines: one for each fee."""
    class_lists: tuple[ClassList, ...] = ()
    """分班清单：各班退费人数和金额。
    Class lists: heads and refund of each class."""
    returned_on: Date | None = None
    """退还日期：哪天退到家长账户。
    Returned on: the day the money went back."""
    stated_refund: Money | None = None
    """退费合计（核对用）：清单上印的数。
    Total refund (for checking): as printed on the list."""
    stated_invoices: Count | None = None
    """发票张数合计（核对用）：附了几张。
    Invoices in all (for checking): how many are attached."""
