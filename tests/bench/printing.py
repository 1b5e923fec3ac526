"""What printing costs beside the bare PDF engine and a browser, on the same pages in the same run."""

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from site_builder.edge.pool import crews
from site_builder.model.job import Job
from site_builder.render import pdf, press, sheet
from site_builder.render.typeset import typeset
from tests.gallery import jobs, made, site
from tests.small import DAY, copied, run

PLAN, TABLE = "plans/2026-spring/2026-spring.pdf", "registers/food-samples-2026-03/food-samples-2026-03.pdf"
ROWS, PILE = 1_000, 50


def print_figures(runs: int) -> None:
    """Sheets beside the bare engine and Chromium; then a pile of plans, a table alone, a build with nothing to do."""
    print(
        f"\nprinting                    ours     engine  ratio   Chromium      size KiB  (CPU s, medians of {runs})"
    )
    plan = jobs()[PLAN]
    sheets = (
        ("plan of four pages", _short(plan)),
        ("plan of the example", plan),
        (f"table of {ROWS} rows", table()),
    )
    for name, job in sheets:
        html, _ = sheet.html_of(job.inputs, site().kit)
        content = made(job)  # the first reads the faces and the stylesheet
        ours = _median(runs, partial(made, job))
        bare = _median(runs, partial(_bare, html))
        browser = f"{_chromium(html):.2f}" if shutil.which("chromium") else "—"
        print(
            f"  {name:<22} {ours:>7.2f} {bare:>10.2f} {ours / bare:>6.2f} {browser:>10} {len(content) / 1024:>13.0f}"
        )
    print(f"  {PILE} plans, 2 workers   {_pile():>7.1f} s wall")
    alone = subprocess.run(
        [sys.executable, "-m", "tests.bench.printing"], check=True, capture_output=True, text=True
    )
    print(f"  the table alone        {alone.stdout.strip()}")
    print(f"  nothing changed        {_nothing_to_do():>7.2f} s wall, 0 sheets set")


def table() -> Job:
    """A table with its rows again and again."""
    job = jobs()[TABLE]
    inputs: Any = job.inputs
    figures = inputs.record.figures
    rows = (figures.rows * (ROWS // len(figures.rows) + 1))[:ROWS]
    changed = type(figures)(
        **{name: getattr(figures, name) for name in figures.__struct_fields__} | {"rows": rows}
    )
    return replace(job, inputs=replace(inputs, record=replace(inputs.record, figures=changed)))


def _short(job: Job, number: int = 0) -> Job:
    """A plan with a single goal, which takes four pages with its calendar, its bars and its tables."""
    inputs: Any = job.inputs
    entry = inputs.record.entry
    (goal,) = entry.record.goals[:1]
    record = replace(
        entry.record,
        title=f"{entry.record.title}{number or ''}",
        goals=(goal,),
        measures=tuple(one for one in entry.record.measures if one.goal == goal.id),
    )
    figures = replace(inputs.record.figures, goals=inputs.record.figures.goals[:1])
    shorter = replace(inputs.record, entry=replace(entry, record=record), figures=figures)
    return replace(job, inputs=replace(inputs, record=shorter))


def _pile() -> float:
    """Seconds for many different plans in two processes, their start included."""
    pile = [_short(jobs()[PLAN], number) for number in range(1, PILE + 1)]
    began = time.perf_counter()
    with crews(2) as over:
        sheets = set(over(made, pile))
    assert len(sheets) == PILE
    return time.perf_counter() - began


def _nothing_to_do() -> float:
    """Seconds for a build with sheets that are all there already."""
    with tempfile.TemporaryDirectory() as folder:
        root = copied(Path(folder, "site"))
        words = ("build", root, "--as-of", DAY, "--lang", "en")
        run(*words)
        began = time.perf_counter()
        said = run(*words).out
        assert "nothing has changed" in said, said
        return time.perf_counter() - began


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


if __name__ == "__main__":
    # Asked of the system here: what it tells the parent of a process takes in the size of that parent.
    job = table()
    began = time.process_time()
    made(job)
    peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("utf-8"))
    assert peak is not None
    spent = time.process_time() - began
    print(f"{spent:>7.2f} s CPU with the first use of the faces; {int(peak[1]) // 1024} MiB at most")
