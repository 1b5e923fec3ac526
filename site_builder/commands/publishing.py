"""What looks at a project and makes something of it: build, check, status, seal, print, serve."""

import gc
import time
from argparse import Namespace

from site_builder.commands.telling import (
    DONE,
    WRONG,
    counts,
    fail,
    say,
    tell_problems,
    tongue,
    wished,
)
from site_builder.edge import sayings
from site_builder.edge.last import begun_alike, unchanged
from site_builder.edge.project import walk


def build(options: Namespace) -> int:
    """Check the project and publish it."""
    # Next to nothing here goes in circles, and looking for them among ten thousand records costs a fifth of the time.
    gc.disable()
    wish, language = wished(options), tongue(options)
    began = time.time_ns()
    files = walk(wish.root)
    last = unchanged(wish, files, began)
    if last is not None:
        tell_problems(last.warnings, wish.root, language, "text")
        say(sayings.UNCHANGED, language, records=last.records, files=last.files)
        return DONE
    # The rest of the tool is only needed when there is something to do; it takes a quarter of a second to import.
    from site_builder.build import build_project
    from site_builder.edge.able import able

    wish, remarks = able(wish)
    report = build_project(wish, files, began)
    tell_problems(report.problems, wish.root, language, "text")
    for remark in remarks:
        say(remark, language)
    errors, warnings = counts(report.problems)
    if not report.published:
        say(sayings.NOT_PUBLISHED, language, errors=errors, warnings=warnings)
        return WRONG
    numbers = {"made": report.made, "kept": report.kept, "withdrawn": report.withdrawn, "warnings": warnings}
    say(sayings.PUBLISHED, language, records=report.records, output=wish.output, **numbers)
    return DONE


def check(options: Namespace) -> int:
    """Find everything that is wrong and change nothing."""
    gc.disable()  # as above
    wish, language = wished(options), tongue(options)
    last = None if options.history else begun_alike(wish, walk(wish.root), time.time_ns())
    if last is not None:
        # The site stands as it was built from these very files; only what was said of the output is no matter here.
        problems, records = (
            tuple(one for one in last.warnings if not one.code.startswith("OUT-")),
            last.records,
        )
    else:
        from site_builder.build import check_project

        report = check_project(wish, options.history)
        problems, records = report.problems, report.records
    tell_problems(problems, options.folder, language, options.format)
    errors, warnings = counts(problems)
    if options.format == "text":
        say(sayings.CHECKED, language, records=records, errors=errors, warnings=warnings)
    return WRONG if errors else DONE


def status(options: Namespace) -> int:
    """Tell what has to be published and by when, before anything is."""
    from site_builder.build import read_project
    from site_builder.edge.agenda import agenda, told

    wish = wished(options)
    found = agenda(wish, read_project(wish))
    print(told(found, tongue(options), options.format))
    return WRONG if found.overdue or found.errors else DONE


def seal(options: Namespace) -> int:
    """Note what is public now, so that none of it changes in silence."""
    from site_builder.build import read_project
    from site_builder.edge.attachments import official_numbers
    from site_builder.edge.history import history
    from site_builder.edge.seals import renew

    wish, language = wished(options), tongue(options)
    loaded = read_project(wish)
    past = history(wish.root, official_numbers(loaded.corpus))
    tell_problems((*loaded.problems, *past), wish.root, language, "text")
    if loaded.sound:
        files = {name: one.content for name, one in loaded.memo.examined.items()}
        say(sayings.SEALED, language, **renew(wish.root, loaded.corpus, files))
    return DONE if loaded.sound else WRONG


def print_(options: Namespace) -> int:
    """Print a record, a kind, a month, a term, a year or all of an office into one file."""
    from site_builder.build import read_project
    from site_builder.edge.able import able
    from site_builder.edge.printing import print_project

    language = tongue(options)
    wish, remarks = able(wished(options))
    for remark in remarks:
        say(remark, language)
    if remarks:
        return WRONG
    loaded = read_project(wish)
    tell_problems(loaded.problems, wish.root, language, "text")
    if not loaded.sound:
        return WRONG
    printed = print_project(wish, loaded, tuple(options.what), options.edition)
    tell_problems(printed.problems, wish.root, language, "text")
    if printed.path is None:
        return (
            WRONG
            if printed.problems
            else fail(sayings.NOTHING_TO_PRINT, language, what=" ".join(options.what))
        )
    say(sayings.PRINTED, language, records=printed.records, path=printed.path)
    return DONE


def serve(options: Namespace) -> int:
    """Show the site while it is being written."""
    from site_builder.edge.able import able
    from site_builder.edge.serve import serve_project

    language = tongue(options)
    wish, remarks = able(wished(options))
    for remark in remarks:
        print(remark.say(language))
    return serve_project(wish, options.port, language)
