"""Runs jobs in a worker; the one place where an exception of any kind becomes a problem."""

from site_builder.mistakes import templates as mistakes
from site_builder.model.job import Artifact, Batch, Job
from site_builder.model.problem import Location, Problem


def render_batch(batch: Batch) -> tuple[Artifact | Problem, ...]:
    """What became of each job of a batch: its file, or why it could not be made."""
    return tuple(_run(job, batch) for job in batch.jobs)


def _run(job: Job, batch: Batch) -> Artifact | Problem:
    try:
        return Artifact(job.target, job.key, job.render(job.inputs, batch.kit))
    except Exception as error:  # noqa: BLE001 - a template may raise anything; nothing of it may be published
        said = getattr(error, "message", None) or f"{type(error).__name__}: {error}"
        place = Location(job.origin or "templates")
        return Problem(place, mistakes.CANNOT_RENDER, {"target": job.target, "found": said})
