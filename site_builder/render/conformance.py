"""Mends the object tree of a PDF before it is written, so that it keeps two promises at once: PDF/A-3a and PDF/UA-1.

WeasyPrint makes one promise per file. Besides, it hangs page numbers nowhere in the reading order without calling
them decoration, measures the boxes of pictures from the wrong corner, and does not say which way a header cell looks.
Everything here works on the plain lists and dictionaries of the tree; the engine itself is not imported.
"""

import re
from collections.abc import Iterator
from typing import Any

_ACCESSIBLE = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_POINTS = 0.75
"""Points in a CSS pixel."""
_PUBLIC = re.compile(r"(?:https?|mailto|tel):")


class UnknownTree(Exception):
    """The tree is built otherwise than this module knows; the engine must have changed."""


def make_conform(pdf: Any, zoom: float = 1.0) -> None:
    """Adds the second promise to `pdf` and mends its tags; `pdf` is what WeasyPrint hands to its finisher.

    `zoom` is how much larger its pages are than they were laid out.
    """
    pages = [_resolve(pdf, reference) for reference in pdf.page_references]
    numbers = {reference: number for number, reference in enumerate(pdf.page_references)}
    owned: set[tuple[int, int]] = set()
    reached = {_number(_resolve(pdf, pdf.catalog["StructTreeRoot"])["K"][0])}
    for element, ancestors in _elements(pdf):
        page = numbers[element["Pg"]]
        reached.add(element.number)
        owned.update((page, kid) for kid in element["K"] if isinstance(kid, int))
        _mend(element, ancestors, pages[page]["MediaBox"][3], _POINTS * zoom)
    _retire_page_furniture(pdf, pages, owned, reached)
    _claim_accessibility(pdf)
    if "AF" in pdf.catalog:
        # The engine names each file that travels along twice.
        pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def private_links(pdf: Any) -> list[str]:
    """The addresses in `pdf` that lead nowhere from a sheet of paper: relative ones, scripts, files."""
    actions = [
        item["A"] for item in pdf.objects if isinstance(item, dict) and isinstance(item.get("A"), dict)
    ]
    addresses = [str(action["URI"].string) for action in actions if "URI" in action]
    return [address for address in addresses if not _PUBLIC.match(address)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _resolve(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]


def _elements(pdf: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Every structure element below the document, with the kinds of its ancestors, outermost first."""
    root = _resolve(pdf, pdf.catalog["StructTreeRoot"])
    waiting: list[tuple[bytes, tuple[str, ...]]] = [
        (kid, ("/Document",)) for kid in _resolve(pdf, root["K"][0])["K"]
    ]
    while waiting:
        reference, ancestors = waiting.pop()
        element = _resolve(pdf, reference)
        if element.get("Type") == "/StructElem":
            yield element, ancestors
            below = (*ancestors, element["S"])
            waiting.extend((kid, below) for kid in element["K"] if isinstance(kid, bytes))


def _mend(element: Any, ancestors: tuple[str, ...], height: float, points: float) -> None:
    """Measures a picture from the lower left corner, and gives a header cell its direction."""
    if element["S"] == "/Figure":
        left, top, right, bottom = (points * edge for edge in element["A"]["BBox"])
        element["A"]["BBox"][:] = [round(edge, 3) for edge in (left, height - bottom, right, height - top)]
    elif element["S"] == "/TH":
        element["A"]["Scope"] = "/Column" if "/THead" in ancestors else "/Row"


def _retire_page_furniture(
    pdf: Any, pages: list[Any], owned: set[tuple[int, int]], reached: set[int]
) -> None:
    """Turns marked text that no reader meets, such as page numbers, into artifacts, and drops its elements."""
    root = _resolve(pdf, pdf.catalog["StructTreeRoot"])
    parents = _resolve(pdf, root["ParentTree"])["Nums"][1::2]
    for number, page in enumerate(pages):
        content = _resolve(pdf, page["Contents"]).stream
        for place, item in enumerate(content):
            if isinstance(item, dict) and "MCID" in item and (number, item["MCID"]) not in owned:
                parents[number][item["MCID"]] = "null"
                content[place - 1] = b"/Artifact"
                content[place] = b"<</Type /Pagination>>"
    for number, item in enumerate(pdf.objects):
        if isinstance(item, dict) and item.get("Type") == "/StructElem" and number not in reached:
            item.clear()


def _claim_accessibility(pdf: Any) -> None:
    """Says in the metadata that the file keeps PDF/UA-1, and explains the words to PDF/A, which wants to know them."""
    packet = _resolve(pdf, pdf.catalog["Metadata"]).stream
    if len(packet) != 1 or packet[0].count(b"</rdf:RDF>") != 1:
        raise UnknownTree("the metadata of the PDF is not one packet with one description")
    packet[0] = packet[0].replace(b"</rdf:RDF>", _ACCESSIBLE + b"</rdf:RDF>")
