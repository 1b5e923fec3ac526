"""The limits, periods and lists that differ from place to place, so that no rule holds a figure of its own."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from importlib.resources import files

from site_builder.model.words import Words

Value = Decimal | tuple[str, ...] | None
"""An amount, a number or a list; None where the place has no such limit, and then the rule says nothing."""

USUAL = "cn-school"
"""The profile of a project that names none."""
LIVES = "asset.lives"
LIFE = re.compile(r"(\w+) +([0-9]{1,3})(?:(-)([0-9]{0,3}))?")
"""One of the lives: a class and its years: ``A05 15`` just so many, ``A05 15-`` at least, ``A05 15-20`` between."""
UNITS = {
    "yuan": Words("元", "yuan"),
    "wd": Words("个工作日", "working days"),
    "d": Words("天", "days"),
    "h": Words("小时", "hours"),
    "months": Words("个月", "months"),
    "years": Words("年", "years"),
    "%": Words("%", "%"),
    "g": Words("克", "grams"),
    "n": Words("", ""),
    "list": Words("（列表）", "(a list)"),
}
"""What a setting counts in."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One figure or list with where it comes from."""

    value: Value
    unit: str
    title: Words
    basis: str = ""
    to_confirm: bool = False
    """Whether it is a usual figure that this place has not confirmed yet."""


@dataclass(frozen=True)
class Profile:
    """What holds in one place; rules ask it by name, and a name it does not know is a programmer's error."""

    name: str
    settings: Mapping[str, Setting] = field(default_factory=dict)

    def number(self, name: str) -> Decimal | None:
        """An amount, a share in hundredths or another exact figure, in the unit the setting says."""
        value = self.settings[name].value
        assert not isinstance(value, tuple), f"{name} is a list"
        return value

    def count(self, name: str) -> int | None:
        """A number of days, working days, hours, people or times."""
        value = self.number(name)
        return None if value is None else int(value)

    def least(self, name: str) -> int:
        """A floor in whole numbers; 0 where there is none, which everything reaches."""
        return self.count(name) or 0

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words; empty where the place has none."""
        value = self.settings[name].value
        assert not isinstance(value, Decimal), f"{name} is a figure"
        return value or ()


@cache
def shipped_profile(name: str = USUAL) -> Profile:
    """One of the profiles in profiles/; those that build on another say only what differs."""
    content = tomllib.loads((files("site_builder") / "profiles" / f"{name}.toml").read_text("utf-8"))
    settings = dict(shipped_profile(content["extends"]).settings) if "extends" in content else {}
    for key, one in content["settings"].items():
        known = settings.get(key)
        settings[key] = Setting(
            _value(one.get("value")),
            one["unit"] if known is None else known.unit,
            Words(**one["title"]) if known is None else known.title,
            one.get("basis", ""),
            one.get("to_confirm", False),
        )
    return Profile(name, settings)


def shipped_names() -> tuple[str, ...]:
    """The names of the profiles there are."""
    found = (files("site_builder") / "profiles").iterdir()
    return tuple(sorted(one.name.removesuffix(".toml") for one in found if one.name.endswith(".toml")))


def _value(written: str | list[str] | None) -> Value:
    return tuple(written) if isinstance(written, list) else None if written is None else Decimal(written)
