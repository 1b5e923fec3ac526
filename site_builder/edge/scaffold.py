"""The example site that comes with the tool: what `init` copies and where templates are looked up last."""

import inspect
import shutil
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import site_builder
from site_builder.model.docs import docs_of
from site_builder.model.kind import Kind
from site_builder.model.shape import Cells, Choice, Flag, Leaf, Many, Nested, Shape, Text, slots_of

PARTS = ("content", "data", "templates")


@cache
def scaffold() -> Path:
    """The folder that holds the shipped content/, data/ and templates/: in the wheel, or the checkout itself."""
    home = Path(site_builder.__file__).parent
    packed = home / "scaffold"
    return packed if packed.is_dir() else home.parent


def begin(target: Path) -> tuple[Path, ...]:
    """Copy the example's records and pages into a new or empty folder; templates stay with the tool.

    Raises FileExistsError when something of that name is already there: nothing is ever overwritten.
    """
    for part in PARTS:
        if (target / part).exists() and any((target / part).iterdir()):
            raise FileExistsError(target / part)
    made = []
    for part in ("content", "data"):
        source = scaffold() / part
        for path in sorted(source.rglob("*")):
            inside = path.relative_to(source)
            if path.is_file() and not any(name.startswith(".") for name in inside.parts):
                place = target / part / inside
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place)
                made.append(place)
    (target / "templates").mkdir(parents=True, exist_ok=True)
    ignored = target / ".gitignore"
    if not ignored.exists():
        ignored.write_text("output/\nsheets/\n.site-builder/\n", encoding="utf-8")
        made.append(ignored)
    return tuple(made)


def example_of(kind: Kind[Any]) -> str:
    """A good record of a kind, with comments, as the folder of its class has it; else one drawn from its fields."""
    home = Path(inspect.getfile(kind.record)).parent
    try:
        text = (home / "example.yaml").read_text(encoding="utf-8")
    except FileNotFoundError:
        return drawn(kind.record)
    return as_page(text) if kind.name == "pages" else text


def id_like(kind: Kind[Any]) -> str:
    """A short name that a record of the kind might have: that of one in the example site."""
    place = scaffold() / ("content" if kind.name == "pages" else f"data/{kind.name}")
    names = sorted(path.stem for path in place.glob("*.*"))
    return names[0] if names else f"{kind.name}-2026"


def as_page(text: str) -> str:
    """A record whose last field is its text, as the Markdown page that people write instead."""
    head, _, body = text.partition("body: |\n")
    return f"---\n{head}---\n{textwrap.dedent(body)}"


def drawn(record: type[msgspec.Struct], indent: str = "") -> str:
    """The fields that a record must have, each with an example value and what it is for."""
    docs = docs_of(record)
    lines = []
    for slot in slots_of(record):
        if slot.required:
            told = docs.get(slot.name)
            lines += [f"{indent}# {told.help.zh} / {told.help.en}"] if told and told.help.zh else []
            lines.append(f"{indent}{slot.name}:{_example(slot.shape, indent)}")
    return "\n".join(lines) + "\n"


def _example(shape: Shape, indent: str) -> str:
    match shape:
        case Leaf():
            return f" {shape.form.example}"
        case Choice():
            return f" {next(iter(shape.codes)).value}"
        case Flag():
            return " true"
        case Text():
            return f" |\n{indent}  …"
        case Many(Nested(record)):
            group = drawn(record, f"{indent}    ").rstrip("\n")
            return f"\n{indent}  -\n{group}"
        case Many(item):
            return f"\n{indent}  -{_example(item, indent)}"
        case Nested(record):
            group = drawn(record, f"{indent}  ").rstrip("\n")
            return f"\n{group}" if group else " {}"
        case Cells():
            return " {}"
