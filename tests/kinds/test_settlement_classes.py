"""Class lists that do not come to the school's total: the class that is wrong is named where it can be known."""

from datetime import date
from decimal import Decimal

from site_builder.kinds.settlements.record import ClassList, Settlement, SettlementLine, Spending
from site_builder.kinds.settlements.rules import CLASSES_DIFFER, identities
from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays
from tests.cases import alone


def told(*refunds: str, payers: int = 88, uneven: bool = False) -> list[str]:
    """What is said of the money of classes of 44, each with 60 paid in and 56 spent a head."""
    line = SettlementLine(
        id="books",
        fee="books",
        payers=payers,
        received=Decimal(60 * payers),
        spent=(Spending(what="作业本", quantity=Decimal(payers), price=Decimal("56.00")),),
        refunded=Decimal(4 * payers),
        uneven=uneven,
    )
    classes = tuple(
        ClassList(class_name=f"三（{number}）班", heads=44, refund=Decimal(refund))
        for number, refund in enumerate(refunds, 1)
    )
    record = Settlement(title="结算", term="2026S", heads=88, lines=(line,), class_lists=classes)
    world = Corpus((), date(2026, 7, 10), Workdays())
    findings = [one.finding for one in identities(alone(record), world) if not one.holds]
    return [
        one.mistake.told.message.fill(**one.values).zh for one in findings if one.mistake == CLASSES_DIFFER
    ]


def test_the_class_is_named() -> None:
    assert told("176.00", "176.00") == []
    assert told("176.00", "172.00") == [
        "各班退费合计 348.00，全校是 352.00；三（2）班 44 × 4.00 = 176.00，写的是 172.00"
    ]


def test_no_class_is_named_where_pupils_get_different_sums() -> None:
    assert told("176.00", "172.00", uneven=True) == ["各班退费合计 348.00，全校是 352.00"]
    assert told("176.00", "164.00", payers=87) == ["各班退费合计 340.00，全校是 348.00"]
