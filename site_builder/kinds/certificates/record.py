"""A licence, certificate or test report that has to be valid while something is used."""

from enum import StrEnum
from typing import Annotated

from site_builder.model.form import REFERENCE, Code, Date, Line, Refers
from site_builder.model.record import Record


class CertificateType(StrEnum):
    """What a certificate allows or shows."""

    FOOD = "food"
    """食品经营许可 / Food business licence"""
    FIRE = "fire"
    """消防验收或检测 / Fire acceptance or test"""
    LIFT = "lift"
    """电梯检验 / Lift inspection"""
    BOILER = "boiler"
    """锅炉压力容器检验 / Boiler inspection"""
    BUS = "bus"
    """校车许可与检验 / School bus permit and inspection"""
    WATER = "water"
    """饮用水检测 / Drinking water test"""
    BUILDING = "building"
    """校舍安全鉴定 / Building safety appraisal"""
    LIGHTNING = "lightning"
    """防雷检测 / Lightning protection test"""
    OTHER = "other"
    """其他 / Other"""


class Certificate(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One certificate; when it is renewed, the new one is a record of its own."""

    what: CertificateType
    """种类：是哪一种证照或检测。
    What: the kind of licence or test."""
    holder: Line
    """持有人：单位或设备，不写个人。
    Holder: an institution or a device, never a person."""
    no: Code | None = None
    """编号：证照上的编号。
    Number: as on the certificate."""
    issuer: Line
    """发证单位：谁发的、谁检测的。
    Issuer: who issued it or made the test."""
    valid_from: Date | None = None
    """有效期起：从哪天起有效。
    Valid from: the first day."""
    valid_until: Date | None = None
    """有效期至：最后有效的一天；长期有效不填。
    Valid until: the last day it holds; empty when it holds for good."""
    renewed_as: Annotated[str, REFERENCE, Refers("certificates")] | None = None
    """换证：新证的文件名；旧证换过以后填写。
    Renewed as: the file name of the new one, once it has been renewed."""
