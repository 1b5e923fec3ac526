"""Files that an office has filed, read only when something is made of them: photographs would fill the memory."""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from site_builder.edge.project import read_bytes, unreadable
from site_builder.mistakes.names import UNREADABLE
from site_builder.model.job import Job
from site_builder.model.problem import Location, Problem
from site_builder.model.words import Words
from site_builder.render.files import hand_on
from site_builder.stages.digest import digest
from site_builder.stages.pictures import FOLDER, Use, versions

LARGE = 500_000
"""Bytes of a picture that take a worker longer than a page does."""
_CHANGED = Words("它刚刚又变了，请再生成一次", "it has changed just now; build again")


class Filed(msgspec.Struct, frozen=True):
    """What stands in a job for a file, until the job is done."""

    root: Path
    path: str
    sign: str
    """Of the content that was looked into; nothing else is published."""
    inputs: Callable[[bytes], Any]
    """From the content to what the job may see."""


def sign_of(content: bytes) -> str:
    """What tells one content from any other, and anybody can compare: its SHA-256."""
    return sha256(content).hexdigest()


def fetched(job: Job) -> Job | Problem:
    """The job with what it is made from."""
    filed = job.inputs
    if not isinstance(filed, Filed):
        return job
    try:
        content = read_bytes(filed.root, filed.path)
    except OSError as error:
        return unreadable(filed.path, error)
    if sign_of(content) != filed.sign:
        return Problem(Location(filed.path), UNREADABLE, {"reason": _CHANGED})
    return msgspec.structs.replace(job, inputs=filed.inputs(content))


def as_it_is(root: Path, name: str, sign: str) -> Job:
    """A file that readers get as it was filed."""
    filed = Filed(root, f"content/files/{name}", sign, _unchanged)
    return Job(f"{FOLDER}{name}", hand_on, filed, digest("filed", sign))


def as_pictures(root: Path, name: str, sign: str, size: tuple[int, int], use: Use) -> Iterator[Job]:
    """A picture in the sizes in which it is published, none of them the file itself; `size` is its bytes and width."""
    # Imported here: a site without pictures does without Pillow.
    from site_builder.render.raster import ENCODER, PictureInputs, render_picture

    path, (bytes_, width) = f"content/files/{name}", size
    for place, wide in versions(name, width, use).items():
        whole = use.whole and wide == width
        inputs = partial(PictureInputs, width=wide, whole=whole)
        key = digest("picture", ENCODER, wide, whole, sign)
        yield Job(place, render_picture, Filed(root, path, sign, inputs), key, path, heavy=bytes_ > LARGE)


def _unchanged(content: bytes) -> bytes:
    return content
