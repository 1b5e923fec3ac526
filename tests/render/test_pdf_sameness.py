"""The same input gives the same bytes, whatever the machine, and printing changes nothing around it."""

import hashlib
import os
import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_builder.fonts import FACES, folder
from site_builder.render.pdf import print_sheet
from tests.render.conftest import DETAILS, LIST, PICTURE, PROSE, TABLE, Desk, made, png

pytestmark = pytest.mark.pdf

SCRIPT = """
import hashlib, pickle, sys
from site_builder.render.pdf import print_sheet
print(hashlib.sha256(print_sheet(*pickle.load(sys.stdin.buffer))).hexdigest())
"""


def printed_elsewhere(job: tuple[Any, ...], place: Path, zone: str, seed: str) -> str:
    surroundings = os.environ | {
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": seed,
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(
        command,
        input=pickle.dumps(job),
        env=surroundings,
        cwd=place,
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stderr == b""
    return done.stdout.decode().strip()


def test_the_bytes_do_not_depend_on_the_machine(desk: Desk, tmp_path: Path) -> None:
    job = (desk.sheet(PROSE + LIST + PICTURE), Desk.style, {"标志.png": png()}, str(folder()), DETAILS)
    first = printed_elsewhere(job, tmp_path, "Asia/Shanghai", "1")
    moved = tmp_path / "faces & more"
    moved.mkdir()
    for face in FACES:
        (moved / face.file).write_bytes((folder() / face.file).read_bytes())
    second = printed_elsewhere((*job[:3], str(moved), DETAILS), Path("/"), "America/New_York", "2")
    made(desk.sheet(TABLE))  # what was printed before must not matter either
    assert hashlib.sha256(print_sheet(*job)).hexdigest() == first == second


def test_another_day_is_another_file(desk: Desk) -> None:
    page = desk.sheet(PROSE)
    assert made(page) != made(page, details=replace(DETAILS, created=date(2026, 9, 2)))


def test_printing_leaves_no_trace_in_the_process(desk: Desk) -> None:
    before = dict(os.environ)
    made(desk.sheet(PROSE))
    assert dict(os.environ) == before
