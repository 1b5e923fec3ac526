"""What begins or explains something: init, new, explain, schema, doctor."""

from argparse import Namespace
from pathlib import Path

from site_builder.commands.telling import DONE, fail, say, tongue
from site_builder.edge import sayings


def init(options: Namespace) -> int:
    """Begin a new project from the example."""
    from site_builder.edge.scaffold import begin
    from site_builder.edge.schemas import write_schemas

    language = tongue(options)
    try:
        made = begin(options.folder)
    except (FileExistsError, NotADirectoryError) as error:
        return fail(sayings.ALREADY_THERE, language, path=error.args[0])
    write_schemas(options.folder)
    say(sayings.BEGUN, language, count=len(made), folder=options.folder)
    return DONE


def new(options: Namespace) -> int:
    """Begin a new record from its kind's example, or a register from a ready-made one."""
    from site_builder.catalogue import catalogue
    from site_builder.edge.scaffold import example_of, id_like
    from site_builder.mistakes.values import meant

    language, kinds = tongue(options), catalogue().kinds
    if options.kind == "register":
        return _new_register(options, language)
    if options.kind not in kinds:
        guess = meant(options.kind, [*kinds, "register"])
        found = {"kind": options.kind, "guess": guess, "kinds": ", ".join(kinds)}
        return fail(sayings.NO_SUCH_KIND, language, **found)
    kind = kinds[options.kind]
    name = options.name or (kind.name if kind.single else None)
    if name is None or options.id is not None:
        return fail(sayings.ONE_NAME, language, kind=kind.name, id=id_like(kind))
    return _begin(options, kind.name, name, example_of(kind), kind.single)


def _new_register(options: Namespace, language: str) -> int:
    """Begin a register from a ready-made definition; without a known one, say which there are."""
    from site_builder.edge.ready_made import definition, ready_made
    from site_builder.mistakes.values import meant

    known = ready_made()
    if options.name in known:
        return _begin(options, "registers", options.id or options.name, definition(options.name))
    listed = "\n".join(f"  {name}  {about.say(language)}" for name, about in known.items())
    if options.name is None:
        say(sayings.READY_MADE, language, listed=listed)
        return DONE
    guess = meant(options.name, list(known))
    return fail(sayings.NO_SUCH_REGISTER, language, name=options.name, guess=guess, listed=listed)


def _begin(options: Namespace, kind: str, id: str, text: str, single: bool = False) -> int:
    """Put a text into the file of a record that is not there yet."""
    from site_builder.model.form import SLUG, fits

    language = tongue(options)
    path = _record_path(options.folder, kind, id, single)
    if fits(SLUG, id) is None:
        return fail(sayings.BAD_ID, language, path=path)
    if path.exists():
        return fail(sayings.ALREADY_THERE, language, path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    say(sayings.NEW_RECORD, language, path=path)
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

    language = tongue(options)
    known = mistakes_by_code()
    mistake = known.get(options.code.upper())
    if mistake is None:
        guess = meant(options.code.upper(), list(known))
        return fail(sayings.NO_SUCH_CODE, language, code=options.code, guess=guess)
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

    print(report(tongue(options)))
    return DONE
