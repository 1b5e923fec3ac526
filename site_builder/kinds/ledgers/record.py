"""What is written down of money that came in and went out, entry by entry."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Code, Count, Date, Line, Money, Month, Refers, Slug, Term
from site_builder.model.record import At, Audience, Part, PostRef, Record


class Direction(StrEnum):
    """Whether money came in or went out."""

    IN = "in"
    """收入 / In"""
    OUT = "out"
    """支出 / Out"""


class Gift(Part, frozen=True, kw_only=True, omit_defaults=True):
    """What an entry gave away: souvenirs, presents."""

    to: Line
    """送给：对象，如“指导教师”，不写姓名。
    To: whom, such as the mentors; no names."""
    count: Count
    """份数：多少份。
    Count: how many."""
    unit_price: Money
    """单价：每份多少元。
    Unit price: of one, in yuan."""
    agreed: Count | None = None
    """同意人数：出钱的人里多少人同意。
    Agreed: how many of those who pay agreed."""
    asked: Count | None = None
    """征求人数：问了多少人。
    Asked: how many were asked."""


class LedgerEntry(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One sum that came in or went out, with who handled it and what it belongs to."""

    id: Slug
    """短名：这一笔的编号，如 e-012。
    Short name: of the entry, such as e-012."""
    on: Date
    """日期：收付之日。
    Date: it was received or paid."""
    direction: Direction
    """收支：收入写 in，支出写 out。
    Direction: in or out."""
    amount: Money
    """金额：元。
    Amount: in yuan."""
    purpose: Line
    """用途：收的什么，付的什么。
    Purpose: what it was for."""
    budget_line: Annotated[str, REFERENCE, Refers("budgets", "lines")] | None = None
    """预算行：记入预算的哪一行，如 2026#water。
    Budget line: it is booked on, such as 2026#water."""
    fund: Annotated[str, REFERENCE, Refers("funds")] | None = None
    """资金：用哪项专项资金、代管款；整本账一样的写在账上。
    Fund: it belongs to; written once for the ledger where all entries belong to the same."""
    tender: Annotated[str, REFERENCE, Refers("tenders")] | None = None
    """采购：付的是哪次采购。
    Purchase: that is paid for."""
    expense: Annotated[str, REFERENCE, Refers("expenses")] | None = None
    """支出审批：按哪份审批支付。
    Approval: by which it is paid."""
    handlers: tuple[PostRef, ...]
    """经办人：至少两个不同岗位。
    Handlers: at least two different posts."""
    approved_by: PostRef | None = None
    """批准人：同意支付的岗位，不是经办人。
    Approved by: the post that agreed to pay; not a handler."""
    voucher: Annotated[Code | None, At(Audience.STAFF)] = None
    """凭证号：记账凭证或票据的编号，只给教职工看。
    Voucher: its number, for staff only."""
    account: Annotated[Line | None, At(Audience.STAFF)] = None
    """账户：现金、银行等，不写账号，只给教职工看。
    Account: cash, bank and so on, never its number; for staff only."""
    counterparty: Annotated[Line | None, At(Audience.STAFF)] = None
    """对方单位：收谁的、付给谁，只给教职工看。
    Counterparty: from or to whom; for staff only."""
    split_of: Slug | None = None
    """拆分：同一笔款分记几行时，各行写第一行的短名。
    Split of: where one sum is booked in several entries, the short name of the first in each of the others."""
    gift: Gift | None = None
    """纪念品：买来送人的，写给谁、几份、单价。
    Gift: where it was bought to be given away."""
    note: Line | None = None
    """说明：需要解释的。
    Note: what needs explaining."""
    audience: Audience = Audience.PUBLIC
    """公开范围：这一笔给谁看；默认和整本账一样。
    Audience: who may see the entry; whoever sees the ledger unless said otherwise."""


class Ledger(Record, frozen=True, kw_only=True, omit_defaults=True):
    """All income and expenditure of a month, a term or another period; nothing is added up by hand."""

    month: Month | None = None
    """月份：按月记账的写月份。
    Month: of a monthly ledger."""
    term: Term | None = None
    """学期：按学期记账的写学期。
    Term: of a ledger of a whole term."""
    starts_on: Date | None = None
    """起始日期：按其他时段记账的写起止日期。
    Starts on: the first day, where the period is another."""
    ends_on: Date | None = None
    """截止日期：最后一天。
    Ends on: the last day."""
    series: Slug | None = None
    """账册：同一本账的各期写一样的短名；只有一本账的不用写。
    Series: the same short name in every period of one book; left out where there is one book only."""
    fund: Annotated[str, REFERENCE, Refers("funds")] | None = None
    """资金：整本账都属于一项资金的，写在这里。
    Fund: where the whole ledger belongs to one."""
    opening: Money
    """期初余额：上期结转多少，元。
    Opening balance: carried over from the period before, in yuan."""
    entries: tuple[LedgerEntry, ...] = ()
    """收支：逐笔列出。
    Entries: one by one."""
    stated_in: Money | None = None
    """收入合计（核对用）：账上的数。
    Total in (for checking): as in the books."""
    stated_out: Money | None = None
    """支出合计（核对用）：账上的数。
    Total out (for checking): as in the books."""
    stated_closing: Money | None = None
    """期末余额（核对用）：账上的数。
    Closing balance (for checking): as in the books."""
