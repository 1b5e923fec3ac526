"""What the tests of the edge share."""

from pathlib import Path

import pytest

from tests.edge.sites import Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A project folder with nothing published yet."""
    return Site(tmp_path)
