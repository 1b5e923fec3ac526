"""Photographs as they are published: upright, in the colours of screens, no larger than needed, without notes inside.

The one module that knows Pillow. The same content gives the same bytes with the same Pillow, which `ENCODER` names.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
from PIL import Image, ImageCms, ImageFile, ImageOps, __version__

from site_builder.model.job import Kit

ENCODER = f"Pillow {__version__}"
FORMATS = {"jpg": "JPEG", "jpeg": "JPEG", "png": "PNG", "webp": "WEBP"}
"""What a picture has to be, by how its name ends."""
MOST_PIXELS = 64_000_000
"""As many as telephones take; a picture is laid out in memory whole, and a small file may hold any number."""
_QUALITY = {False: 82, True: 90}
"""For looking at on a page, and for taking along."""
_FAULTS = (OSError, SyntaxError, ValueError, EOFError, IndexError, struct.error, zlib.error)
"""What Pillow raises at files that are not what they seem."""


class Fault(msgspec.Struct, frozen=True):
    """What makes a file useless as a picture: the code of the mistake, and what was found."""

    code: str
    found: str = ""


class PictureInputs(msgspec.Struct, frozen=True):
    """A picture as it was filed and how wide it is to be; `whole` where people take it along."""

    content: bytes
    width: int
    whole: bool


def size_of(content: bytes, suffix: str) -> tuple[int, int] | Fault:
    """Width and height of a picture held upright, or why it cannot be shown as it should."""
    try:
        with _opened(content) as picture:
            if fault := _fault(picture, suffix):
                return fault
            turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
            width, height = picture.size
            picture.draft(None, (1, 1))  # A JPEG need not be laid out whole to be read to its end.
            picture.load()
    except Image.DecompressionBombError:
        return Fault("PIC-03", f"> {2 * (Image.MAX_IMAGE_PIXELS or 0):,}")
    except _FAULTS:
        return Fault("PIC-01")
    return (height, width) if turned else (width, height)


def _fault(picture: Image.Image, suffix: str) -> Fault | None:
    """What can be told before the dots are read."""
    if (form := _form(picture)) != FORMATS[suffix]:
        return Fault("PIC-02", form)
    if picture.width * picture.height > MOST_PIXELS:
        return Fault("PIC-03", f"{picture.width} × {picture.height}")
    # A telephone's JPEG may hold a second view of the same moment; anything else with several frames moves.
    moves = form != "JPEG" and getattr(picture, "n_frames", 1) > 1
    return Fault("PIC-04") if moves else None


def _form(picture: Image.Image) -> str:
    return "JPEG" if picture.format == "MPO" else str(picture.format)


def render_picture(inputs: PictureInputs, kit: Kit) -> bytes:
    """The picture as readers get it."""
    with _opened(inputs.content) as picture:
        form = _form(picture)
        palette = picture.mode == "P"
        # Where it is made smaller anyway, a JPEG is read at a half, a quarter or an eighth of its size.
        scale = inputs.width / min(picture.size)
        picture.draft(None, (int(picture.width * scale), int(picture.height * scale)))
        made = _in_screen_colours(ImageOps.exif_transpose(picture))
    if made.width > inputs.width:
        height = max(1, round(made.height * inputs.width / made.width))
        made = made.resize((inputs.width, height), Image.Resampling.LANCZOS)
    return _encoded(made, form, inputs.whole, palette=palette)


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    """A picture of a format that browsers show."""
    forms = tuple(dict.fromkeys(FORMATS.values()))
    # WeasyPrint sets this for the whole process, and half a picture is shown as a grey one.
    bears, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Whether it is too large is asked with a limit of our own.
            with Image.open(io.BytesIO(content), formats=forms) as picture:
                yield picture
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = bears


def _in_screen_colours(picture: Image.Image) -> Image.Image:
    """The picture in sRGB, with its transparency; colours of printers, or of better screens, are reckoned over."""
    clear = picture.has_transparency_data
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(("I", "F")):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        try:
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            if (done := ImageCms.profileToProfile(picture, given, screen, outputMode="RGB")) is not None:
                return done
        except (ImageCms.PyCMSError, OSError):
            pass  # A profile that does not fit says nothing.
    if clear:
        return picture.convert("RGBA")
    return picture if picture.mode in ("RGB", "L") else picture.convert("RGB")


def _encoded(picture: Image.Image, form: str, whole: bool, *, palette: bool) -> bytes:
    """The bytes of a picture that brings nothing along but its dots."""
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    kept = io.BytesIO()
    if form == "PNG":
        few = bare.quantize(256, Image.Quantize.FASTOCTREE) if palette else bare
        few.save(kept, form, optimize=True)
    elif form == "WEBP":
        bare.save(kept, form, quality=_QUALITY[whole], method=4)
    else:
        bare.save(kept, form, quality=_QUALITY[whole], optimize=True, progressive=True)
    return kept.getvalue()
