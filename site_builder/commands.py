"""What each command does: call the tool, tell what came of it, give the exit code."""

import gc
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from site_builder.edge import sayings
from site_builder.edge.ending import orderly
from site_builder.edge.last import unchanged
from site_builder.edge.pool import default_workers
from site_builder.edge.project import read_bytes, walk
from site_builder.edge.terminal import as_annotations, as_json, as_text
from site_builder.edge.wish import Wish
from site_builder.model.problem import Problem
from site_builder.model.record import Audience
from site_builder.model.told import Severity
from site_builder.model.words import Words

_FOLDERS = {"pdf": "sheets", "print": "prints"}
"""Where things go that are not the whole site."""
DONE, WRONG, MISUSED = 0, 1, 2
"""Exit codes: done; errors in the data; the command makes no sense. What the surroundings forbid: `edge.ending`."""


def run(options: Namespace) -> int:
    """Run the command that was asked for."""
    commands: dict[str, Callable[[Namespace], int]] = {
        "build": build,
        "check": check,
        "status": status,
        "seal": seal,
        "print": print_,
        "serve": serve,
        "init": init,
        "new": new,
        "explain": explain,
        "schema": schema,
        "doctor": doctor,
    }
    return orderly(lambda: commands[options.command](options), _language(options))


def build(options: Namespace) -> int:
    """Check the project and publish it."""
    # Next to nothing here goes in circles, and looking for them among ten thousand records costs a fifth of the time.
    gc.disable()
    wish, language = _wish(options), _language(options)
    began = time.time_ns()
    files = walk(wish.root)
    last = unchanged(wish, files, began)
    if last is not None:
        _tell_problems(last.warnings, wish.root, language, "text")
        _say(sayings.UNCHANGED, language, records=last.records, files=last.files)
        return DONE
    # The rest of the tool is only needed when there is something to do; it takes a quarter of a second to import.
    from site_builder.build import build_project
    from site_builder.edge.able import able

    wish, remarks = able(wish)
    report = build_project(wish, files, began)
    _tell_problems(report.problems, wish.root, language, "text")
    for remark in remarks:
        _say(remark, language)
    errors, warnings = _counts(report.problems)
    if not report.published:
        _say(sayings.NOT_PUBLISHED, language, errors=errors, warnings=warnings)
        return WRONG
    numbers = {"made": report.made, "kept": report.kept, "withdrawn": report.withdrawn, "warnings": warnings}
    _say(sayings.PUBLISHED, language, records=report.records, output=wish.output, **numbers)
    return DONE


def check(options: Namespace) -> int:
    """Find everything that is wrong and change nothing."""
    gc.disable()  # as above
    from site_builder.build import check_project

    language = _language(options)
    report = check_project(_wish(options))
    _tell_problems(report.problems, options.folder, language, options.format)
    errors, warnings = _counts(report.problems)
    if options.format == "text":
        _say(sayings.CHECKED, language, records=report.records, errors=errors, warnings=warnings)
    return WRONG if errors else DONE


def status(options: Namespace) -> int:
    """Tell what has to be published and by when, before anything is."""
    from site_builder.build import read_project
    from site_builder.edge.agenda import agenda, told

    wish = _wish(options)
    found = agenda(wish, read_project(wish))
    print(told(found, _language(options), options.format))
    return WRONG if found.overdue or found.errors else DONE


def seal(options: Namespace) -> int:
    """Note what is public now, so that none of it changes in silence."""
    from site_builder.build import read_project
    from site_builder.edge.seals import renew

    wish, language = _wish(options), _language(options)
    loaded = read_project(wish)
    _tell_problems(loaded.problems, wish.root, language, "text")
    if loaded.sound:
        _say(sayings.SEALED, language, **renew(wish.root, loaded.corpus))
    return DONE if loaded.sound else WRONG


def print_(options: Namespace) -> int:
    """Print a record, a kind, a month, a term, a year or all of an office into one file."""
    from site_builder.build import read_project
    from site_builder.edge.able import able
    from site_builder.edge.printing import print_project

    language = _language(options)
    wish, remarks = able(_wish(options))
    for remark in remarks:
        _say(remark, language)
    if remarks:
        return WRONG
    loaded = read_project(wish)
    _tell_problems(loaded.problems, wish.root, language, "text")
    if not loaded.sound:
        return WRONG
    printed = print_project(wish, loaded, tuple(options.what))
    _tell_problems(printed.problems, wish.root, language, "text")
    if printed.path is None:
        return (
            WRONG
            if printed.problems
            else _fail(sayings.NOTHING_TO_PRINT, language, what=" ".join(options.what))
        )
    _say(sayings.PRINTED, language, records=printed.records, path=printed.path)
    return DONE


def serve(options: Namespace) -> int:
    """Show the site while it is being written."""
    from site_builder.edge.able import able
    from site_builder.edge.serve import serve_project

    language = _language(options)
    wish, remarks = able(_wish(options))
    for remark in remarks:
        print(remark.say(language))
    return serve_project(wish, options.port, language)


