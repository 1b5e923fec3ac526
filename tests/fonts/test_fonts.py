"""The bundled faces are what the stylesheets and the printing of sheets take them for."""

import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from site_builder.fonts import FACES, Face, folder
from site_builder.fonts.coverage import drawn_by, missing
from site_builder.fonts.cutting import cut, keep_digits_even, level, map_invisible, rename
from site_builder.fonts.prepare import CannotPrepare, demand, differing, fetch
from site_builder.fonts.recipes import RECIPES, TOOLS, Package

HOME = folder().parent
CHINESE = tuple(face for face in FACES if face.family.endswith(" SC"))
LATIN = tuple(face for face in FACES if face not in CHINESE)
MEGABYTE = 1_000_000

each_face = pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
each_chinese_face = pytest.mark.parametrize("face", CHINESE, ids=lambda face: face.file)
each_latin_face = pytest.mark.parametrize("face", LATIN, ids=lambda face: face.file)


@cache
def opened(face: Face) -> Any:
    return TTFont(folder() / face.file)


def glyph(face: Face, character: str) -> str:
    return str(opened(face).getBestCmap()[ord(character)])


def width(face: Face, character: str) -> float:
    return float(opened(face)["hmtx"][glyph(face, character)][0] / opened(face)["head"].unitsPerEm)


def features(face: Face, table: str) -> set[str]:
    return {record.FeatureTag for record in opened(face)[table].table.FeatureList.FeatureRecord}


def lookups(face: Face, table: str) -> list[Any]:
    subtables = (sub for lookup in opened(face)[table].table.LookupList.Lookup for sub in lookup.SubTable)
    return [getattr(sub, "ExtSubTable", sub) for sub in subtables]


def test_the_folder_holds_the_faces_and_nothing_else() -> None:
    assert {path.name for path in folder().iterdir()} == {face.file for face in FACES}


def test_the_faces_are_small_enough_to_travel_along() -> None:
    sizes = [(folder() / face.file).stat().st_size for face in FACES]
    assert max(sizes) < 5 * MEGABYTE
    assert sum(sizes) < 25 * MEGABYTE


@each_face
def test_a_face_says_what_the_table_says(face: Face) -> None:
    names, measures = opened(face)["name"], opened(face)["OS/2"]
    assert (names.getDebugName(16) or names.getDebugName(1)) == face.family
    assert measures.usWeightClass == face.weight
    assert bool(measures.fsSelection & 1) == (face.style == "italic")
    assert bool(measures.fsSelection & 32) == (face.weight == 700)


@each_face
def test_a_face_keeps_its_notices_but_not_its_old_name(face: Face) -> None:
    names = opened(face)["name"]
    assert "Adobe" in names.getDebugName(0) or "Tinos Project" in names.getDebugName(0)
    assert "SIL Open Font License, Version 1.1" in names.getDebugName(13)
    own = " ".join(names.getDebugName(number) or "" for number in (1, 3, 4, 6, 16))
    assert not {"Noto", "Tinos", "Source"} & set(own.replace("-", " ").split())


@each_face
def test_all_faces_have_one_height_depth_and_baselines(face: Face) -> None:
    font = opened(face)
    em, header, measures = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
    up, down = round(0.88 * em), em - round(0.88 * em)
    assert (header.ascent, header.descent, header.lineGap) == (up, -down, 0)
    assert (measures.sTypoAscender, measures.sTypoDescender, measures.sTypoLineGap) == (up, -down, 0)
    assert (measures.usWinAscent, measures.usWinDescent) == (up, down)
    axis = font["BASE"].table.HorizAxis
    assert axis.BaseTagList.BaselineTag == ["icfb", "icft", "ideo", "romn"]
    wanted = [round(part * em) for part in (-0.078, 0.838, -0.12, 0)]
    for record in axis.BaseScriptList.BaseScriptRecord:
        assert [place.Coordinate for place in record.BaseScript.BaseValues.BaseCoord] == wanted


@each_face
@pytest.mark.parametrize("character", ["\u00a0", "\u200b", "\u2060"])
def test_invisible_joints_show_the_space(face: Face, character: str) -> None:
    assert glyph(face, character) == glyph(face, " ")


@each_face
def test_a_face_carries_no_hints(face: Face) -> None:
    assert not {"cvt ", "fpgm", "prep", "gasp", "hdmx"} & set(opened(face).keys())


@each_face
def test_a_face_has_exactly_the_characters_of_its_list(face: Face) -> None:
    assert {chr(point) for point in opened(face).getBestCmap()} == drawn_by(face.family)


@each_chinese_face
def test_marks_can_close_up(face: Face) -> None:
    assert {"chws", "vchw"} <= features(face, "GPOS")


@each_chinese_face
def test_a_double_dash_is_one_line_of_two_characters(face: Face) -> None:
    dash = glyph(face, "—")
    assert width(face, "—") == 1
    doubles = [
        ligature.LigGlyph
        for lookup in lookups(face, "GSUB")
        for ligature in getattr(lookup, "ligatures", {}).get(dash, ())
        if ligature.Component == [dash]
    ]
    assert [opened(face)["hmtx"][name][0] for name in doubles] == [2 * opened(face)["head"].unitsPerEm]


@each_chinese_face
@pytest.mark.parametrize(
    ("character", "wanted"), [("校", 1), ("，", 1), ("“", 1), ("…", 1), ("·", 0.5), ("☐", 1)]
)
def test_chinese_signs_fill_the_grid(face: Face, character: str, wanted: float) -> None:
    assert width(face, character) == wanted


