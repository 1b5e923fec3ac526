"""The last touch to a page: its links, for a site that is opened from a disk, and for a further language.

Templates write every address as the default language of a site with a server needs it. A folder becomes its
``index.html`` where no server adds it; a page in a further language takes files from beside its twin.
"""

import posixpath
import re

from site_builder.render.frame import Frame
from site_builder.render.shown import SEVERAL

_LINK = re.compile(r'(<(?:a|link|img|script|form|source)\b[^>]*?\s(?:href|src|action)=")([^":#?]*)(?=[#?"])')
_FILE = re.compile(r"\S+\.\w+")


def finish(html: str, path: str, frame: Frame) -> str:
    """The page at `path`, below the top of its language, with its links as they have to be."""
    if frame.language == frame.content_language:
        # What is in the language of the page need not say so each time.
        head, body, rest = html.partition("<body>")
        html = head + body + rest.replace(f' lang="{frame.language}"', "")
    if not frame.offline and not frame.prefix:
        return html
    done = _LINK.sub(lambda found: found[1] + _address(found[2], path, frame), html)
    if not frame.prefix or "srcset=" not in done:
        return done
    return SEVERAL.sub(lambda found: _FILE.sub(lambda one: _address(one[0], path, frame), found[0]), done)


def _address(written: str, path: str, frame: Frame) -> str:
    if not written or written.startswith("/"):
        return written
    name = written.rpartition("/")[2]
    if frame.prefix and name.strip(".") and not name.endswith(".html"):
        return "../" * (path.count("/") + frame.prefix.count("/")) + posixpath.normpath(f"{path}{written}")
    if frame.offline and not name.strip("."):
        return f"{written}{'/' if name else ''}index.html"
    return written
