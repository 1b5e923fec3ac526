"""Finds the kinds, rules and exports there are: by being in their folders, or by entry point from other packages."""

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from types import ModuleType
from typing import Any

from site_builder import exports, kinds, rules
from site_builder.model.kind import Catalogue, Export, Identities, Kind, Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.told import codes
from site_builder.plug_ins import BrokenPlugIn, plug_ins

_SORTS = {
    "site_builder.kinds": Kind,
    "site_builder.rules": Rule,
    "site_builder.exports": Export,
    "site_builder.identities": Identities,
}
"""What the packages of others may add, by the group of entry points."""
_ANYTHING = (
    ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, NameError, OSError, RuntimeError,
    SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What code of others may come to."""


@cache
def catalogue() -> Catalogue:
    """Everything this installation knows, in a fixed order."""
    found: dict[str, Kind[Any]] = {}
    for kind in sorted(_named("KIND", kinds, "site_builder.kinds"), key=lambda kind: str(kind.name)):
        found[kind.name] = kind
    crossing: tuple[Rule, ...] = tuple(_one_or_several("RULE", "site_builder.rules"))
    offered: tuple[Export, ...] = tuple(_named("EXPORT", exports, "site_builder.exports"))
    agreed: tuple[Identities, ...] = tuple(_one_or_several("IDENTITIES", "site_builder.identities"))
    return Catalogue(found, crossing, offered, agreed)


def mistakes_by_code() -> dict[str, Mistake]:
    """Every kind of mistake the tool tells of, by its code."""
    brought = {rule.mistake.code: rule.mistake for rule in catalogue().rules if rule.mistake.brought}
    return dict(sorted((brought | {code: Mistake(code) for code in codes()}).items()))


def _one_or_several(name: str, group: str) -> Iterator[Any]:
    for one in _named(name, rules, group):
        yield from one if isinstance(one, tuple) else (one,)


def _named(name: str, package: ModuleType, group: str) -> Iterator[Any]:
    for module in _modules(package):
        if hasattr(module, name):
            yield getattr(module, name)
    if any(True for _ in plug_ins()):
        # Takes 25 ms to import, which a build without plug-ins need not pay.
        from importlib.metadata import entry_points

        for point in sorted(entry_points(group=group), key=lambda point: point.name):
            yield _loaded(point, _SORTS[group])


def _loaded(point: Any, sort: type) -> Any:
    """What another package adds; rules of it are told apart from ours when they fail."""
    called = f"{point.dist.name if point.dist else '?'}: {point.name} = {point.value}"
    try:
        found = point.load()
    except _ANYTHING as error:
        raise BrokenPlugIn(f"{called}: {type(error).__name__}: {error}") from error
    several = found if isinstance(found, tuple) else (found,)
    if not all(isinstance(one, sort) for one in several):
        raise BrokenPlugIn(f"{called}: {sort.__name__} ≠ {type(found).__name__}")
    if sort is not Rule:
        return found
    return tuple(replace(one, check=partial(_guarded, called, one.check)) for one in several)


def _guarded(called: str, check: Callable[..., Iterable[Finding]], *of: Any) -> Iterator[Finding]:
    """What a rule of another package finds."""
    try:
        yield from check(*of)
    except _ANYTHING as error:
        raise BrokenPlugIn(f"{called}: {of[0].name}: {type(error).__name__}: {error}") from error


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        yield import_module(f"{package.__name__}.{found.name}")
