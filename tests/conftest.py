"""What tests of several folders share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from site_builder.edge.needs import browser as installed
from tests.hosting import QUIET
from tests.small import DAY, HOME, run


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site, built once a session, however many processes share the tests."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    output = shared / "example/output"
    with FileLock(shared / "example.lock"):
        if not output.exists():
            said = run("build", HOME, "--output", output, "--as-of", DAY, "--workers", "2", "--lang", "en")
            assert said.code == 0, said
    return output


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's own browser."""
    with (
        sync_playwright() as tools,
        tools.chromium.launch(executable_path=installed(), args=QUIET) as browser,
    ):
        yield browser
