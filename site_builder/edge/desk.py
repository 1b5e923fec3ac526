"""Where the watcher puts each new state of the preview, and where the browser's requests find it."""

import json
import threading
import time
from dataclasses import dataclass

from site_builder.edge.pool import Map
from site_builder.edge.preview import Preview, reread, retouched
from site_builder.edge.sought import Sought
from site_builder.model.problem import Problem
from site_builder.model.told import Severity
from site_builder.model.words import Words

_WRONG = Words(
    "{errors} 个错误；改好以前，页面还是原来的样子", "{errors} to mend; until then the page stays as it was"
)
_WORTH_A_LOOK = Words("{count} 条提醒", "{count} to look at")


@dataclass(frozen=True)
class Shown:
    """A state with the name by which a page knows whether it is still the latest."""

    preview: Preview
    version: str


class Desk:
    """The latest state, and a bell for those who wait for the next one."""

    def __init__(self, preview: Preview, run: Map, language: str) -> None:
        self.run = run
        self.language = language
        self.sought = Sought()
        self._born = time.time_ns()  # versions of an earlier run must not look like ours
        self._count = 0
        self._bell = threading.Condition()
        self._site = _site_of(preview)
        self.shown = Shown(preview, self._version())

    def take(self, paths: frozenset[str] | None) -> None:
        """Files were touched: show the edited ones at once, then everything that follows from them."""
        quick = retouched(self.shown.preview, paths) if paths else None
        if quick is not None:
            self._put(quick)
        self._put(reread(self.shown.preview, self.run))

    def next_state(self, told: str, seconds: float) -> str:
        """What the browser needs to know, as JSON; waits until it differs from `told`, or until time is up."""
        with self._bell:
            if self._state() == told:
                self._bell.wait(seconds)
            return self._state()

    def _put(self, preview: Preview) -> None:
        with self._bell:
            if preview.site is not self.shown.preview.site:
                before, self._site = self._site, _site_of(preview)
                self._count += before != self._site
            self.shown = Shown(preview, self._version())
            self._bell.notify_all()

    def _version(self) -> str:
        return f"{self._born}-{self._count}"

    def _state(self) -> str:
        problems = self.shown.preview.problems
        worst = next(
            (one for one in Severity if any(problem.severity is one for problem in problems)), Severity.NOTE
        )
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        title = _WRONG.fill(errors=errors) if errors else _WORTH_A_LOOK.fill(count=len(problems))
        state = {
            "version": self.shown.version,
            "language": self.language,
            "worst": worst.value,
            "title": title.say(self.language),
            "problems": [self._told(one) for one in sorted(problems, key=_worst_first)],
        }
        return json.dumps(state)

    def _told(self, problem: Problem) -> dict[str, str]:
        where = problem.where
        return {
            "place": f"{where.path}:{where.line}:{where.column}",
            "severity": problem.severity.value,
            "message": f"{problem.code} {problem.message(self.language)}",
            "hint": problem.hint(self.language),
        }


def _worst_first(problem: Problem) -> int:
    return list(Severity).index(problem.severity)


def _site_of(preview: Preview) -> object:
    """What tells one state of the site from another."""
    if preview.site is None:
        return None
    entries = tuple((entry.name, entry.digest) for entry in preview.site.arrangement.corpus.entries)
    return preview.site.kit.digest, entries, tuple(preview.loaded.scan.files.items())
