"""A project folder to publish in, and what can be seen there."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from site_builder.edge.outcome import Published, Refusal
from site_builder.edge.publish import Publication

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Site:
    """An output folder with its state folder."""

    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def state(self) -> Path:
        return self.root / ".site-builder"

    def try_to_publish(self, files: Files) -> Published | tuple[Refusal, ...]:
        """One build, as the caller does it: what is known under the same key is kept, the rest made."""
        self.state.mkdir(parents=True, exist_ok=True)
        with Publication(self.output, self.state) as publication:
            for path, content in files.items():
                key = f"key of {content!r}"
                if publication.known.get(path) == key:
                    publication.keep(path)
                else:
                    publication.put(path, content, key)
            return publication.commit()

    def publish(self, files: Files) -> Published:
        """A build that is not refused."""
        outcome = self.try_to_publish(files)
        assert isinstance(outcome, Published), outcome
        return outcome

    def read(self) -> dict[str, bytes]:
        """Everything in the output folder; a link is told by where it leads."""
        return read_tree(self.output)

    def litter(self) -> set[str]:
        """What is in the state folder besides the spare tree and two manifests, each with its copy."""
        left = {str(path.relative_to(self.state)) for path in self.state.glob("*")}
        left |= {f"trees/{path.name}" for path in self.state.glob("trees/*")}
        manifests = {name for name in left if name.startswith("manifest-") and not name.endswith(".new")}
        trees = [tree for tree in (self.output, self.state / "trees/spare") if tree.exists()]
        kept = {f"manifest-{tree.stat().st_ino}{end}" for tree in trees for end in ("", ".copy")}
        return left - {"trees", "trees/spare", "lock"} - (manifests & kept)


def read_tree(root: Path) -> dict[str, bytes]:
    """Everything in a folder; a link is told by where it leads, an empty folder by its name."""
    found: dict[str, bytes] = {}
    for folder, folders, names in os.walk(root):
        inside = Path(folder)
        if not folders and not names:
            found[f"{inside.relative_to(root)}/"] = b""
        for name in [*names, *(name for name in folders if (inside / name).is_symlink())]:
            path = inside / name
            content = b"-> " + os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
            found[str(path.relative_to(root))] = content
    return found
