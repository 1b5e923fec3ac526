"""`site-builder print` puts one file where it is told to, and says so."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.paper import faults
from tests.small import DAY, HOME, here

pytestmark = pytest.mark.pdf


def asked(target: Path, *what: str) -> tuple[int, str]:
    done = here(
        "print", *what, "--folder", HOME, "--output", target, "--as-of", DAY, "--lang", "en", "--workers", "1"
    )
    return done.code, done.out + done.err


def test_one_record_is_its_sheet(tmp_path: Path) -> None:
    code, said = asked(tmp_path, "plans/2026-spring")
    assert code == 0, said
    assert "plans-2026-spring.pdf" in said
    (made,) = tmp_path.glob("*.pdf")
    assert faults(made.read_bytes()) == []


def test_a_month_is_a_book_with_its_contents(tmp_path: Path) -> None:
    code, said = asked(tmp_path, "2026-05")
    assert code == 0, said
    content = (tmp_path / "2026-05.pdf").read_bytes()
    assert faults(content) == []
    reader = PdfReader(BytesIO(content))
    first = reader.pages[0].extract_text()
    assert "目录" in first
    assert "2026年5月总务行事历" in first
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    assert titles[0] == "2026年5月公开文件"
    assert len(titles) > 1


def test_what_is_not_understood_is_said_and_nothing_written(tmp_path: Path) -> None:
    code, said = asked(tmp_path, "nonsense")
    assert code == 2
    assert "nonsense" in said
    assert not list(tmp_path.iterdir())


def test_for_the_board_every_record_is_a_sheet_of_its_own(tmp_path: Path) -> None:
    code, said = asked(tmp_path, "notices", "--edition", "board-a3")
    assert code == 0, said
    files = sorted(tmp_path.iterdir())
    assert len(files) > 5
    assert {one.name[:8] + one.name[-13:] for one in files} == {"notices-board-a3.pdf"[:8] + "-board-a3.pdf"}


def test_a_kind_with_a_board_is_printed_as_its_board(tmp_path: Path) -> None:
    code, said = asked(tmp_path, "fees", "--edition", "board-a4")
    assert code == 0, said
    (made,) = tmp_path.iterdir()
    assert made.name == "fees-board-a4.pdf"
    assert faults(made.read_bytes()) == []
