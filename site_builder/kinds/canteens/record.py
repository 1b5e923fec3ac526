"""What a school writes down about each place that feeds its pupils, or sells to them."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Code, Count, Date, Line, Refers, Slug
from site_builder.model.record import At, Audience, Part, PostRef, Record


class CanteenMode(StrEnum):
    """Who runs it."""

    SELF_RUN = "self-run"
    """学校自营 / Run by the school"""
    CONTRACTED = "contracted"
    """委托承包经营 / Contracted out"""
    OUTSIDE = "outside"
    """校外供餐 / Catered from outside"""
    SHOP = "shop"
    """校内商店、冷饮部 / Shop or cold-drink room"""


class Handler(Part, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who handles food, by post or number and never by name."""

    id: Slug
    """编号：如 cook-1，不写姓名。
    Number: such as cook-1, never a name."""
    post: Line
    """岗位：厨师、切配、分餐等。
    Post: cook, kitchen hand, server and so on."""
    certificate_from: Date | None = None
    """健康证起：哪天起有效；可不填。
    Certificate from: the first day it holds; optional."""
    certificate_until: Date | None = None
    """健康证止：到哪天有效。
    Certificate until: the last day it holds."""
    on_duty_from: Date
    """上岗日期：哪天起在岗。
    On duty from: the first day."""
    on_duty_to: Date | None = None
    """离岗日期：还在岗的不填。
    On duty to: left out while still on duty."""
    trained_on: Date | None = None
    """培训日期：最近一次食品安全培训。
    Trained on: the last training in food safety."""


class Canteen(Record, frozen=True, kw_only=True, omit_defaults=True):
    """A canteen, a caterer or a shop on the campus."""

    mode: CanteenMode
    """经营方式：自营、承包、校外供餐、商店。
    Mode: run by the school, contracted out, catered, a shop."""
    operator: Line | None = None
    """经营者：许可证上的单位。
    Operator: the body named in the licence."""
    licence_no: Code | None = None
    """许可证编号：食品经营许可证。
    Licence number: of the food business licence."""
    valid_until: Date | None = None
    """许可证有效期至：最后一天。
    Licence valid until: the last day."""
    grade: Line | None = None
    """食品安全等级：监管部门评定的。
    Grade: as assessed by the food authority."""
    contract: Annotated[str, REFERENCE, Refers("tenders")] | None = None
    """招标采购：承包、供餐是怎样选定的，tenders 里的文件名。
    Contract: how the contractor was found; the file name in tenders."""
    manager: PostRef | None = None
    """负责岗位：学校里谁管，如 canteen#manager。
    Manager: the post of the school in charge, such as canteen#manager."""
    opened_on: Date | None = None
    """启用日期：哪天开始供餐。
    Opened on: the first day of service."""
    seats: Count | None = None
    """座位数：同时可以坐多少人。
    Seats: how many can eat at once."""
    handlers: Annotated[tuple[Handler, ...], At(Audience.STAFF)] = ()
    """从业人员：健康证和在岗时间；只给教职工看，不写姓名。
    Food handlers: certificates and time on duty; for staff only, never by name."""
