"""Finds the kinds, rules and exports there are: by being in their folders, or by entry point from other packages."""

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

from site_builder import exports, kinds, mistakes, rules
from site_builder.model.kind import Catalogue, Export, Kind, Rule
from site_builder.model.problem import Mistake


@cache
def catalogue() -> Catalogue:
    """Everything this installation knows, in a fixed order."""
    found: dict[str, Kind[Any]] = {}
    for kind in sorted(_named("KIND", kinds, "site_builder.kinds"), key=lambda kind: str(kind.name)):
        found[kind.name] = kind
    crossing: list[Rule] = []
    for one in _named("RULE", rules, "site_builder.rules"):
        crossing += one if isinstance(one, tuple) else (one,)
    offered: tuple[Export, ...] = tuple(_named("EXPORT", exports, "site_builder.exports"))
    return Catalogue(found, tuple(crossing), offered)


def mistakes_by_code() -> dict[str, Mistake]:
    """Every kind of mistake the tool tells of, by its code."""
    found: list[Mistake] = []
    for module in _modules(mistakes):
        found += [value for value in vars(module).values() if isinstance(value, Mistake)]
    known = catalogue()
    found += [rule.mistake for rules_ in known.rules_of.values() for rule in rules_]
    return {mistake.code: mistake for mistake in sorted(found, key=lambda mistake: mistake.code)}


def _named(name: str, package: ModuleType, group: str) -> Iterator[Any]:
    for module in _modules(package):
        if hasattr(module, name):
            yield getattr(module, name)
    for point in sorted(entry_points(group=group), key=lambda point: point.name):
        yield point.load()


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda module: module.name):
        yield import_module(f"{package.__name__}.{found.name}")
