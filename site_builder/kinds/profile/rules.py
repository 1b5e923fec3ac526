"""What must hold of a profile."""

from collections.abc import Iterator

from site_builder.kinds.profile.figures import figure_of
from site_builder.kinds.profile.record import Profile
from site_builder.mistakes.values import meant
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.profile import LIFE, LIVES, UNITS, shipped_names, shipped_profile

NO_SUCH_PROFILE = Mistake("PRF-01")
NO_SUCH_SETTING = Mistake("PRF-02")
NOT_ITS_FORM = Mistake("PRF-03")


def profile_is_shipped(entry: Entry[Profile], _corpus: Corpus) -> Iterator[Finding]:
    """The profile it builds on is one of those that come with the tool."""
    known = shipped_names()
    if (name := entry.record.extends) not in known:
        yield Finding(("extends",), NO_SUCH_PROFILE, {"found": name, "known": ", ".join(known)})


def settings_exist(entry: Entry[Profile], _corpus: Corpus) -> Iterator[Finding]:
    """Each setting is one that a rule asks for."""
    known = shipped_profile("bare").settings
    for index, one in enumerate(entry.record.settings):
        if one.name not in known:
            values = {"found": one.name, "guess": meant(one.name, list(known))}
            yield Finding(("settings", index, "name"), NO_SUCH_SETTING, values)


def values_have_their_form(entry: Entry[Profile], _corpus: Corpus) -> Iterator[Finding]:
    """A list has values, everything else one figure, and what is off has neither."""
    known = shipped_profile("bare").settings
    for index, one in enumerate(entry.record.settings):
        setting = known.get(one.name)
        if setting is None:
            continue
        listed = setting.unit == "list"
        figure = one.value is not None and figure_of(one.value, setting.unit) is not None
        odd = [text for text in one.values if one.name == LIVES and not LIFE.fullmatch(text)]
        right = (not one.value and not odd) if listed else not one.values and (figure or one.value is None)
        asked = bool(one.values if listed else one.value)
        if not right or (one.off and asked) or not (asked or one.off or one.confirmed_on):
            yield Finding(("settings", index), NOT_ITS_FORM, {"name": one.name, "unit": UNITS[setting.unit]})


RULES = (
    Rule(NO_SUCH_PROFILE, "profile", profile_is_shipped),
    Rule(NO_SUCH_SETTING, "profile", settings_exist),
    Rule(NOT_ITS_FORM, "profile", values_have_their_form),
)
