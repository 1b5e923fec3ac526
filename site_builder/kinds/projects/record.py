"""A repair or a building project: what it costs, how far it has come, what was paid."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Date, Line, Money, Percent, Refers
from site_builder.model.record import BasisRef, Part, Record


class ProjectType(StrEnum):
    """What kind of works it is."""

    REPAIR = "repair"
    """维修改造 / Repair"""
    SUMMER = "summer"
    """暑期维修 / Summer works"""
    CAPITAL = "capital"
    """基建项目 / Capital project"""


class Stage(StrEnum):
    """The stages of a project, one after another."""

    PREPARE = "prepare"
    """筹备立项 / Preparation"""
    DESIGN = "design"
    """设计 / Design"""
    BUILD = "build"
    """施工 / Building"""
    ACCEPT = "accept"
    """验收 / Acceptance"""
    TRIAL = "trial"
    """试运行 / Trial use"""
    OPERATE = "operate"
    """投入使用 / In use"""


class Reached(Part, frozen=True, kw_only=True, omit_defaults=True):
    """A stage with the day it began."""

    stage: Stage
    """阶段：筹备、设计、施工、验收、试运行、投入使用。
    Stage: preparation, design, building, acceptance, trial, use."""
    on: Date
    """开始日期：哪天进入这个阶段。
    On: the day it began."""
    note: Line | None = None
    """说明：可不填。
    Note: optional."""


class Project(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A project from preparation to use; what has not come yet is simply not there."""

    type: ProjectType
    """类别：维修改造、暑期维修或基建项目。
    Type: repair, summer works or capital project."""
    scope: Line
    """内容：修什么、建什么。
    Scope: what is repaired or built."""
    approval: BasisRef | None = None
    """立项批复：bases 里的文件名，基建项目必填。
    Approval: the file name in bases; a capital project needs one."""
    fund: Line | None = None
    """资金来源：钱从哪里来。
    Fund: where the money comes from."""
    budget: Money
    """预算金额：这个项目的预算。
    Budget: of the project."""
    budget_line: Annotated[str, REFERENCE, Refers("budgets", "lines")] | None = None
    """预算行：从预算的哪一行开支，如 2026#repairs。
    Budget line: that pays for it, such as 2026#repairs."""
    tender: Annotated[str, REFERENCE, Refers("tenders")] | None = None
    """采购：tenders 里的文件名。
    Purchase: the file name in tenders."""
    contract_amount: Money | None = None
    """合同金额：采购记录里有合同的不用填。
    Contract amount: not needed where the purchase has the contract."""
    measure: Annotated[str, REFERENCE, Refers("plans", "measures")] | None = None
    """计划措施：落实计划的哪一条，如 2026-spring#m-repairs。
    Measure: of the plan that it carries out, such as 2026-spring#m-repairs."""
    starts_on: Date
    """开工日期：计划或实际开工的日子。
    Starts on: the day works begin."""
    ends_on: Date
    """计划完工：最迟完工的日子。
    Due: the day by which works are done."""
    progress: Percent
    """进度：完成了多少，如 65%。
    Progress: how much is done, such as 65%."""
    progress_on: Date | None = None
    """进度日期：这个进度是哪天的；不写就是生成网站的日子。
    Progress on: the day of that figure; that of the build unless given."""
    stages: tuple[Reached, ...] = ()
    """阶段：按先后填写。
    Stages: in order."""
    paid: Money | None = None
    """已付：到现在付了多少。
    Paid: so far."""
    advance: Percent | None = None
    """预付比例：合同约定可以先付多少；不写按检查标准。
    Advance: what the contract allows to be paid ahead; as the standards say unless given."""
    accepted_on: Date | None = None
    """验收日期：验收合格的日子。
    Accepted on: the day it passed."""
    final_account: Money | None = None
    """决算金额：竣工决算。
    Final account: what it cost in the end."""
