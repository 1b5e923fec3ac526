"""A build as values: what each file is made of, and what was made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from site_builder.model.kind import Export
from site_builder.model.problem import Problem
from site_builder.model.words import Words


@dataclass(frozen=True, eq=False)
class Kit:
    """What all jobs share; it travels to a worker once a batch, and its digest names it there."""

    digest: str
    """Of all that follows, so that a worker can tell whether it has met this kit."""
    templates: Mapping[str, str]
    """Template sources by name (``fees.html``), the project's own before the shipped ones."""
    assets: Mapping[str, bytes]
    """Files that sheets may draw on, by the name they ask for."""
    frame: Any
    """What surrounds every page: the site, the menu, the language (`render.frame.Frame`)."""
    exports: Mapping[str, Export]
    """The open-data formats by suffix."""
    faces: str = ""
    """The folder of the print fonts."""
    tongues: Mapping[str, "Kit"] = field(default_factory=dict)
    """The kits of the further languages of the site."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kit) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)


class Job(msgspec.Struct, frozen=True):
    """One file to be made: how, from what, and whether it has been made of the same before."""

    target: str
    """Its path in the output, written with ``/``."""
    render: Callable[[Any, Kit], bytes]
    """A function of a module, so that it can be sent to another process."""
    inputs: Any
    """Everything it may see besides the kit."""
    key: str
    """Equal keys mean equal files."""
    origin: str = ""
    """The data file it is made from, named when it cannot be made."""
    heavy: bool = False
    """Whether it takes long enough to be sent to a worker by itself (a PDF)."""
    listed: bool = True
    """Whether the search and the site map name it, should it be a page."""
    template: str = ""
    """The template it is drawn by, named when something is wrong with the page."""


@dataclass(frozen=True)
class Batch:
    """Jobs that go to a worker together."""

    jobs: tuple[Job, ...]
    kit: Kit


class Artifact(msgspec.Struct, frozen=True):
    """A file as it was made."""

    target: str
    key: str
    content: bytes


class Changes(msgspec.Struct, frozen=True):
    """What a build has to do: the jobs whose file is missing or old, and the files that nobody makes any more."""

    stale: tuple[Job, ...]
    kept: tuple[str, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """What came of a build."""

    problems: tuple[Problem, ...]
    made: int = 0
    kept: int = 0
    withdrawn: int = 0
    records: int = 0
    published: bool = False
    remarks: tuple[Words, ...] = ()
    """What the person should know besides problems: PDFs left out, the site unchanged."""
