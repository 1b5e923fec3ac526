"""Who does what: tasks that need several posts, and tasks that one post may not have both of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from site_builder.model.corpus import Corpus
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

TOO_FEW = Mistake("EXP-03")
SAME_HAND = Mistake("EXP-04")


@dataclass(frozen=True, slots=True)
class Task:
    """Something that posts did: what they are called for it, where they are written, which posts."""

    title: Words
    trail: Trail
    posts: tuple[str, ...]


def several(corpus: Corpus, *tasks: Task) -> Iterator[Finding]:
    """Each of these tasks is done by as many different posts as the profile asks."""
    needed = corpus.profile.least("handlers.min")
    for task in tasks:
        found = len(set(task.posts))
        if found < needed:
            yield Finding(task.trail, TOO_FEW, {"what": task.title, "found": found, "needed": needed})


def apart(pairs: Iterable[tuple[Task, Task]]) -> Iterator[Finding]:
    """No post has both tasks of a pair; told where it stands for the second."""
    for one, other in pairs:
        for index, post in enumerate(other.posts):
            if post in one.posts:
                values = {"post": post, "one": one.title, "other": other.title}
                yield Finding((*other.trail, index), SAME_HAND, values)
