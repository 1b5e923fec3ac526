"""Pictures are published upright, in screen colours, no wider than asked, without a note inside; bad ones are told."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, ImageDraw, ImageFile

from site_builder.model.job import Kit
from site_builder.render.raster import MOST_PIXELS, Fault, PictureInputs, render_picture, size_of
from site_builder.stages.attachments.pictures import picture_leaks
from tests.documents import chunk, picture

NOTES = {0x010F: "Phone", 0x0110: "Phone 12", 0x013B: "Li Lei", 0x0132: "2026:03:04 10:00:00"}


def drawn(size: tuple[int, int] = (900, 600), mode: str = "RGB") -> Image.Image:
    """A picture whose left half is dark and whose right half is light."""
    made = Image.new("RGB", size, (200, 210, 190))
    ImageDraw.Draw(made).rectangle((0, 0, size[0] // 2 - 1, size[1]), fill=(30, 60, 20))
    return made.convert(mode)


def saved(made: Image.Image, form: str, **more: object) -> bytes:
    kept = io.BytesIO()
    made.save(kept, form, **more)
    return kept.getvalue()


def light(made: Image.Image, x: int, y: int) -> int:
    """How light a dot is, from 0 to 255."""
    found = made.convert("RGB").convert("L").getpixel((x, y))
    assert isinstance(found, float | int)
    return round(found)


def published(content: bytes, width: int, whole: bool = False) -> Image.Image:
    kit = Kit("", {}, {}, None, {})
    done = render_picture(PictureInputs(content, width, whole), kit)
    assert done == render_picture(PictureInputs(content, width, whole), kit)
    assert not list(picture_leaks(done))
    made = Image.open(io.BytesIO(done))
    made.load()
    assert not made.getexif()
    assert not {"icc_profile", "exif", "xmp", "comment", "photoshop", "Author"} & made.info.keys()
    return made


def noted_exif(turn: int = 1) -> Image.Exif:
    exif = Image.Exif()
    for tag, value in (NOTES | {0x0112: turn}).items():
        exif[tag] = value
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 10.0, 0.0)})
    return exif


@pytest.mark.parametrize(("form", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_it_is_made_smaller_and_forgets_its_notes(form: str, suffix: str) -> None:
    content = saved(drawn(), form, exif=noted_exif())
    assert list(picture_leaks(content))
    assert size_of(content, suffix) == (900, 600)
    made = published(content, 300)
    assert (made.format, made.size) == (form, (300, 200))
    assert light(made, 40, 100) < 90 < light(made, 260, 100)


def test_what_is_small_stays_as_large_as_it_is() -> None:
    assert published(saved(drawn(), "JPEG"), 900, whole=True).size == (900, 600)


@pytest.mark.parametrize("turn", range(1, 9))
def test_it_is_held_upright(turn: int) -> None:
    turned = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[turn]
    upright = drawn()
    filed = upright if turned is None else upright.transpose(Image.Transpose(turned))
    content = saved(filed, "JPEG", exif=noted_exif(turn))
    assert size_of(content, "jpg") == (900, 600)
    made = published(content, 450)
    assert made.size == (450, 300)
    assert light(made, 20, 150) < 90 < light(made, 430, 150)


@pytest.mark.parametrize(
    ("form", "mode", "expected"),
    [
        ("JPEG", "CMYK", "RGB"),
        ("JPEG", "L", "L"),
        ("PNG", "P", "P"),
        ("PNG", "RGBA", "RGBA"),
        ("PNG", "LA", "RGBA"),
        ("PNG", "1", "RGB"),
        ("WEBP", "RGBA", "RGB"),  # nothing in it is clear
    ],
)
def test_its_colours_are_those_of_screens(form: str, mode: str, expected: str) -> None:
    made = published(saved(drawn(mode=mode), form), 300)
    assert made.mode == expected
    assert light(made, 40, 100) < 90 < light(made, 260, 100)


def test_what_is_clear_stays_clear() -> None:
    made = drawn(mode="RGBA")
    made.putalpha(0)
    assert published(saved(made, "PNG"), 300).getchannel("A").getextrema() == (0, 0)


def test_sixteen_bits_are_not_cut_off() -> None:
    deep = Image.new("I;16", (40, 20), 0x8000)
    assert 120 <= light(published(saved(deep, "PNG"), 40), 5, 5) <= 135


def test_a_profile_is_reckoned_over_and_left_out() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = saved(drawn(), "JPEG", icc_profile=profile)
    for one in (content, saved(drawn(), "JPEG", icc_profile=b"no profile")):
        assert abs(light(published(one, 300), 260, 100) - light(drawn(), 800, 100)) < 6


def bomb() -> bytes:
    """A PNG of a few bytes that says it is a hundred thousand dots wide and high."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def huge() -> bytes:
    content = bytearray(bomb())
    side = int(MOST_PIXELS**0.5) + 1
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return bytes(content[:8]) + chunk(b"IHDR", head) + bytes(content[33:])


def moving(form: str) -> bytes:
    frames = [drawn((40, 30)).rotate(90 * turn) for turn in range(3)]
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100)


@pytest.mark.parametrize(
    ("content", "suffix", "code"),
    [
        (saved(drawn(), "JPEG")[:-2000], "jpg", "PIC-01"),
        (saved(drawn().rotate(3), "PNG")[:-900], "png", "PIC-01"),
        (saved(drawn(), "WEBP")[:-200], "webp", "PIC-01"),
        (b"", "jpg", "PIC-01"),
        (b"\xff\xd8\xff\xe0 and no more", "jpeg", "PIC-01"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "png", "PIC-01"),
        (saved(drawn(), "BMP"), "png", "PIC-01"),
        (saved(drawn(), "PNG"), "jpg", "PIC-02"),
        (saved(drawn(), "WEBP"), "png", "PIC-02"),
        (bomb(), "png", "PIC-03"),
        (huge(), "png", "PIC-03"),
        (moving("PNG"), "png", "PIC-04"),
        (moving("WEBP"), "webp", "PIC-04"),
    ],
    ids=lambda value: "" if isinstance(value, bytes) else str(value),
)
@pytest.mark.parametrize("lenient", [False, True])
def test_what_cannot_be_shown_is_told(
    content: bytes, suffix: str, code: str, lenient: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)  # as the maker of PDFs does
    found = size_of(content, suffix)
    assert isinstance(found, Fault)
    assert found.code == code


def test_a_second_view_in_a_photograph_does_not_make_it_move() -> None:
    views = drawn()
    content = saved(views, "MPO", save_all=True, append_images=[views.rotate(2)])
    assert Image.open(io.BytesIO(content)).format == "MPO"
    assert size_of(content, "jpg") == (900, 600)
    assert published(content, 300).format == "JPEG"


def test_any_cut_or_changed_byte_is_borne() -> None:
    """Whatever became of a file, it is a picture or a fault."""
    content = picture("PNG", place=True) + picture("JPEG", place=True)
    for at in range(0, len(content), 7):
        for broken in (content[:at], content[:at] + b"\xff" + content[at + 1 :]):
            for suffix in ("png", "jpg"):
                assert isinstance(size_of(broken, suffix), tuple | Fault)