@each_chinese_face
def test_boxes_of_forms_are_glyphs_of_their_own(face: Face) -> None:
    signs = "□☐☑☒✓✔✗✘"
    assert len({glyph(face, sign) for sign in signs}) == len(signs)
    shapes = opened(face)["glyf"]
    assert shapes[glyph(face, "☐")].components[0].glyphName == glyph(face, "□")
    assert [part.glyphName for part in shapes[glyph(face, "☑")].components] == [
        glyph(face, "□"),
        glyph(face, "✓"),
    ]
    box, ticked = shapes[glyph(face, "□")], shapes[glyph(face, "☑")]
    assert (ticked.xMin, ticked.yMin, ticked.xMax, ticked.yMax) == (box.xMin, box.yMin, box.xMax, box.yMax)


@each_latin_face
def test_two_digits_take_the_room_of_one_character(face: Face) -> None:
    assert {width(face, digit) for digit in "0123456789"} == {0.5}
    digits = {glyph(face, digit) for digit in "0123456789"}
    kerned = [
        pair
        for lookup in lookups(face, "GPOS")
        if lookup.LookupType == 2 and lookup.Format == 1
        for first, seconds in zip(lookup.Coverage.glyphs, lookup.PairSet, strict=True)
        for pair in seconds.PairValueRecord
        if {first, pair.SecondGlyph} <= digits
    ]
    assert kerned == []


def test_signs_that_chinese_draws_otherwise_are_left_to_the_chinese_face() -> None:
    shared = set("“”‘’—…·×÷±°§")
    assert not shared & drawn_by("Disclosure Latin")
    assert shared <= drawn_by("Disclosure Serif SC")
    assert shared <= drawn_by("Disclosure English")


def test_every_character_of_gb2312_is_drawn() -> None:
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    signs = "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)
    assert len(signs) == 7445
    assert missing(signs) == frozenset()


def test_the_three_levels_of_the_general_standard_table_are_complete() -> None:
    sections = (HOME / "characters" / "chinese.txt").read_text(encoding="utf-8").split("\n# ")
    table = [
        section.partition("\n") for section in sections if section.startswith("Table of General Standard")
    ]
    sizes = [len(set(body.replace("\n", ""))) for _, _, body in table]
    assert sizes == [3500, 3000, 1605]


@pytest.mark.parametrize(
    "text",
    [
        "2026年秋季学期收费公示〔2026〕12号：每生1,111.11元/学期，共35人（含书本费）——“应收尽收”……",
        "食堂面积 320㎡，温度 4℃，盐度 3‰；①米 ②油；Ⅳ级；□是 ☑否；→见附件\n第二行\t制表",
        "lǎoshī café Łódź naïve — “quoted” ½ €5 £3 ¥8",
        "堃 喆 昇 淼 祎 珺 䶮 𬇕",
        "联\u2060系\u200b人\u00a0",
        "",
    ],
)
def test_common_text_lacks_nothing(text: str) -> None:
    assert missing(text) == frozenset()


def test_a_rare_character_is_found() -> None:
    assert missing("陕西𰻝𰻝面馆 🙂") == {"𰻝", "🙂"}


def test_a_radical_that_looks_like_a_character_is_found() -> None:
    assert missing("⼈民") == {"\u2f08"}


def test_an_invisible_turn_of_direction_is_found() -> None:
    assert missing("甲\u202e乙") == {"\u202e"}


def test_knowing_the_characters_needs_no_font_tool() -> None:
    program = (
        "import sys; from site_builder.fonts.coverage import missing; missing('校'); print(*sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert "site_builder.fonts.coverage" in said.stdout.split()
    assert "fontTools" not in said.stdout.split()


def test_the_licence_table_names_every_face_and_its_source() -> None:
    text = (HOME / "README.md").read_text(encoding="utf-8")
    for recipe in RECIPES:
        assert f"`{recipe.face.file}`" in text
        assert f"`{recipe.package.name}` {recipe.package.version}" in text
        licence = HOME / "licences" / f"OFL-{recipe.package.name.rpartition('/')[2]}.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text(encoding="utf-8")
    assert " ".join(f"{name}=={number}" for name, number in TOOLS.items()) in text


def test_a_package_with_another_checksum_is_refused(tmp_path: Path) -> None:
    package = Package("@expo-google-fonts/tinos", "0.4.2", "0" * 64)
    (tmp_path / package.archive).write_bytes(b"something else")
    with pytest.raises(CannotPrepare, match="expected was 0000"):
        fetch(package, tmp_path)


def test_other_tools_are_refused() -> None:
    with pytest.raises(CannotPrepare, match="pip install no-such-tool==1"):
        demand({"no-such-tool": "1"})


def test_a_changed_a_lost_and_an_added_face_are_told(tmp_path: Path) -> None:
    for name in ("same", "changed", "added"):
        (tmp_path / name).write_bytes(name.encode())
    faces = {"same": b"same", "changed": b"otherwise", "lost": b"lost"}
    assert differing(faces, tmp_path) == ("added", "changed", "lost")


def test_cutting_gives_the_same_bytes_each_time() -> None:
    face = LATIN[0]

    def made() -> bytes:
        font = TTFont(folder() / face.file, recalcTimestamp=False)
        keep_digits_even(font)
        map_invisible(font)
        cut(font, drawn_by(face.family))
        level(font)
        rename(font, face)
        content = BytesIO()
        font.save(content)
        return content.getvalue()

    assert made() == made()
