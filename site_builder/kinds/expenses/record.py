"""What is written down of a spending from the request to the payment, with who agreed."""

from typing import Annotated

from site_builder.model.form import REFERENCE, Date, Line, Money, Number, Refers
from site_builder.model.record import Part, PostRef, Record

ResolutionRef = Annotated[str, REFERENCE, Refers("meetings", "resolutions")]


class Step(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One step: when, and by which posts."""

    on: Date
    """日期：这一步办完之日。
    Date: it was done."""
    by: tuple[PostRef, ...] = ()
    """岗位：由哪些岗位办的；申请和批准不用写。
    By: which posts; left out for request and approval."""
    paper: Line | None = None
    """单据：留下的单据，如“验收单第 12 号”。
    Paper: that was left, such as acceptance slip no. 12."""


class Steps(Part, frozen=True, kw_only=True, omit_defaults=True):
    """The chain every spending goes through."""

    request: Step | None = None
    """申请：提出申请。
    Request."""
    approval: Step | None = None
    """批准：同意开支。
    Approval."""
    purchase: Step | None = None
    """购买：购买或签约，至少两个岗位。
    Purchase: or the signing of a contract, by at least two posts."""
    acceptance: Step | None = None
    """验收：验收，至少两个岗位，不是购买的岗位。
    Acceptance: by at least two posts, none of which purchased."""
    payment: Step | None = None
    """付款：支付，至少两个岗位。
    Payment: by at least two posts."""


class Item(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is bought, with the highest price that was set for it."""

    title: Line
    """品名：买什么。
    Item: what is bought."""
    quantity: Number
    """数量：多少。
    Quantity: how many."""
    unit: Line | None = None
    """单位：个、平方米等。
    Unit: pieces, square metres, and so on."""
    unit_price: Money
    """单价：元。
    Unit price: in yuan."""
    band_max: Money | None = None
    """限价上限：经办人可以自行定价的最高单价，元。
    Highest price: up to which the handlers may settle it themselves, in yuan."""
    decision: ResolutionRef | None = None
    """超限价的决定：超过限价时学校的决议，如 2026-03-16#tiles。
    Decision: of the school on a price above it, such as 2026-03-16#tiles."""


class Disagreement(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Something those who handled it did not agree on."""

    matter: Line
    """事项：对什么意见不一致。
    Matter: what it was about."""
    asked: PostRef
    """请示：请示哪个岗位。
    Asked: which post was asked."""
    decision: Line | None = None
    """决定：上级怎样定的。
    Decision: what it decided."""
    decided_on: Date | None = None
    """决定日期：决定之日。
    Decided on: the day of the decision."""


class Expense(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One spending as it was asked for, agreed to, carried out, accepted and paid."""

    amount: Money
    """金额：元。
    Amount: in yuan."""
    requester: PostRef
    """申请人：提出申请的岗位。
    Requester: the post that asked."""
    approver: PostRef
    """批准人：同意开支的岗位，不是申请人、经办人、验收人。
    Approver: the post that agreed; it neither asked, handled nor accepted."""
    meeting: ResolutionRef | None = None
    """会议决议：大额开支写决议，如 2026-03-16#physique-room。
    Resolution: of a meeting, for large sums, such as 2026-03-16#physique-room."""
    budget_line: Annotated[str, REFERENCE, Refers("budgets", "lines")] | None = None
    """预算行：从预算的哪一行开支，如 2026#repairs。
    Budget line: that pays for it, such as 2026#repairs."""
    fund: Annotated[str, REFERENCE, Refers("funds")] | None = None
    """资金：用专项资金、代管款支付的，写 funds 里的文件名。
    Fund: the file name in funds, where such a fund pays for it."""
    measure: Annotated[str, REFERENCE, Refers("plans", "measures")] | None = None
    """计划措施：落实计划的哪一条。
    Measure: of the plan that it carries out."""
    tender: Annotated[str, REFERENCE, Refers("tenders")] | None = None
    """采购：通过哪次采购办理；购买和验收以采购记录为准。
    Purchase: by which it is carried out; its record then tells of purchase and acceptance."""
    steps: Steps
    """经过：申请、批准、购买、验收、付款，办到哪一步写到哪一步。
    Steps: request, approval, purchase, acceptance, payment, as far as it has come."""
    items: tuple[Item, ...] = ()
    """明细：买了什么、单价、限价。
    Items: what was bought, at which price, up to which limit."""
    disagreements: tuple[Disagreement, ...] = ()
    """不同意见：经办人意见不一致时的请示和决定。
    Disagreements: of the handlers, whom they asked, what was decided."""
