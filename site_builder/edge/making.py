"""Jobs are done and their files laid down, here or in a worker; whoever asked learns only what came of each."""

from dataclasses import dataclass

from site_builder.edge.filed import fetched
from site_builder.edge.state import Entry
from site_builder.edge.tree.lay import Shelf
from site_builder.model.job import Artifact, Batch, Job, Kit
from site_builder.model.problem import Problem
from site_builder.render.batch import render_batch
from site_builder.stages.leads import Leads, Ways, leads

Laid = tuple[str, Entry, bool]
"""A file by its path, how it is known again, and whether it is new."""
Made = tuple[Laid, Leads | None]
"""A file, and what is to be said of its links."""


@dataclass(frozen=True, slots=True)
class Bench:
    """All that is needed to make what has to be made."""

    jobs: tuple[Job, ...]
    kit: Kit
    shelf: Shelf
    ways: Ways

    def make(self, numbers: range) -> tuple[Made | Problem, ...]:
        """What became of some of the jobs; their content stays where it was made, only its signs travel."""
        return tuple(map(self._made, self.jobs[numbers.start : numbers.stop]))

    def _made(self, job: Job) -> Made | Problem:
        ready = fetched(job)
        if isinstance(ready, Problem):
            return ready
        (done,) = render_batch(Batch((ready,), self.kit))
        return self._lay(done) if isinstance(done, Artifact) else done

    def _lay(self, artifact: Artifact) -> Made:
        entry, new = self.shelf.put(artifact.target, artifact.content, artifact.key)
        found = None
        if artifact.target.endswith(".html"):
            found = leads(artifact.target, artifact.content.decode(), self.ways)
        return (artifact.target, entry, new), found if found and found.notable else None