def init(options: Namespace) -> int:
    """Begin a new project from the example."""
    from site_builder.edge.scaffold import begin
    from site_builder.edge.schemas import write_schemas

    language = _language(options)
    try:
        made = begin(options.folder)
    except (FileExistsError, NotADirectoryError) as error:
        return _fail(sayings.ALREADY_THERE, language, path=error.args[0])
    write_schemas(options.folder)
    _say(sayings.BEGUN, language, count=len(made), folder=options.folder)
    return DONE


def new(options: Namespace) -> int:
    """Begin a new record from its kind's example, or a register from a ready-made one."""
    from site_builder.catalogue import catalogue
    from site_builder.edge.scaffold import example_of
    from site_builder.mistakes.values import meant

    language, kinds = _language(options), catalogue().kinds
    if options.kind == "register":
        return _new_register(options, language)
    if options.kind not in kinds:
        guess = meant(options.kind, [*kinds, "register"])
        found = {"kind": options.kind, "guess": guess, "kinds": ", ".join(kinds)}
        return _fail(sayings.NO_SUCH_KIND, language, **found)
    kind = kinds[options.kind]
    if options.name is None or options.id is not None:
        return _fail(sayings.ONE_NAME, language, kind=kind.name)
    return _begin(options, kind.name, options.name, example_of(kind), kind.single)


def _new_register(options: Namespace, language: str) -> int:
    """Begin a register from a ready-made definition; without a known one, say which there are."""
    from site_builder.edge.ready_made import definition, ready_made
    from site_builder.mistakes.values import meant

    known = ready_made()
    if options.name in known:
        return _begin(options, "registers", options.id or options.name, definition(options.name))
    listed = "\n".join(f"  {name}  {about.say(language)}" for name, about in known.items())
    if options.name is None:
        _say(sayings.READY_MADE, language, listed=listed)
        return DONE
    guess = meant(options.name, list(known))
    return _fail(sayings.NO_SUCH_REGISTER, language, name=options.name, guess=guess, listed=listed)


def _begin(options: Namespace, kind: str, id: str, text: str, single: bool = False) -> int:
    """Put a text into the file of a record that is not there yet."""
    from site_builder.model.form import SLUG, fits

    language = _language(options)
    path = _record_path(options.folder, kind, id, single)
    if fits(SLUG, id) is None:
        return _fail(sayings.BAD_ID, language, path=path)
    if path.exists():
        return _fail(sayings.ALREADY_THERE, language, path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    _say(sayings.NEW_RECORD, language, path=path)
    return DONE


def _record_path(folder: Path, kind: str, id: str, single: bool) -> Path:
    if kind == "pages":
        return folder / "content" / f"{id}.md"
    return folder / "data" / (f"{kind}.yaml" if single else f"{kind}/{id}.yaml")


def explain(options: Namespace) -> int:
    """Tell everything about one code."""
    from site_builder.catalogue import mistakes_by_code
    from site_builder.edge.terminal import explained
    from site_builder.mistakes.values import meant

    language = _language(options)
    known = mistakes_by_code()
    mistake = known.get(options.code.upper())
    if mistake is None:
        guess = meant(options.code.upper(), list(known))
        return _fail(sayings.NO_SUCH_CODE, language, code=options.code, guess=guess)
    print(explained(mistake, language))
    return DONE


def schema(options: Namespace) -> int:
    """Write the schemas that editors use, and the settings that make them use them."""
    from site_builder.edge.schemas import write_schemas

    for path in write_schemas(options.folder):
        print(path)
    return DONE


def doctor(options: Namespace) -> int:
    """Tell what works on this machine and what does not."""
    from site_builder.edge.doctor import report

    print(report(_language(options)))
    return DONE


def _wish(options: Namespace) -> Wish:
    """What is asked for, in the build's own terms."""
    only = getattr(options, "only", None)
    folder: Path = options.folder.absolute()
    return Wish(
        root=folder,
        output=(
            getattr(options, "output", None) or folder / _FOLDERS.get(only or options.command, "output")
        ).absolute(),
        today=options.as_of or date.today(),  # the one place where the clock is read
        audience=Audience(getattr(options, "audience", "public")),
        pages=only != "pdf",
        sheets=only != "html",
        workers=options.workers or default_workers(),
        offline=getattr(options, "offline", False),
    )


def _language(options: Namespace) -> str:
    """The language of messages: as asked, else that of the site, else that of the machine, else Chinese."""
    if options.lang:
        return "zh-CN" if options.lang == "zh" else "en"
    try:
        site = read_bytes(Path(getattr(options, "folder", ".")), "data/site.yaml").decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return "en" if os.environ.get("LANG", "").startswith("en") else "zh-CN"
    return "en" if "\ndefault_language: en" in site else "zh-CN"


def _say(words: Words, language: str, **values: object) -> None:
    print(words.fill(**values).say(language))


def _fail(words: Words, language: str, /, **values: object) -> int:
    """Say what does not make sense, where errors belong."""
    print(words.fill(**values).say(language), file=sys.stderr)
    return MISUSED


def _counts(problems: tuple[Problem, ...]) -> tuple[int, int]:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, sum(problem.severity is Severity.WARNING for problem in problems)


def _tell_problems(problems: tuple[Problem, ...], root: Path, language: str, form: str) -> None:
    if form == "json":
        print(as_json(problems, language))
        return
    for line in as_annotations(problems, language) if form == "ci" else as_text(problems, root, language):
        print(line)
