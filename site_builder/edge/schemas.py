"""Writes the schemas of all kinds into a project, and the settings by which editors find them."""

import json
from pathlib import Path
from typing import Any

from site_builder.catalogue import catalogue
from site_builder.model.kind import Kind
from site_builder.stages.schema import schema

FOLDER = "data/.schemas"


def write_schemas(root: Path) -> tuple[Path, ...]:
    """The files that were written: one schema a kind, and the editor's settings with its other settings kept.

    A schema is found through ``yaml.schemas``, which the YAML language server of every common editor reads.
    """
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    kinds = [kind for kind in catalogue().kinds.values() if kind.name != "pages"]
    made = [_write(folder / f"{kind.name}.json", schema(kind)) for kind in kinds]
    settings = root / ".vscode" / "settings.json"
    settings.parent.mkdir(exist_ok=True)
    made.append(_write(settings, _settings(settings, kinds)))
    return tuple(made)


def _settings(path: Path, kinds: list[Kind[Any]]) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        found = {}
    found["yaml.schemas"] = {f"./{FOLDER}/{kind.name}.json": _files(kind) for kind in kinds}
    return found


def _files(kind: Kind[Any]) -> list[str]:
    return (
        [f"data/{kind.name}.yaml"]
        if kind.single
        else [f"data/{kind.name}/**/*.yaml", f"data/{kind.name}/**/*.yml"]
    )


def _write(path: Path, content: dict[str, Any]) -> Path:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path
