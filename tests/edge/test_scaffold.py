"""What a new project and a new record begin with can be read, and holds nothing that is not theirs."""

from pathlib import Path
from typing import Any

import pytest

from site_builder.catalogue import catalogue
from site_builder.edge.project import walk
from site_builder.edge.scaffold import begin, drawn, example_of
from site_builder.edge.schemas import write_schemas
from site_builder.model.kind import Kind
from site_builder.model.source import Source
from site_builder.stages.decode import decode
from site_builder.stages.parse import parse

KINDS = tuple(catalogue().kinds.values())


def troubles(kind: Kind[Any], text: str, suffix: str) -> list[str]:
    """What is wrong with a text as a record of a kind."""
    document, problems = parse(Source(f"example.{suffix}", text.encode(), ""))
    faults = decode(document, kind, "example")[1] if document is not None else ()
    return [f"{one.where.line}:{one.where.column} {one.message('en')}" for one in (*problems, *faults)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_example_can_be_read(kind: Kind[Any]) -> None:
    """Also that of pages, which are written in Markdown."""
    assert troubles(kind, example_of(kind), "md" if kind.name == "pages" else "yaml") == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_drawn_from_its_fields_can_be_read(kind: Kind[Any]) -> None:
    """A kind without an example of its own still has one, with a comment over each field."""
    text = drawn(kind.record)
    assert troubles(kind, text, "yaml") == []
    assert "# 读者在网站和打印件上看到的名称。 / what readers see on the site and on paper.\ntitle: " in text


def test_a_new_project_holds_no_hidden_files_of_ours(tmp_path: Path) -> None:
    made = {path.relative_to(tmp_path).as_posix() for path in begin(tmp_path)}
    assert {name for name in made if "/." in name or name.startswith(".")} == {".gitignore"}
    assert {"data/site.yaml", "content/about.md"} <= made


def test_schemas_are_not_taken_for_records(tmp_path: Path) -> None:
    """They lie in data/, in a folder whose name begins with a dot."""
    begin(tmp_path)
    before = walk(tmp_path)
    assert len(write_schemas(tmp_path)) == len(
        KINDS
    )  # one for each kind but pages, and the editor's settings
    assert walk(tmp_path) == before
