"""Makes the bundled faces again from their published sources: ``python -m site_builder.fonts.prepare [--check]``.

Only who changes the faces needs it, and with it npm and the tools in `TOOLS`; building a site never runs it.
The same sources and tools give the same bytes, so that ``--check`` can tell whether a committed file is what it claims.
"""

import argparse
import hashlib
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from site_builder.fonts import folder
from site_builder.fonts.coverage import drawn_by
from site_builder.fonts.cutting import cut, keep_digits_even, level, map_invisible, rename
from site_builder.fonts.drawing import draw_form_signs, widen_dash
from site_builder.fonts.recipes import RECIPES, TOOLS, Package, Recipe
from site_builder.fonts.squeezing import squeezes_marks


class CannotPrepare(Exception):
    """The faces cannot be made here, or would not be what their recipes say."""


def demand(tools: Mapping[str, str]) -> None:
    """Stops where a tool has another version than the committed faces were made with."""
    found = {}
    for name in tools:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "none"
    if found != tools:
        wanted = " ".join(f"{name}=={number}" for name, number in tools.items())
        raise CannotPrepare(f"Other tools would make other bytes. Please run: pip install {wanted}")


def fetch(package: Package, packages: Path) -> Path:
    """The package's archive in the folder `packages`, fetched by npm if it is not there, and always verified."""
    archive = packages / package.archive
    if not archive.exists():
        name = f"{package.name}@{package.version}"
        command = ["npm", "pack", "--silent", "--pack-destination", str(packages), name]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise CannotPrepare(f"{package.archive} has the checksum {found}, expected was {package.sha256}")
    return archive


def open_source(recipe: Recipe, archive: Path) -> TTFont:
    """The published font that the face is cut from."""
    with tarfile.open(archive) as files:
        member = files.extractfile(f"package/{recipe.member}")
        if member is None:
            raise CannotPrepare(f"{archive.name} holds no {recipe.member}")
        return TTFont(BytesIO(member.read()), recalcTimestamp=False)


def with_squeezed_marks(font: TTFont) -> TTFont:
    """The font with the features that take the double gap out between two full-width marks (``chws``, ``vchw``)."""
    with TemporaryDirectory() as place:
        before, after = Path(place, "face.ttf"), Path(place, "made")
        font.save(before)
        after.mkdir()
        command = ["-l", "ZHS", "--no-monospace", "-o", str(after), str(before)]
        subprocess.run(
            [sys.executable, "-m", "east_asian_spacing", *command], check=True, capture_output=True
        )
        return TTFont(BytesIO((after / before.name).read_bytes()), recalcTimestamp=False)


def make(recipe: Recipe, archive: Path) -> bytes:
    """The bytes of one face."""
    font = open_source(recipe, archive)
    modified = font["head"].modified
    keep_digits_even(font)
    map_invisible(font)
    if recipe.chinese:
        draw_form_signs(font)
        widen_dash(font)
    cut(font, drawn_by(recipe.face.family))
    if recipe.chinese and not squeezes_marks(font):
        font = with_squeezed_marks(font)
    level(font)
    rename(font, recipe.face)
    font["head"].modified = modified
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def prepare(packages: Path) -> dict[str, bytes]:
    """All faces, by file name."""
    demand(TOOLS)
    return {recipe.face.file: make(recipe, fetch(recipe.package, packages)) for recipe in RECIPES}


def differing(faces: dict[str, bytes], place: Path) -> tuple[str, ...]:
    """The names of the files in `place` that are not, byte for byte, the given faces; also what lies there too much."""
    present = {path.name for path in place.iterdir()}
    changed = {name for name in present & faces.keys() if (place / name).read_bytes() != faces[name]}
    return tuple(sorted(changed | (present ^ faces.keys())))


def main(arguments: list[str] | None = None) -> int:
    """Writes the faces, or with ``--check`` compares them; returns 1 if a committed file differs."""
    parser = argparse.ArgumentParser(prog="python -m site_builder.fonts.prepare", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if a committed face differs"
    )
    parser.add_argument(
        "--packages", type=Path, help="a folder that keeps the fetched packages for the next time"
    )
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as fresh:
        faces = prepare(options.packages or Path(fresh))
    if not options.check:
        for name, content in faces.items():
            (folder() / name).write_bytes(content)
    wrong = differing(faces, folder())
    for name in wrong:
        sys.stdout.write(f"{name}: differs from what its source gives\n")
    sys.stdout.write(f"{len(faces)} faces, {len(wrong)} differ\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
