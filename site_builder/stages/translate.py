"""The pages of a site once more in a further language; sheets and data files are there once, for all languages."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from site_builder.model.job import Job, Kit
from site_builder.stages.digest import digest


class Translated(msgspec.Struct, frozen=True):
    """What a page is made from, and in which language."""

    language: str
    render: Any
    inputs: Any


def render_translated(inputs: Translated, kit: Kit) -> bytes:
    """A page with the kit of its language."""
    made: bytes = inputs.render(inputs.inputs, kit.tongues[inputs.language])
    return made


def translate(jobs: Iterable[Job], language: str, folder: str) -> Iterator[Job]:
    """The jobs that make the pages among `jobs`, which are arranged for that language, in its folder."""
    for job in jobs:
        if job.target.endswith("index.html"):
            inputs = Translated(language, job.render, job.inputs)
            key = digest("translated", language, job.key)
            yield msgspec.structs.replace(
                job, target=f"{folder}{job.target}", render=render_translated, inputs=inputs, key=key
            )
