"""The checksums that a site publishes of itself: by them its files are known for ours where all else is forgotten."""

import hashlib
from pathlib import Path

from site_builder.stages.announce import CHECKSUMS

_ALWAYS = frozenset({"index.html", "404.html", "static/site.css"})
"""What every site of ours has; a list without them is somebody else's, and so are the files that it names."""


def listed(output: Path) -> dict[str, str]:
    """SHA-256 by path of all that the site in `output` says it holds; nothing if there is no site of ours."""
    try:
        content = (output / CHECKSUMS).read_bytes()
        lines = [line.split("  ", 1) for line in content.decode().splitlines()]
    except (OSError, UnicodeDecodeError):
        return {}
    found = {line[1]: line[0] for line in lines if len(line) == 2}
    return found | {CHECKSUMS: hashlib.sha256(content).hexdigest()} if found.keys() >= _ALWAYS else {}
