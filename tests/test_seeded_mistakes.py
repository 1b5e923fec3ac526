"""Mistakes of every kind are put all over the example site: one run names each at its character, and nothing else."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.small import DAY, HOME, copied, run

HERE = "¦"
"""Stands in a mistake where it must be told."""
_FIRST_MARK = 0xE100


@dataclass(frozen=True)
class Seed:
    """One mistake: in which files, instead of what, and the code under which it must be told."""

    code: str
    files: str
    old: str
    """A regular expression for lines of the example as they are."""
    new: str
    alone: bool = False
    """Whether no other mistake may be in the same file, since nothing else is found there then."""


SEEDS = (
    # Whole files, and what is only looked for in records that are right by themselves.
    Seed(
        "FILE-05",
        "data/bases/*.yaml",
        r"^(title_en: .+)$",
        "¦<<<<<<< HEAD\n\\1\n=======\n\\1 2\n>>>>>>> b",
        True,
    ),
    Seed("YAML-13", "data/bases/*.yaml", r"\Z", "¦---\ntitle: 又一份\n", True),
    Seed("YAML-18", "content/*.md", r"\A---\n", "¦", True),
    Seed("REF-01", "data/notices/*.yaml", r"^office: (.+)$", "office: ¦\\1-old", True),
    Seed("REF-01", "data/fees/*.yaml", r"^bases: \[([^,\]]+)", "bases: [¦no-such-law", True),
    # Signs and spaces.
    Seed("YAML-06", "data/fees/*.yaml", r"^scope: (.+)$", "scope¦：\\1"),
    Seed("YAML-08", "data/fees/*.yaml", r"^nature: (.+)$", "nature¦:\\1"),
    Seed("YAML-09", "data/fees/*.yaml", r"^refund_rule: (.+)$", 'refund_rule: ¦"\\1'),
    Seed("YAML-16", "data/fees/*.yaml", r"^content: (.+)$", "content: \\1 ¦#3 号楼"),
    Seed("YAML-07", "data/plans/*.yaml", r"^bases: \[([a-z0-9-]+), ", "bases: [\\1¦，"),
    Seed("YAML-09", "data/fees/*.yaml", r"^bases: \[(.+)\]$", "bases: ¦[\\1"),
    Seed("YAML-05", "data/fees/*.yaml", r"^    (phone: .+)$", "   ¦\\1"),
    Seed("YAML-19", "data/offices/*.yaml", r"^  - (id: .+)$", "  ¦-\\1"),
    Seed("YAML-04", "data/tenders/*.yaml", r"^category: (.+)$", "category:¦\t\\1"),
    Seed("YAML-20", "data/tenders/*.yaml", r"^project_no: (.+)$", "project_no:¦　\\1"),
    Seed("YAML-09", "data/tenders/*.yaml", r"^method: (.+)$", "¦method \\1"),
    Seed("YAML-09", "data/tenders/*.yaml", r"^title_en: (.+)$", "title_en: ¦@\\1"),
    Seed("YAML-01", "data/tenders/*.yaml", r"^(index_no: .+)$", "\\1\n¦\\1"),
    Seed("YAML-02", "data/tenders/*.yaml", r"^budget: (.+)$", "budget: ¦!!float \\1"),
    Seed("YAML-03", "data/tenders/*.yaml", r"^published_on: (.+)$", "published_on: ¦&day \\1"),
    Seed("YAML-17", "data/notices/*.yaml", r"^body: \|$", "body: ¦>"),
    Seed("FILE-02", "data/notices/*.yaml", r"^title: (.)", "title: \\1¦\u202e"),
    Seed("FILE-12", "data/notices/*.yaml", r"^title_en: (.+)$", 'title_en: "¦\\\\u200b\\1"'),
    # Values.
    Seed(
        "VAL-02", "data/budgets/*.yaml", r"^(    (?:approved|executed)): (\d+)(\d{3}\.\d\d)$", "\\1: ¦\\2,\\3"
    ),
    Seed("VAL-02", "data/budgets/*.yaml", r"^(    (?:approved|executed)): (\d+\.\d\d)$", "\\1: ¦\\g<2>5"),
    Seed("VAL-02", "data/budgets/*.yaml", r"^(    (?:approved|executed)): \d+\.\d\d$", "\\1: ¦1.2e6"),
    Seed(
        "REC-03",
        "data/budgets/*.yaml",
        r"^  - id: (\S+)\n((?:    .*\n)+)  - id: \S+$",
        "  - id: \\1\n\\2  - id: ¦\\1",
    ),
    Seed(
        "VAL-01",
        "data/schedules/*.yaml",
        r"^published_on: (\d+)-(\d+)-(\d+)$",
        "published_on: ¦\\1年\\2月\\3日",
    ),
    Seed("VAL-03", "data/settlements/*.yaml", r"^published_on: .+$", "published_on: ¦2026-02-30"),
    Seed("VAL-05", "data/fees/*.yaml", r"^voluntary: true$", "voluntary: ¦yes"),
    Seed("VAL-06", "data/tenders/*.yaml", r"^category: .+$", "category: ¦货物"),
    Seed("VAL-04", "data/schedules/*.yaml", r"^title_en: .+$", "title_en:¦"),
    Seed("VAL-11", "data/settlements/*.yaml", r"^title_en: .+$", "title_en: ¦null"),
    Seed("VAL-07", "data/tenders/*.yaml", r"^bases: \[([a-z0-9-]+).*\]$", "bases: ¦\\1"),
    Seed("VAL-09", "data/settlements/*.yaml", r"^index_no: (.+)$", "index_no: ¦[\\1]"),
    Seed("VAL-10", "data/plans/*.yaml", r"^title_en: (.+)$", "title_en: ¦\\1\n  and so on"),
    # Names.
    Seed("REC-01", "data/fees/*.yaml", r"^valid_from: (.+)$", "¦valid_form: \\1"),
    Seed("REC-01", "data/fees/*.yaml", r"^standard: (.+)$", "¦收费标准: \\1"),
    Seed("REC-06", "data/offices/*.yaml", r"^title_en: (.+)$", "¦title_еn: \\1"),
    Seed("REC-02", "data/registers/*.yaml", r"\Atitle: .+\n", "¦"),
    # Running text, tables, places.
    Seed("MD-04", "content/*.md", r"\Z", "\n第一行¦<br>第二行\n"),
    Seed("CSV-02", "data/registers/*.csv", r"(?<=\n)(.+)$", "\\1,¦多一格"),
)


@dataclass
class Site:
    """The example with mistakes in it."""

    root: Path
    seeds: list[Seed] = field(default_factory=list)
    closed: set[str] = field(default_factory=set)

    def sow(self, seed: Seed) -> None:
        """Put a mistake into the first file and line that fit and have none yet."""
        mark = chr(_FIRST_MARK + len(self.seeds))
        for path in sorted(self.root.glob(seed.files)):
            name, text = path.relative_to(self.root).as_posix(), path.read_text("utf-8")
            if name in self.closed or (seed.alone and _marked(text)):
                continue
            for match in re.finditer(seed.old, text, re.MULTILINE):
                line = text[
                    text.rfind("\n", 0, match.start()) + 1 : text.find("\n", match.end() - 1)
                    % (len(text) + 1)
                ]
                if _marked(line):
                    continue
                new = match.expand(seed.new).replace(HERE, mark)
                path.write_text(text[: match.start()] + new + text[match.end() :], "utf-8")
                self.seeds.append(seed)
                self.closed |= {name} if seed.alone else set()
                return
        pytest.fail(f"the example has no place for {seed}")

    def harvest(self) -> Iterator[tuple[str, int, int, str]]:
        """Take the marks away, and say where each mistake is."""
        for path in sorted(one for one in self.root.rglob("*") if one.suffix in (".yaml", ".md", ".csv")):
            text = path.read_text("utf-8")
            if not _marked(text):
                continue
            name = path.relative_to(self.root).as_posix()
            for number, line in enumerate(text.split("\n"), 1):
                for place, sign in enumerate(line):
                    if _marked(sign):
                        column = place + 1 - len(re.findall("[\ue100-\ue1ff]", line[:place]))
                        yield name, number, column, self.seeds[ord(sign) - _FIRST_MARK].code
            path.write_text(re.sub("[\ue100-\ue1ff]", "", text), "utf-8")


def _marked(text: str) -> bool:
    return re.search("[\ue100-\ue1ff]", text) is not None


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example with all the mistakes, still marked."""
    root = tmp_path_factory.mktemp("seeded")
    for part in ("data", "content"):
        copied(root / part, HOME / part)
    found = Site(root)
    for seed in SEEDS:
        found.sow(seed)
    return found


