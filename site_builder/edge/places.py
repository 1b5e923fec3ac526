"""What each file of a project is for, by its place and its name."""

from collections.abc import Iterator

from site_builder.edge.filenames import address
from site_builder.edge.project import Files, Found, Scan, Wanted, problem_of
from site_builder.mistakes import names as mistakes
from site_builder.mistakes.files import TOO_LARGE
from site_builder.mistakes.values import meant
from site_builder.model.form import SLUG, fits
from site_builder.model.problem import Problem

LARGEST_OFFERED = 50_000_000
"""Bytes of a file offered for download."""

_OFFERED = frozenset("pdf xlsx xls docx doc pptx csv txt jpg jpeg png webp ods odt zip json".split())
"""Endings of files that may be offered; pages and scripts of others have no place on the site's address."""


def scan(files: Files, kinds: dict[str, bool]) -> Scan:
    """What the files are for, by their place and name; `kinds` says of each kind whether it has a single record."""
    pages = [one for one in files.content if not one.path.startswith("content/files/")]
    offered = [one for one in files.content if one.path.startswith("content/files/")]
    records, faults = _records(files.data, pages, kinds)
    problems = [*files.problems, *faults]
    named: dict[str, Found] = {}
    for one in offered:
        problems += _offer_problems(one)
        if one.path.count("/") == 2:
            named[one.path.removeprefix("content/files/")] = one
    if not files.data and not any(problem.where.path.startswith("data") for problem in problems):
        problems.append(problem_of("data", mistakes.NO_DATA, name="data/"))
    log = tuple(one.path for one in files.log if one.path.endswith(".jsonl"))
    return Scan(tuple(records), named, files.templates, tuple(problems), log)


def _records(
    data: tuple[Found, ...], pages: list[Found], kinds: dict[str, bool]
) -> tuple[list[Wanted], list[Problem]]:
    tables = {one.path.removesuffix(".csv"): one for one in data if one.path.endswith(".csv")}
    records: dict[str, Wanted] = {}
    problems: list[Problem] = []
    for one in [*data, *pages]:
        name, problem = _named(one.path, kinds)
        if problem is not None:
            problems.append(problem)
        if name is None:
            continue
        if name in records:
            problems.append(problem_of(one.path, mistakes.TWICE, name=name, other=records[name].path))
            continue
        beside = one.path.rpartition(".")[0] if one.path.startswith("data/registers/") else ""
        table = tables.pop(beside, None)
        signature = (*one.signature, *(table.signature if table else ()))
        kind, _, id = name.partition("/")
        records[name] = Wanted(one.path, kind, id, signature, table.path if table else "")
    problems += [_stray(one.path) for one in tables.values()]
    return list(records.values()), problems


def _named(path: str, kinds: dict[str, bool]) -> tuple[str | None, Problem | None]:
    """The kind and id that a file's place and name give it, or why they give none."""
    top, _, rest = path.partition("/")
    stem, _, suffix = rest.rpartition(".")
    if top == "data" and (suffix == "csv" or rest.rpartition("/")[2] == "README.md"):
        return None, None
    if suffix not in (("yaml", "yml") if top == "data" else ("md",)):
        return None, _stray(path)
    kind, _, _ = stem.partition("/") if top == "data" else ("pages", "", "")
    id = stem.rpartition("/")[2]
    if kind not in kinds:
        values = {"name": kind, "kinds": ", ".join(kinds), "guess": meant(kind, list(kinds))}
        return None, problem_of(path, mistakes.UNKNOWN_FOLDER, **values)
    if kinds[kind] != ("/" not in stem) and top == "data":
        return None, _stray(path)
    if fits(SLUG, id) is None:
        return None, problem_of(path, mistakes.BAD_NAME, name=id, suggestion=address(id, f".{suffix}"))
    return f"{kind}/{id}", None


def _offer_problems(one: Found) -> Iterator[Problem]:
    """Why a file in content/files may not be offered."""
    suffix = one.path.rpartition(".")[2].lower()
    if one.path.count("/") != 2:
        yield _stray(one.path)
    elif suffix not in _OFFERED:
        name = one.path.rpartition("/")[2]
        yield problem_of(one.path, mistakes.NOT_OFFERED, name=name, allowed=", ".join(sorted(_OFFERED)))
    elif one.signature[0] > LARGEST_OFFERED:
        yield problem_of(one.path, TOO_LARGE, limit=f"{LARGEST_OFFERED / 1e6:.0f} MB")


def _stray(path: str) -> Problem:
    return problem_of(path, mistakes.STRAY_FILE, name=path)
