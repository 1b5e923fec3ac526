"""Some sheets look as they did: the same words, every line where it stood, the same picture."""

import pytest
from PIL import Image, ImageChops

from tests.golden import (
    ALIKE,
    FOLDER,
    NEAR,
    SHEETS,
    kept_lines,
    kept_pictures,
    lines,
    made,
    otherwise,
    pictures,
)

pytestmark = pytest.mark.pdf

each_sheet = pytest.mark.parametrize("name", SHEETS)


def split(line: str) -> tuple[str, list[float], str]:
    """The page, the places, and the words of a line."""
    page, *places, words = line.split("\t", 5)
    return page, list(map(float, places)), words


@each_sheet
def test_words_are_the_same(name: str) -> None:
    assert [split(one)[::2] for one in lines(made(name))] == [split(one)[::2] for one in kept_lines(name)]


@each_sheet
def test_every_line_stands_where_it_stood(name: str) -> None:
    for now, before in zip(lines(made(name)), kept_lines(name), strict=True):
        assert split(now)[1] == pytest.approx(split(before)[1], abs=NEAR), before


@each_sheet
def test_pages_look_the_same(name: str) -> None:
    now, before = pictures(made(name)), kept_pictures(name)
    assert len(now) == len(before)
    assert [
        share for one, other in zip(now, before, strict=True) if (share := otherwise(one, other)) > ALIKE
    ] == []


@each_sheet
def test_a_line_that_moves_by_a_dot_is_seen(name: str) -> None:
    for page in kept_pictures(name):
        moved = Image.new("L", page.size, 255)
        moved.paste(page, (0, 1))
        assert otherwise(page, moved) > ALIKE
        assert not otherwise(page, page.copy())
        assert ImageChops.invert(page).getextrema() != (0, 0)


def test_nothing_is_kept_that_is_not_compared() -> None:
    names = {
        path.stem.rpartition("-")[0] if path.suffix == ".png" else path.stem for path in FOLDER.iterdir()
    }
    assert names == set(SHEETS)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 400_000
