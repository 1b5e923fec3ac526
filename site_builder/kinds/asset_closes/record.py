"""What a school writes down when it closes its asset books at the end of a month."""

from decimal import Decimal
from typing import Annotated

from site_builder.model.form import REFERENCE, Code, Count, Line, Money, Month, Refers, Slug
from site_builder.model.record import At, Audience, Part, PostRef, Record

_NOUGHT = Decimal("0.00")


class CloseLine(Part, frozen=True, kw_only=True, omit_defaults=True):
    """One class of assets in one month."""

    id: Slug
    """短名：每个月都用同一个，如 equipment。
    Short name: the same in every month, such as equipment."""
    title: Line
    """类别：资产类别名称。
    Class: its name."""
    title_en: Line | None = None
    """英文名称：可不填。
    Class in English: optional."""
    class_code: Code | None = None
    """分类代码：以它开头的卡片都算这一类，如 A02。
    Class code: cards whose code begins with it belong here, such as A02."""
    opening_number: Count
    """期初件数：上月月末的数。
    Opening, number: as at the end of the month before."""
    opening_value: Money
    """期初价值：元。
    Opening, value: in yuan."""
    in_number: Count = 0
    """本月增加件数：没有就不填。
    In, number: nothing unless said otherwise."""
    in_value: Money = _NOUGHT
    """本月增加价值：元。
    In, value: in yuan."""
    out_number: Count = 0
    """本月减少件数：没有就不填。
    Out, number: nothing unless said otherwise."""
    out_value: Money = _NOUGHT
    """本月减少价值：元。
    Out, value: in yuan."""
    closing_number: Count
    """期末件数：账上的数。
    Closing, number: as in the books."""
    closing_value: Money
    """期末价值：元。
    Closing, value: in yuan."""


class AssetClose(Record, frozen=True, kw_only=True, omit_defaults=True):
    """The asset books of one month, class by class."""

    month: Month
    """月份：结的是哪个月。
    Month: that is closed."""
    lines: tuple[CloseLine, ...]
    """各类：一类一行。
    Classes: one a line."""
    prepared_by: PostRef | None = None
    """编制岗位：谁填的。
    Prepared by: the post that drew it up."""
    checked_by: PostRef | None = None
    """复核岗位：谁核对的。
    Checked by: the post that checked it."""
    cards: Annotated[tuple[Annotated[str, REFERENCE, Refers("assets")], ...], At(Audience.STAFF)] = ()
    """核对的卡片：assets 里的文件名；写了就和卡片之和核对。只给教职工看。
    Cards: file names in assets; where given, their sums are compared. For staff only."""
