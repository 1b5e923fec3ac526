"""The fingerprint of the tool itself; apart from everything heavy, for the build that finds nothing to do."""

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import site_builder
from site_builder.plug_ins import plug_ins

_OURS = frozenset({".py", ".po", ".ttf", ".txt", ".html", ".css", ".toml"})


@cache
def tool() -> str:
    """The fingerprint of the tool as it is installed: its version, size and time of every file, plug-ins too."""
    home = Path(site_builder.__file__).parent
    seen = blake2b(site_builder.__version__.encode(), digest_size=16)
    for path in [*sorted(home.rglob("*.*")), *sorted(_plug_ins())]:
        if path.suffix in _OURS and path.is_file():
            found = path.stat()
            seen.update(os.fsencode(f"{path} {found.st_size} {found.st_mtime_ns}\n"))
    return seen.hexdigest()


def _plug_ins() -> Iterator[Path]:
    """The files of other packages that add kinds, rules or exports by entry point."""
    for points in plug_ins():
        yield points
        yield from _recorded(points.with_name("RECORD"), points.parent.parent)


def _recorded(record: Path, place: Path) -> Iterator[Path]:
    if record.exists():
        for line in record.read_text("utf-8", "replace").splitlines():
            yield place / line.partition(",")[0].strip('"')
