"""Which paths may be published, and where an output folder may be."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from site_builder.edge.outcome import Reason, Refusal

_NOT_ALLOWED = re.compile(
    r"""[\x00-\x1f\x7f<>:"|?*\\]            # what some system cannot store, and what changes a path's meaning
      | (?:^|/) \.{0,2} (?:/|$)             # nothing, `.` or `..` between two slashes
      | [. ] (?:/|$)                        # a dot or blank at the end is dropped by Windows
      | (?:^|/) (?:con|prn|aux|nul|com[0-9]|lpt[0-9]) (?:\.[^/]*)? (?:/|$)   # devices of Windows
      | (?:^|/) \.site-builder              # our own names
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_NAME = 255


def check_path(path: str) -> None:
    """Raises ValueError unless `path` names one file inside the output folder, on every system."""
    long = len(path) > _LONGEST_NAME // 4  # A character takes four bytes at most.
    if _NOT_ALLOWED.search(path) or (
        long and any(len(name.encode()) > _LONGEST_NAME for name in path.split("/"))
    ):
        raise ValueError(f"not a path that can be published: {path!r}")


def check_together(paths: Iterable[str]) -> None:
    """Raises ValueError if two paths would be one file, or a file and a folder, on some system."""
    spelled: dict[str, str] = {}
    files: set[str] = set()
    folders: set[str] = {""}
    for path in paths:
        files.add(_folded(path))
        _spell(path, spelled)
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            _spell(folder, spelled)
            folder = folder.rpartition("/")[0]
    for folder in folders:
        if _folded(folder) in files:
            raise ValueError(f"both a file and a folder: {folder!r}")


def _spell(path: str, spelled: dict[str, str]) -> None:
    if spelled.setdefault(_folded(path), path) != path:
        raise ValueError(f"the same on some systems: {spelled[_folded(path)]!r} and {path!r}")


def _folded(path: str) -> str:
    """How systems see a name that tell neither case nor ways of writing an accent apart."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def refuse_place(output: Path, sources: Iterable[Path] = ()) -> Refusal | None:
    """Why `output` must not be published into, if so: nothing that people wrote may be in reach of a build.

    It may not be, hold or lie in one of `sources`, so neither can it be the project's folder, nor hold a home.
    """
    if output.is_symlink():
        return Refusal(Reason.OUTPUT_IS_LINK, str(output))
    if output.exists() and not output.is_dir():
        return Refusal(Reason.OUTPUT_IS_FILE, str(output))
    real = output.resolve()
    inputs = [source.resolve() for source in sources]
    if any(place.is_relative_to(real) for place in [*inputs, *_home()]):
        return Refusal(Reason.OUTPUT_IS_SOURCE, str(output))
    if any(real.is_relative_to(place) for place in inputs):
        return Refusal(Reason.OUTPUT_IS_SOURCE, str(output))
    return None


def _home() -> list[Path]:
    """The home folder, where there is one; a build machine's user need not have any."""
    try:
        return [Path.home().resolve()]
    except RuntimeError:
        return []
