"""Reads the case files under tests/: records as a clerk would write them, and what is expected to be told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml

from site_builder.catalogue import catalogue
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.problem import Problem
from site_builder.model.record import Record
from site_builder.model.source import Document, Source
from site_builder.stages.check import judged
from site_builder.stages.cite import Reckoner
from site_builder.stages.decode import decode
from site_builder.stages.gather import gather
from site_builder.stages.parse import parse

R = TypeVar("R", bound=Record)
HERE = Path(__file__).parent
ANY_DAY = date(2026, 4, 20)
_HEAD = re.compile(r"^# (expect|today): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """Records, the day, and the problems expected as ``CODE line:column``."""

    name: str
    records: dict[str, str]
    today: date
    expected: tuple[str, ...]


def alone(record: R, id: str = "one") -> Entry[R]:
    """A record by itself, as figures and rules are given it."""
    return Entry(type(record).__name__.lower(), id, record, "", "")


def kind_cases() -> Iterator[Case]:
    """Each file under tests/kinds/<kind>/good and bad: one record, alone."""
    for path in sorted(HERE.glob("kinds/*/*/*")):
        kind = path.parent.parent.name
        text = path.read_text("utf-8")
        heads = _HEAD.findall(text)
        day = next((date.fromisoformat(value) for word, value in heads if word == "today"), ANY_DAY)
        expected = tuple(sorted(value.strip() for word, value in heads if word == "expect"))
        suffix = ".md" if path.suffix == ".md" else ".yaml"
        name = f"{kind}/{path.parent.name}/{path.name}"
        yield Case(name, {f"{kind}/{path.stem}{suffix}": text}, day, expected)


def rule_cases() -> Iterator[tuple[str, Case]]:
    """Each case in tests/rules/*.yaml with the code of the rule it is for."""
    for path in sorted(HERE.glob("rules/*.yaml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        for case in content["cases"]:
            day = case.get("today", ANY_DAY)
            records = {f"{name}.yaml": text for name, text in case["records"].items()}
            expected = tuple(sorted(case["expect"]))
            yield content["rule"], Case(f"{path.name}: {case['name']}", records, day, expected)


def documents(case: Case) -> tuple[dict[str, Document], list[Problem]]:
    """The files of a case as they were read."""
    found: dict[str, Document] = {}
    problems: list[Problem] = []
    for path, text in case.records.items():
        document, faults = parse(Source(path, text.encode(), path))
        problems += faults
        if document is not None:
            found[path] = document
    return found, problems


def corpus_of(case: Case) -> tuple[Corpus, dict[str, Document], list[Problem]]:
    """The records of a case together, their files, and what was wrong with reading them."""
    found, problems = documents(case)
    entries: list[Entry[Any]] = []
    for path, document in found.items():
        kind, _, name = path.partition("/")
        entry, faults = decode(document, catalogue().kinds[kind], name.rpartition(".")[0])
        problems += faults
        entries += [entry] if entry else []
    return gather(entries, case.today), found, problems


def told(case: Case) -> list[str]:
    """Every problem of a case that its own kinds and rules find, as ``CODE line:column`` (references left aside)."""
    corpus, found, problems = corpus_of(case)
    lines = [f"{problem.code} {problem.where.line}:{problem.where.column}" for problem in problems]
    reckoner = Reckoner(corpus, catalogue())
    for entry in corpus.entries:
        for finding in judged(entry, reckoner):
            where = found[entry.path].locate(finding.trail, finding.words)
            lines.append(f"{finding.mistake.code} {where.line}:{where.column}")
    return sorted(lines)


def told_of(code: str, case: Case) -> list[str]:
    """What one rule finds in a case, as ``kind/id line:column``."""
    corpus, found, problems = corpus_of(case)
    assert not problems, [problem.message("en") for problem in problems]
    lines = []
    reckoner = Reckoner(corpus, catalogue())
    for entry in corpus.entries:
        for finding in judged(entry, reckoner):
            if finding.mistake.code == code:
                where = found[entry.path].locate(finding.trail, finding.words)
                lines.append(f"{entry.name} {where.line}:{where.column}")
    return sorted(lines)
