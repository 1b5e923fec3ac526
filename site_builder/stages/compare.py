"""What has to be made anew, what can stay, what is gone: a function of two sets of keys."""

from collections.abc import Iterable, Mapping

from site_builder.model.job import Changes, Job


def compare(jobs: Iterable[Job], made: Mapping[str, str]) -> Changes:
    """Jobs whose key differs from the one their file was made with; `made` gives the key of each published file."""
    wanted = tuple(jobs)
    stale = tuple(job for job in wanted if made.get(job.target) != job.key)
    kept = tuple(job.target for job in wanted if made.get(job.target) == job.key)
    targets = {job.target for job in wanted}
    return Changes(stale, kept, tuple(target for target in made if target not in targets))
