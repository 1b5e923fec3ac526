"""Makes small files such as offices put up for download, clean or with something in them that does not show."""

import io
import struct
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from PIL import Image


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A packed document of these parts."""
    kept = io.BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return kept.getvalue()


def properties(creator: str = "", editor: str = "") -> str:
    """What says who made a document."""
    return f"<c><dc:creator>{creator}</dc:creator><cp:lastModifiedBy>{editor}</cp:lastModifiedBy></c>"


def workbook(rows: str, sheets: str = '<sheet name="收费" sheetId="1"/>', **parts: str) -> bytes:
    """A workbook with a sheet of these rows; further parts have `__` for a slash and `_` for a point."""
    more = {name.replace("__", "/").replace("_", "."): text for name, text in parts.items()}
    return packed(
        {
            "xl/workbook.xml": f"<workbook><sheets>{sheets}</sheets></workbook>",
            "xl/sharedStrings.xml": "<sst><si><t>姓名</t></si><si><t>金额</t></si><si><t>王小明</t></si></sst>",
            "xl/worksheets/sheet1.xml": f"<worksheet>{rows}</worksheet>",
            **more,
        }
    )


def row(number: int, *cells: str, head: str = "") -> str:
    """A row of a sheet; a cell that begins with # is the number of a shared string."""
    made = ""
    for column, cell in zip("ABCDEF", cells, strict=False):
        kind, value = (' t="s"', cell[1:]) if cell.startswith("#") else ("", cell)
        made += f'<c r="{column}{number}"{kind}><v>{value}</v></c>'
    return f'<row r="{number}"{head}>{made}</row>'


def document(body: str, **parts: str) -> bytes:
    """A text document with this body."""
    more = {name.replace("__", "/").replace("_", "."): text for name, text in parts.items()}
    return packed({"word/document.xml": f"<w:document>{body}</w:document>", **more})


def picture(form: str = "JPEG", tags: Mapping[int, object] | None = None, place: bool = False) -> bytes:
    """A picture with tags of its own, and with the place where it was taken."""
    kept = io.BytesIO()
    exif = Image.Exif()
    for tag, value in (tags or {}).items():
        exif[tag] = value
    if place:
        exif[0x0112] = 1
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 10.0, 0.0)})
    Image.new("RGB", (8, 8)).save(kept, form, **({"exif": exif} if tags or place else {}))
    return kept.getvalue()


def pdf(objects: str, compressed: bool = False) -> bytes:
    """A PDF of an empty page with these objects, plain or in a packed list of objects."""
    body = objects.encode("latin-1")
    if compressed:
        stream = zlib.compress(body)
        body = (
            b"7 0 obj <</Type /ObjStm /Length %d>>\nstream\n" % len(stream) + stream + b"\nendstream endobj\n"
        )
    return _bound([b""], body)


def pages(*texts: str, picture: bool = False) -> bytes:
    """A PDF of pages with these lines of text, each page with a picture where that is asked."""
    shown = "/XObject <</Im1 90 0 R>>" if picture else ""
    return _bound([_commands(text) for text in texts], b"", shown)


def _commands(text: str) -> bytes:
    """What draws lines of text, one below the other."""
    lines = "".join(f"({line}) Tj 0 -20 Td " for line in text.split("\n") if line)
    return f"BT /F1 12 Tf 72 700 Td {lines}ET".encode("latin-1")


def _bound(contents: list[bytes], more: bytes, shown: str = "") -> bytes:
    """A whole PDF: catalogue, pages, font, and the table that says where each stands."""
    kids = " ".join(f"{20 + 2 * at} 0 R" for at in range(len(contents)))
    parts = {
        10: b"<</Type /Catalog /Pages 11 0 R>>",
        11: f"<</Type /Pages /Kids [{kids}] /Count {len(contents)}>>".encode(),
        12: b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    }
    for at, content in enumerate(contents):
        parts[20 + 2 * at] = (
            f"<</Type /Page /Parent 11 0 R /MediaBox [0 0 595 842] /Contents {21 + 2 * at} 0 R "
            f"/Resources <</Font <</F1 12 0 R>> {shown}>>>>"
        ).encode()
        parts[21 + 2 * at] = b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)
    file, places = b"%PDF-1.7\n" + more + b"\n", {}
    for number, part in parts.items():
        places[number] = len(file)
        file += b"%d 0 obj %s endobj\n" % (number, part)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    return file + b"xref\n%strailer <</Size 99 /Root 10 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(file))


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def noted(keyword: str, text: str) -> bytes:
    """A PNG with a note in it."""
    plain = picture("PNG")
    return plain[:33] + chunk(b"tEXt", f"{keyword}\0{text}".encode("latin-1")) + plain[33:]
