"""What this machine can do of what was wished for."""

from dataclasses import replace

from site_builder.edge.needs import missing_libraries
from site_builder.edge.wish import Wish
from site_builder.model.words import Words


def able(wish: Wish) -> tuple[Wish, tuple[Words, ...]]:
    """The wish without what cannot be done here, and what to tell about that."""
    if not wish.sheets or not missing_libraries():
        return wish, ()
    said = Words(
        "没有生成 PDF：本机缺少排版用的系统软件。site-builder doctor 说明怎样安装。",
        "no PDFs were made: this machine lacks the libraries that set them. site-builder doctor tells how to get them.",
    )
    return replace(wish, sheets=False), (said,)
