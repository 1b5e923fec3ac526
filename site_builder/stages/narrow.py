"""What an audience may see: everything else leaves here, before any page, file or index is thought of."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec

from site_builder.model.corpus import Entry
from site_builder.model.record import Audience
from site_builder.model.shape import Many, Nested, Shape, Slot, slots_of
from site_builder.stages.digest import digest
from site_builder.stages.refer import references


def narrow(entries: Iterable[Entry[Any]], audience: Audience) -> tuple[Entry[Any], ...]:
    """The records that `audience` may see, each without the fields and parts it may not see."""
    return tuple(_narrowed(entry, audience) for entry in entries if audience.admits(entry.record.audience))


def _narrowed(entry: Entry[Any], audience: Audience) -> Entry[Any]:
    record = _without(entry.record, audience)
    if entry.kind == "registers" and record is not entry.record:
        record = _columns_only(record)
    if record is entry.record:
        return entry
    return Entry(entry.kind, entry.id, record, digest(record), entry.path, references(record))


def _without(group: msgspec.Struct, audience: Audience) -> msgspec.Struct:
    """The same group with every field that is not for `audience` back at its default."""
    changes: dict[str, Any] = {}
    for slot in _telling(type(group)):
        value = getattr(group, slot.name)
        if not audience.admits(slot.audience):
            default = _default(type(group), slot.name)
            if value != default:
                changes[slot.name] = default
        elif _deep(slot.shape) and value:
            kept = _kept(value, audience) if isinstance(value, tuple) or _admitted(value, audience) else None
            if kept is not value:
                changes[slot.name] = kept
    return msgspec.structs.replace(group, **changes) if changes else group


@cache
def _telling(record: type[msgspec.Struct]) -> tuple[Slot, ...]:
    """The fields of a record of this class in which anything may be for some readers only."""
    return tuple(slot for slot in slots_of(record) if _may_hide(slot))


def _may_hide(slot: Slot) -> bool:
    shape = slot.shape.item if isinstance(slot.shape, Many) else slot.shape
    if slot.audience is not Audience.PUBLIC:
        return True
    if not isinstance(shape, Nested):
        return False
    return any(inner.name == "audience" for inner in slots_of(shape.record)) or bool(_telling(shape.record))


def _kept(value: Any, audience: Audience) -> Any:
    if isinstance(value, tuple):
        items = tuple(_without(item, audience) for item in value if _admitted(item, audience))
        same = len(items) == len(value) and all(new is old for new, old in zip(items, value, strict=True))
        return value if same else items
    return _without(value, audience)


def _admitted(item: Any, audience: Audience) -> bool:
    own = getattr(item, "audience", Audience.PUBLIC)
    return not isinstance(own, Audience) or audience.admits(own)


def _deep(shape: Shape) -> bool:
    return isinstance(shape, Nested) or (isinstance(shape, Many) and isinstance(shape.item, Nested))


def _default(record: type[msgspec.Struct], name: str) -> Any:
    field = next(field for field in msgspec.structs.fields(record) if field.name == name)
    return field.default_factory() if field.default is msgspec.NODEFAULT else field.default


def _columns_only(register: Any) -> Any:
    """A register without what speaks of columns that are gone: cells, sums, balances, checks."""
    names = {column.name for column in register.columns}
    return msgspec.structs.replace(
        register,
        checks=(),
        stated_totals={name: one for name, one in register.stated_totals.items() if name in names},
        subtotals=register.subtotals if register.subtotals in names else None,
        rows=tuple({name: cell for name, cell in row.items() if name in names} for row in register.rows),
        sums=tuple(name for name in register.sums if name in names),
        balances=tuple(
            balance
            for balance in register.balances
            if {balance.incoming, balance.outgoing, balance.closing} - {None} <= names
        ),
    )
