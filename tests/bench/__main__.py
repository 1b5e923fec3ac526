"""Runs the race: our build and Hugo's on the same records, in turn, and prints medians and their ratios.

python -m tests.bench [--records 1000,10000] [--runs 3] [--work FOLDER]
"""

import argparse
import platform
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.printing import print_figures
from tests.bench.racers import Hugo, Ours, Racer
from tests.bench.run import Cost, measure, seconds_to_screen

PHASES = ("cold", "nothing changed", "one edit")


def main() -> None:
    """Race at each size and print a table for each."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--records", default="1000,10000", help="sizes, with commas between them")
    parser.add_argument("--runs", type=int, default=3, help="how often each racer runs; medians are printed")
    parser.add_argument("--work", type=Path, help="a folder to work in; a temporary one otherwise")
    options = parser.parse_args()
    print(
        f"Python {platform.python_version()}, {platform.machine()}; medians of {options.runs} runs, in turn\n"
    )
    for size in (int(part) for part in options.records.split(",")):
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            _race(size, options.runs, Path(folder))
    _small_things(options.runs)
    print_figures(options.runs)


def _race(size: int, runs: int, work: Path) -> None:
    racers: tuple[Racer, ...] = (Ours(size, work / "ours"), Hugo(size, work / "hugo"))
    costs: dict[tuple[str, str], list[Cost]] = {}
    for _ in range(runs):
        for racer in racers:
            for phase, cost in _phases(racer):
                costs.setdefault((racer.name, phase), []).append(cost)
    print(f"{size} records                 wall s           CPU s        peak MiB of a process")
    print("                     ours    Hugo  ratio     ours    Hugo     ours    Hugo")
    for phase in PHASES:
        ours, hugo = (_median(costs[racer.name, phase]) for racer in racers)
        walls = f"{ours.wall:>7.2f} {hugo.wall:>7.2f} {ours.wall / hugo.wall:>6.2f}"
        print(
            f"  {phase:<16} {walls}  {ours.cpu:>7.2f} {hugo.cpu:>7.2f}  {ours.peak:>7.0f} {hugo.peak:>7.0f}"
        )
    watched = racers[0]
    assert isinstance(watched, Ours)
    print(f"  edit to screen   {statistics.median(seconds_to_screen(watched, runs)):>7.2f}  (serve)\n")


def _phases(racer: Racer) -> Iterator[tuple[str, Cost]]:
    racer.forget()
    yield PHASES[0], measure(racer.command, racer.folder)
    racer.settle()
    yield PHASES[1], measure(racer.command, racer.folder)
    said = racer.edit()
    yield PHASES[2], measure(racer.command, racer.folder)
    if said not in racer.page().read_text("utf-8"):
        raise SystemExit(f"{racer.name}: the edit is not on the page {racer.page()}")


def _median(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def _small_things(runs: int) -> None:
    """What a person waits for most often."""
    for title, words in (("--help", ("--help",)), ("check of the example", ("check",))):
        command = Ours.words(*words)
        walls = [measure(command, Path.cwd()).wall for _ in range(max(runs, 5))]
        print(f"  {title:<22} {statistics.median(walls):>5.2f} s")


if __name__ == "__main__":
    main()
