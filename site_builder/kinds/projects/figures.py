"""What follows from a project: the contract's sum, the share that is paid, how far it should be by now."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import msgspec

from site_builder.kinds.projects.record import Project, Stage
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import Percent

TENTH = Decimal("0.1")


class ProjectFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A project in numbers."""

    stage: Stage | None
    """阶段：走到哪一步。
    Stage: how far it has come."""
    contract: Decimal | None
    """合同金额：采购记录里的合同，或这里写的。
    Contract: of the purchase, else as given here."""
    paid_rate: Percent | None
    """付款率：已付占合同金额。
    Paid: in a hundred of the contract."""
    expected: Percent
    """应到进度：按工期平均算，到进度日期应完成多少。
    Expected: how much would be done by the day of the progress if works went evenly."""
    saving: Decimal | None
    """节约：预算减合同金额。
    Saving: budget less contract."""


def figures(entry: Entry[Project], corpus: Corpus) -> ProjectFigures:
    """The numbers of a project on the day of the build."""
    record = entry.record
    contract = contract_of(record, corpus)
    rate = paid_rate(record, contract)
    return ProjectFigures(
        stage=record.stages[-1].stage if record.stages else None,
        contract=contract,
        paid_rate=None if rate is None else rate.quantize(TENTH, ROUND_HALF_UP),
        expected=expected(record, progress_day(record, corpus)).quantize(TENTH, ROUND_HALF_UP),
        saving=None if contract is None else record.budget - contract,
    )


def contract_of(record: Project, corpus: Corpus) -> Decimal | None:
    """The sum of the contract: as typed here, else that of the purchase with what was agreed later."""
    tender = corpus.find("tenders", record.tender) if record.tender else None
    contract = tender.record.contract if tender else None
    if record.contract_amount is not None or contract is None:
        return record.contract_amount
    return sum((one.change for one in contract.changes), Decimal(contract.amount))


def paid_rate(record: Project, contract: Decimal | None) -> Decimal | None:
    """What is paid in a hundred of the contract, exact."""
    return record.paid * 100 / contract if record.paid is not None and contract else None


def progress_day(record: Project, corpus: Corpus) -> date:
    """The day of the progress that is stated."""
    return record.progress_on or corpus.today


def expected(record: Project, day: date) -> Decimal:
    """How much would be done by that day if works went evenly, in hundredths."""
    whole = (record.ends_on - record.starts_on).days
    gone = min(max((day - record.starts_on).days, 0), max(whole, 0))
    return Decimal(gone * 100) / whole if whole > 0 else Decimal(0)
