"""What stands in the way of publishing, as problems like any other."""

from collections.abc import Iterable

from site_builder.edge.outcome import Reason, Refusal
from site_builder.mistakes import output as mistakes
from site_builder.model.job import Job
from site_builder.model.problem import Location, Problem

_MISTAKES = {
    Reason.OUTPUT_IS_LINK: mistakes.OUTPUT_IS_LINK,
    Reason.OUTPUT_IS_FILE: mistakes.OUTPUT_IS_FILE,
    Reason.OUTPUT_IS_SOURCE: mistakes.OUTPUT_IS_SOURCE,
    Reason.FOREIGN_FILE: mistakes.FOREIGN_FILE,
    Reason.FOREIGN_FOLDER: mistakes.FOREIGN_FILE,
}


def refused(refusals: Iterable[Refusal]) -> tuple[Problem, ...]:
    """Why nothing was published."""
    return tuple(
        Problem(Location("output"), _MISTAKES[refusal.reason], {"path": refusal.path}) for refusal in refusals
    )


def same_address(jobs: Iterable[Job]) -> tuple[Problem, ...]:
    """Pages that would cover one another."""
    seen: set[str] = set()
    doubles = []
    for job in jobs:
        if job.target in seen:
            path = job.target.removesuffix("index.html")
            doubles.append(Problem(Location(job.origin or "content"), mistakes.SAME_ADDRESS, {"path": path}))
        seen.add(job.target)
    return tuple(doubles)


def foreign_remains(paths: tuple[str, ...]) -> tuple[Problem, ...]:
    """A note about files of others in the output folder; names beginning with a dot are how hosts are set up."""
    told = tuple(path for path in paths if not path.startswith(".") and path != "CNAME")
    if not told:
        return ()
    return (Problem(Location("output"), mistakes.FOREIGN_REMAINS, {"count": len(told), "path": told[0]}),)
