"""What somebody asks of the tool: which project, for whom, as of when."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from site_builder.model.record import Audience


@dataclass(frozen=True, slots=True)
class Wish:
    """A build or check as it was asked for."""

    root: Path
    """The project's folder."""
    output: Path
    today: date
    audience: Audience = Audience.PUBLIC
    pages: bool = True
    sheets: bool = True
    workers: int = 1
    offline: bool = False
    """Whether the site is to be opened from a disk, without a server."""

    @property
    def state(self) -> Path:
        """Where the tool keeps what it remembers of this output: beside it, never in it."""
        return self.output.absolute().parent / ".site-builder" / self.output.absolute().name
