"""The pages that are made of all records together: what is due and public, what was put right, what all goes by."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from site_builder.model.words import Words

OWN_PAGES = {
    "compliance": (
        Words("公开情况", "Disclosure record"),
        Words(
            "公开目录里的每一项，最迟什么时候公开，实际什么时候公开。",
            "What the disclosure catalogue asks for, by when, and what became of it.",
        ),
    ),
    "corrections": (
        Words("更正记录", "Corrections"),
        Words(
            "公开以后改过什么：原来怎样，现在怎样，为什么改。",
            "What was changed after it had been published: what it said, what it says, and why.",
        ),
    ),
    "profile": (
        Words("检查标准", "Standards"),
        Words("检查时用的期限、金额和名单。", "The limits, periods and lists that records are checked by."),
    ),
}
"""Their addresses, titles and what they are for."""


@dataclass(frozen=True, slots=True)
class Duty:
    """An item of the catalogue with those of its periods that are worth a look."""

    name: str
    title: Words
    every: Any
    deadline: Words
    owner: str
    bases: tuple[str, ...]
    rows: tuple[Any, ...]
    """The newest first."""
    further: int
    """How many more were published in time; the item's own page lists them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A part of the catalogue."""

    title: Words
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A row or a remark together with the record that it is about."""

    name: str
    title: Words
    what: Any
    folder: str
    """Where the record's page is."""


@dataclass(frozen=True, slots=True)
class ComplianceInputs:
    """All that the page on compliance may see."""

    today: date
    counts: tuple[tuple[Any, int], ...]
    """How many periods are in each state that occurs."""
    headings: tuple[Heading, ...]
    overdue: tuple[Pointer, ...]
    coming: tuple[Pointer, ...]
    withheld: tuple[Pointer, ...]
    waivers: tuple[Pointer, ...]
    to_confirm: tuple[Any, ...]
    provisional: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsInputs:
    """All that the page of corrections may see."""

    years: tuple[tuple[int, tuple[Pointer, ...]], ...]
    """The newest first, in each the newest first."""


@dataclass(frozen=True, slots=True)
class ProfileInputs:
    """All that the page of standards may see."""

    extends: str
    rows: tuple[Any, ...]
    lists: tuple[str, ...]
    """The names of those that are lists and count in nothing."""
