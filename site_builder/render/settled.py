"""Turns the objects of a PDF into bytes once: the engine would do it twice, to write them and to name the file."""

from typing import Any


def settle(pdf: Any) -> None:
    """Replaces every object of `pdf` by its bytes; nothing may be changed in them afterwards."""
    plain = type(pdf.objects[0])

    class Settled(plain):  # type: ignore[misc, valid-type]  # the engine is not typed
        """An object that is bytes already."""

        data = b""
        compressible = False

    for number, item in enumerate(pdf.objects):
        # The engine itself asks these for their numbers and names when it comes to the end of the file.
        if item.free != "f" and item is not pdf.info:
            settled = Settled()
            settled.number, settled.data, settled.compressible = item.number, item.data, item.compressible
            pdf.objects[number] = settled
