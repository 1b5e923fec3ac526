"""A record is the same in every process."""

import pickle
from decimal import Decimal

import msgspec

from site_builder.kinds.settlements.record import SettlementLine
from site_builder.model.record import Attachment


def test_what_was_left_out_is_left_out_in_another_process() -> None:
    silent = msgspec.convert(
        {"id": "a", "fee": "milk", "payers": 3, "received": "3.00"}, SettlementLine, strict=False
    )
    written = msgspec.structs.replace(silent, refunded=Decimal("0.00"))
    for line in (silent, written):
        assert msgspec.json.encode(pickle.loads(pickle.dumps(line))) == msgspec.json.encode(line)
    assert b"refunded" not in msgspec.json.encode(silent)
    assert b"refunded" in msgspec.json.encode(written)


def test_what_must_be_there_travels_along() -> None:
    file = Attachment(file="plan.pdf", title="计划")
    assert pickle.loads(pickle.dumps(file)) == file
