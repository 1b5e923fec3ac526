"""What is not for the public is nowhere in the public's output: not in a page, a file, a sheet or an index."""

import shutil
from pathlib import Path

import pytest

from site_builder.catalogue import catalogue
from site_builder.model.record import Audience
from tests.marks import LEVELS, Stamp, fitted, found_in, hide, holds_text, narrow_fields, plant, read, write
from tests.small import HOME, build, copied

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copied(tmp_path_factory.mktemp("audience") / "project")
    # What is made up here keeps no limits of a place; that is not what is asked.
    (root / "data/profile.yaml").write_text("title: 标准\nextends: bare\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def stamp(root: Path) -> Stamp:
    """Marks in a copy of a record of each kind, in every restricted field and column, and in a file offered by one."""
    stamp = Stamp()
    records = first_records(root)
    others = {kind: (path.stem, read(path)) for kind, path in records.items()}
    for number, (kind, path) in enumerate(records.items()):
        level = LEVELS[number % len(LEVELS)]
        hidden = hide(path, kind, level.narrower(catalogue().kinds[kind].widest), stamp)
        record = read(path)
        for trail, slot in narrow_fields(catalogue().kinds[kind].record):
            if holds_text(slot.shape):
                plant(record, trail, slot, stamp, others)
                write(path, record)
        if kind == "notices":
            offer_a_file(root, hidden, stamp)
    restrict_columns(root, stamp)
    return stamp


def first_records(root: Path) -> dict[str, Path]:
    """A record of each kind of which there may be several; a page whose English title no Chinese site would show.

    Of kinds of which the project has none it gets the kind's own example, which then refers to what there is.
    """
    kinds = [kind.name for kind in catalogue().kinds.values() if not kind.single]
    places = {kind: "content/index.md" if kind == "pages" else f"data/{kind}/*.yaml" for kind in kinds}
    found = {
        kind: min(root.glob(place), default=root / f"data/{kind}/one.yaml") for kind, place in places.items()
    }
    for kind, path in found.items():
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            shutil.copyfile(HOME / f"site_builder/kinds/{kind.replace('-', '_')}/example.yaml", path)
    others = {kind: (path.stem, read(path)) for kind, path in found.items()}
    for kind, path in found.items():
        if path.stem == "one":
            write(path, fitted(read(path), catalogue().kinds[kind].record, others))
    return found


def offer_a_file(root: Path, hidden: Path, stamp: Stamp) -> None:
    """A file that only the readers of a hidden record may have."""
    record = read(hidden)
    audience = Audience(record["audience"])
    name = f"{stamp.mark(audience)}.csv"
    (root / "content/files" / name).write_text(f"{stamp.mark(audience)}\n", "utf-8")
    write(hidden, record | {"attachments": [{"file": name, "title": stamp.mark(audience)}]})


def restrict_columns(root: Path, stamp: Stamp) -> None:
    """Cells, titles and names of columns that are for the staff, in a table of its own and in one inside a record."""
    for path in (root / "data/registers/samples.yaml", root / "data/registers/meters.yaml"):
        record = read(path)
        (column,) = [column for column in record["columns"] if column.get("audience") == "staff"]
        old, new = column["name"], stamp.mark(Audience.STAFF)
        column |= {"name": new, "title": stamp.mark(Audience.STAFF), "title_en": stamp.mark(Audience.STAFF)}
        for row in record.get("rows", ()):
            row.pop(old, None)
            row[new] = stamp.mark(Audience.STAFF)
        write(path, record)
        table = path.with_suffix(".csv")
        if table.exists():
            lines = [line.rpartition(",")[0] for line in table.read_text("utf-8").splitlines()]
            cells = [new, *(stamp.mark(Audience.STAFF) for _ in lines[1:])]
            table.write_text("".join(f"{a},{b}\n" for a, b in zip(lines, cells, strict=True)), "utf-8")


def test_every_kind_and_every_restricted_field_is_tried(root: Path, stamp: Stamp) -> None:
    restricted = {trail for kind in catalogue().kinds.values() for trail, _ in narrow_fields(kind.record)}
    assert {trail[-1] for trail in restricted} >= {"internal_note", "voucher"}
    assert len(stamp.audience) > 60
    assert set(stamp.audience.values()) == set(LEVELS)
    assert build(root, "--audience", "internal").code == 0


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.STAFF, Audience.GUARDIANS, Audience.PUBLIC])
def test_an_audience_sees_all_that_is_meant_for_it_and_nothing_else(
    root: Path, stamp: Stamp, audience: Audience
) -> None:
    """One after the other into the same folder, the widest view first: nothing may stay behind."""
    assert build(root, "--audience", audience.value).code == 0
    found = found_in(root / "output")
    assert set().union(*found.values()) == stamp.meant_for(audience)


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.PUBLIC])
def test_sheets_show_no_more_than_pages(root: Path, stamp: Stamp, audience: Audience) -> None:
    assert build(root, "--audience", audience.value, "--only", "pdf").code == 0
    sheets = {path: marks for path, marks in found_in(root / "output").items() if path.suffix == ".pdf"}
    assert set().union(*sheets.values()) <= stamp.meant_for(audience)
    printed = {kind.name for kind in catalogue().kinds.values() if kind.printed}
    shown = {path.parts[0] for path, marks in sheets.items() if marks}
    assert shown == (printed if audience is Audience.INTERNAL else set())
