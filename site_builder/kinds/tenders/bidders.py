"""What bidders give and ask: bonds, inquiries, challenges."""

from site_builder.model.form import Date, Line, Money
from site_builder.model.record import Part


class Bond(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Money that a firm leaves as a security."""

    amount: Money
    """金额：每家交多少，元。
    Amount: of each firm, in yuan."""
    returned_on: Date | None = None
    """退还日期：最后一家退还之日。
    Returned on: the day the last of it went back."""


class Question(Part, frozen=True, kw_only=True, omit_defaults=True):
    """An inquiry or challenge of a supplier; who it was is not written."""

    received_on: Date
    """收到日期：收到之日。
    Received on: the day it came."""
    answered_on: Date | None = None
    """答复日期：答复之日；还没有答复就不填。
    Answered on: the day of the answer, once there is one."""
    subject: Line
    """事项：问什么，不写单位和姓名。
    Subject: what it is about, without names."""
    outcome: Line | None = None
    """处理结果：怎样答复的。
    Outcome: what was answered."""
