"""What printing costs beside the bare PDF engine and a browser, on the same pages in the same run."""

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from site_builder.model.job import Job
from site_builder.render import pdf, press, sheet
from site_builder.render.typeset import typeset
from tests.gallery import jobs, made, site

PLAN, TABLE = "plans/2026-spring/2026-spring.pdf", "registers/food-samples-2026-03/food-samples-2026-03.pdf"
ROWS = 1_000


def print_figures(runs: int) -> None:
    """A plan, and a table of a thousand rows: ours, the bare engine, Chromium; seconds, and ratios to the engine."""
    print(
        f"\nprinting                    ours     engine  ratio   Chromium      size KiB  (CPU s, medians of {runs})"
    )
    for name, job in (("plan", jobs()[PLAN]), (f"table of {ROWS} rows", _long(jobs()[TABLE]))):
        html, _ = sheet.html_of(job.inputs, site().kit)
        content = made(job)  # the first reads the faces and the stylesheet
        ours = _median(runs, partial(made, job))
        bare = _median(runs, partial(_bare, html))
        browser = f"{_chromium(html):.2f}" if shutil.which("chromium") else "—"
        print(
            f"  {name:<22} {ours:>7.2f} {bare:>10.2f} {ours / bare:>6.2f} {browser:>10} {len(content) / 1024:>13.0f}"
        )


def _long(job: Job) -> Job:
    """The same table with its rows again and again."""
    inputs: Any = job.inputs
    figures = inputs.record.figures
    rows = (figures.rows * (ROWS // len(figures.rows) + 1))[:ROWS]
    changed = type(figures)(
        **{name: getattr(figures, name) for name in figures.__struct_fields__} | {"rows": rows}
    )
    return replace(job, inputs=replace(inputs, record=replace(inputs.record, figures=changed)))


def _median(runs: int, work: Callable[[], Any]) -> float:
    costs = []
    for _ in range(runs):
        began = time.process_time()
        work()
        costs.append(time.process_time() - began)
    return statistics.median(costs)


def _bare(html: str) -> bytes:
    """The engine alone on the same page and stylesheet, as everybody calls it."""
    from weasyprint import HTML

    kit = site().kit
    ready = press.press(kit.faces, kit.assets[sheet.STYLE].decode())
    document = HTML(string=typeset(html)).render(
        ready.fonts, stylesheets=[ready.stylesheet], pdf_variant=pdf.VARIANT
    )
    return bytes(document.write_pdf(pdf_variant=pdf.VARIANT))


def _chromium(html: str) -> float:
    """User and system seconds of a browser that prints the page."""
    import resource

    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        style = site().kit.assets[sheet.STYLE].decode()
        page.write_text(html.replace("</head>", f"<style>{style}</style></head>"), "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        call = [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--print-to-pdf={folder}/page.pdf",
        ]
        subprocess.run([*call, page.as_uri()], check=True, capture_output=True, timeout=120)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
