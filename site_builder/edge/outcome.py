"""What a publication may come to: values for what people can set right, exceptions for what the machine did."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why nothing was published."""

    OUTPUT_IS_LINK = "output-is-link"
    """The output folder is a symbolic link: what it points to may belong to anybody."""
    OUTPUT_IS_FILE = "output-is-file"
    """There is a file where the output folder should be."""
    OUTPUT_IS_SOURCE = "output-is-source"
    """The output folder is, holds or lies in something that the site is made from, or is a home folder."""
    FOREIGN_FILE = "foreign-file"
    """Somebody's own file stands where a page, or the folder of a page, should go."""
    FOREIGN_FOLDER = "foreign-folder"
    """Somebody's own folder stands where a page should go."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was published, and the path that somebody has to look at."""

    reason: Reason
    path: str


@dataclass(frozen=True, slots=True)
class Published:
    """What now stands in the output folder, for good."""

    made: tuple[str, ...]
    """New or changed, sorted."""
    kept: int
    """How many were the same already."""
    withdrawn: tuple[str, ...]
    """Published before and now gone, sorted."""
    foreign: tuple[str, ...]
    """Files that somebody else put there; left as they were, sorted."""
    at_once: bool = True
    """False where the system cannot swap two folders in one step, so that readers may have seen a moment between."""


class PublishError(Exception):
    """The disk or the system refused; the message names the file, the cause is the OSError."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}" if path else reason)
        self.path = path
        self.reason = reason


class Busy(Exception):
    """Another build has the project in its hands."""

    def __init__(self, pid: int, host: str, since: str) -> None:
        super().__init__(f"process {pid} on {host}, since {since}")
        self.pid = pid
        self.host = host
        self.since = since


class WorkerLost(Exception):
    """A worker process is gone before its work was done: the system killed it, most often for want of memory."""


@contextmanager
def disk_trouble() -> Iterator[None]:
    """Turns every OSError inside into the one class that callers have to know."""
    try:
        yield
    except OSError as trouble:
        raise PublishError(str(trouble.filename or ""), trouble.strerror or str(trouble)) from trouble
