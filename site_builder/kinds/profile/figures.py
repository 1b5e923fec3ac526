"""The profile that holds here: the shipped one with what the place changed."""

from decimal import Decimal

import msgspec

from site_builder.kinds.profile.record import Profile as Written
from site_builder.kinds.profile.record import Setting as Change
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.form import NUMBER, fits
from site_builder.model.profile import UNITS, Profile, Setting, shipped_names, shipped_profile
from site_builder.model.words import Words


class Row(msgspec.Struct, frozen=True):
    """One setting as the page shows it."""

    name: str
    title: Words
    value: str
    unit: Words
    basis: str
    to_confirm: bool


_LONGEST = {"h": 10_000, "d": 10_000, "wd": 10_000, "months": 1_200, "years": 100}
"""How long a period may be in its unit: whatever is longer is a slip, and no calendar goes so far."""


class ProfileFigures(msgspec.Struct, frozen=True):
    """Every setting that holds here."""

    rows: tuple[Row, ...]
    to_confirm: int
    """待确认：还有几项要由本单位确认。
    To confirm: how many figures the place has not confirmed."""


def figure_of(text: str, unit: str) -> Decimal | None:
    """The value of a setting as it was written; None when it is no figure, less than nothing, or longer than a life."""
    number = fits(NUMBER, text)
    if not isinstance(number, Decimal) or number < 0 or number > _LONGEST.get(unit, number):
        return None
    return number


def profile_of(written: Written | None) -> Profile:
    """The settings that hold; what was written wrong is left at what the shipped profile says."""
    if written is None:
        return shipped_profile()
    known = shipped_profile(written.extends if written.extends in shipped_names() else "bare")
    settings = dict(known.settings)
    for change in written.settings:
        if change.name in settings:
            settings[change.name] = _changed(settings[change.name], change)
    return Profile(written.extends, settings)


def _changed(setting: Setting, change: Change) -> Setting:
    value = setting.value
    if change.off:
        value = None
    elif change.values:
        value = change.values
    elif change.value is not None and (number := figure_of(change.value, setting.unit)) is not None:
        value = number
    confirmed = change.confirmed_on is not None or change.basis is not None
    return Setting(
        value,
        setting.unit,
        setting.title,
        change.basis or setting.basis,
        setting.to_confirm and not confirmed,
    )


def figures(_entry: Entry[Written], corpus: Corpus) -> ProfileFigures:
    """What the page about the rules shows: every setting with its value."""
    rows = rows_of(corpus.profile)
    return ProfileFigures(rows, sum(row.to_confirm for row in rows))


def rows_of(profile: Profile) -> tuple[Row, ...]:
    """Every setting with its value, as it is read."""
    return tuple(_row(name, one) for name, one in profile.settings.items())


def _row(name: str, setting: Setting) -> Row:
    value = setting.value
    written = "、".join(value) if isinstance(value, tuple) else "" if value is None else f"{value:,}"
    return Row(name, setting.title, written, UNITS[setting.unit], setting.basis, setting.to_confirm)
