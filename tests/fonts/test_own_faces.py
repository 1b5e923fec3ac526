"""A font that a site brings is looked into before it is used, and then stands in a line with the bundled ones."""

from io import BytesIO
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from site_builder.fonts import ROLES, folder
from site_builder.fonts.own import (
    BROKEN,
    COLLECTION,
    FORBIDDEN,
    NO_FONT,
    PACKED,
    WHOLE_ONLY,
    fitted,
    lacking,
    look_into,
)
from site_builder.fonts.squeezing import squeezes_marks
from site_builder.model.words import Words
from tests.fonts.licensed import licensed

TEXT = "总务处（见《办法》），另行通知。"


def opened(content: bytes) -> Any:
    return TTFont(BytesIO(content))


def test_what_it_draws_is_known() -> None:
    drawn = look_into(licensed(TEXT))
    assert not isinstance(drawn, Words)
    assert set(TEXT) <= drawn
    assert lacking(drawn, "总务处喆，abc 12") == ("喆",)


WHOLE = licensed(TEXT)
UNUSABLE = {
    "a collection": (b"ttcf" + WHOLE[4:], COLLECTION),
    "packed": (b"wOF2" + WHOLE[4:], PACKED),
    "a text": ("仿宋".encode(), NO_FONT),
    "empty": (b"", NO_FONT),
    "cut off": (WHOLE[:400], BROKEN),
    "without characters": (licensed(TEXT).replace(b"cmap", b"cmaq", 1), BROKEN),
}


@pytest.mark.parametrize(("content", "why"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_used_is_told(content: bytes, why: Words) -> None:
    assert look_into(content) == why


@pytest.mark.parametrize(
    ("says", "why"), [(0x2, FORBIDDEN), (0x200, FORBIDDEN), (0x204, FORBIDDEN), (0x104, WHOLE_ONLY)]
)
def test_a_font_that_forbids_to_be_embedded_is_not(says: int, why: Words) -> None:
    assert look_into(licensed(TEXT, says)) == why


@pytest.mark.parametrize("says", [0x0, 0x4, 0x8, 0x6])
def test_a_font_that_allows_it_is(says: int) -> None:
    assert isinstance(look_into(licensed(TEXT, says)), frozenset)


@pytest.mark.parametrize("role", ROLES)
def test_it_has_our_name_and_our_measures(role: str) -> None:
    face, bundled = ROLES[role], TTFont(folder() / "disclosure-serif-sc-400.ttf")
    font = opened(fitted(licensed(TEXT), face))
    assert font["name"].getBestFamilyName() == face.family
    assert font["OS/2"].usWeightClass == face.weight
    for value in ("ascent", "descent", "lineGap"):
        ours = getattr(bundled["hhea"], value) / bundled["head"].unitsPerEm
        assert getattr(font["hhea"], value) / font["head"].unitsPerEm == pytest.approx(ours, abs=0.001)
    assert font.getBestCmap()[0x2060] == font.getBestCmap()[0x20]
    assert "BASE" in font


def test_it_closes_up_full_width_marks_as_ours_do() -> None:
    before, after = opened(licensed(TEXT)), opened(fitted(licensed(TEXT), ROLES["body"]))
    assert not squeezes_marks(before)
    assert squeezes_marks(after)
    again = opened(fitted(fitted(licensed(TEXT), ROLES["body"]), ROLES["body"]))
    assert len(again["GPOS"].table.LookupList.Lookup) == len(after["GPOS"].table.LookupList.Lookup)


def test_a_font_without_marks_is_left_without() -> None:
    assert not squeezes_marks(opened(fitted(licensed("总务处"), ROLES["body"])))


def test_the_same_font_gives_the_same_bytes() -> None:
    assert fitted(licensed(TEXT), ROLES["title"]) == fitted(licensed(TEXT), ROLES["title"])
