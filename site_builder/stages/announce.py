"""What can only be said when everything else is known: the site map and the checksums of all files."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from html import escape

from site_builder.model.job import Job
from site_builder.render.files import hand_on
from site_builder.render.frame import Frame
from site_builder.stages.digest import digest

CHECKSUMS = "SHA256SUMS"
SITEMAP = "sitemap.xml"


def announce(pages: Iterable[str], digests: Mapping[str, str], frame: Frame) -> Iterator[Job]:
    """The second wave of jobs: `pages` are those the site map names, `digests` the SHA-256 of all files by path."""
    pages = sorted(pages)
    base = (frame.site.base_url or "").rstrip("/")
    every = dict(digests)
    if base and pages:
        content = _sitemap(base, pages)
        every[SITEMAP] = sha256(content).hexdigest()
        yield _job(SITEMAP, content)
    lines = (f"{found}  {target}\n" for target, found in sorted(every.items()))
    yield _job(CHECKSUMS, "".join(lines).encode())


def _job(target: str, content: bytes) -> Job:
    return Job(target, hand_on, content, digest("hand on", content))


def _sitemap(base: str, pages: list[str]) -> bytes:
    """The site map as sitemaps.org defines it; addresses without the name of the index file."""
    addresses = (escape(f"{base}/{page.removesuffix('index.html')}") for page in pages)
    urls = "".join(f"<url><loc>{address}</loc></url>\n" for address in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n".encode()
