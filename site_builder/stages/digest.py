"""Fingerprints of values: equal values have equal digests, on every machine and in every process."""

from hashlib import blake2b
from typing import Any

import msgspec

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def digest(*values: Any) -> str:
    """The fingerprint of values (numbers, text, dates, tuples, dictionaries, dataclasses, structs), in hexadecimal."""
    return blake2b(_encoder.encode(values), digest_size=16).hexdigest()