def test_every_mistake_is_told_in_one_run_at_its_character_and_nothing_else(site: Site) -> None:
    expected = sorted(site.harvest())
    # Mistakes of places and whole files, which no mark can stand in.
    books = (HOME / "data/fees/lunch.yaml").read_text("utf-8")
    (site.root / "data/bases/gbk.yaml").write_bytes("title: 收费标准的批复\n".encode("gbk"))
    (site.root / "data/fees/午餐费.yaml").write_text(books, "utf-8")
    (site.root / "data/fee").mkdir()
    (site.root / "data/fee/lunch.yaml").write_text(books, "utf-8")
    (site.root / "content/files").mkdir(exist_ok=True)
    (site.root / "content/files/notice.html").write_text("<p>", "utf-8")
    expected += [
        ("data/bases/gbk.yaml", 1, 8, "FILE-01"),
        ("data/fees/午餐费.yaml", 1, 1, "FILE-06"),
        ("data/fee/lunch.yaml", 1, 1, "FILE-08"),
        ("content/files/notice.html", 1, 1, "FILE-18"),
    ]
    said = run("check", site.root, "--format", "json", "--as-of", DAY, "--workers", "1", "--lang", "en")
    assert said.code == 1, said.err
    problems = json.loads(said.out)
    errors = [one for one in problems if one["severity"] == "error"]
    told = sorted((one["file"], one["line"], one["column"], one["code"]) for one in errors)
    assert told == sorted(expected)
    assert len(told) >= 40
    assert len({one[0] for one in told}) >= 15
    assert all(one["message"] and one["hint"] for one in problems)


def test_no_two_mistakes_are_of_the_same_making() -> None:
    assert len({(seed.code, seed.new) for seed in SEEDS}) == len(SEEDS)
