"""Many sheets bound as one book, with a list of contents: a year, a term, all of an office when it is handed over."""

import re
from dataclasses import dataclass
from datetime import date
from html import escape

from site_builder.model.job import Kit
from site_builder.model.words import Words
from site_builder.render.engine import environment, say
from site_builder.render.frame import Frame
from site_builder.render.identity import Sheet, address, institution
from site_builder.render.pdf import print_sheet
from site_builder.render.sheet import STYLE, SheetInputs, carried_by, details_of, html_of, surroundings
from site_builder.render.typeset import typeset

_BODY = re.compile(r"<body class=\"([^\"]*)\"([^>]*)>(.*)</body>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class BookInputs:
    """All that a book may see."""

    title: Words
    file: str
    sheets: tuple[SheetInputs, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Leaf:
    """A line of the contents."""

    anchor: str
    title: str
    kind: str


def render_book(inputs: BookInputs, kit: Kit) -> bytes:
    """The book: its title and contents, then every sheet from a page of its own."""
    frame: Frame = kit.frame
    leaves, bodies = [], []
    for number, one in enumerate(inputs.sheets):
        html, sheet = html_of(one, kit)
        leaf = Leaf(f"leaf_{number}", sheet.title, say(frame.kinds[one.record.entry.kind][0], frame))
        leaves.append(leaf)
        found = _BODY.search(html)
        assert found is not None, "every sheet extends print/sheet.html"
        classes, said, body = found.groups()
        bodies.append(f'<div id="{escape(leaf.anchor)}" class="leaf {classes}"{said}>{body}</div>')
    cover = Sheet(
        say(inputs.title, frame), "", institution(frame), address(frame, ""), frame.language, inputs.day
    )
    values = {"sheet": cover, "leaves": leaves, "names": {}} | surroundings(frame)
    page = environment(kit).get_template("print/book.html").render(values)
    entries = tuple(one.record.entry for one in inputs.sheets)
    details = details_of(cover, tuple(carried_by(inputs.file, entries, None, kit)))
    html = typeset(page.replace("<!--leaves-->", "".join(bodies)))
    return print_sheet(html, kit.assets[STYLE].decode(), {}, kit.faces, details)
