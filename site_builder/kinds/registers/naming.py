"""What a register finds is told under the code of the rule it names, in the register's own words."""

from dataclasses import replace
from typing import Any

from site_builder.model.problem import Mistake
from site_builder.model.told import told
from site_builder.model.words import Words

_GENERAL = Words(
    "核对这些登记；要求本身不合适时改 checks。", "check these entries, or the checks if they ask too much."
)


def coded(code: str, says: Words) -> tuple[Mistake, dict[str, Any]]:
    """The mistake that a code stands for, saying `says`, and its values.

    Words of a code that have a place for it ({says}) are kept; others speak of their own figures, which a register
    does not have, and only why, examples and basis are taken from them.
    """
    known = told(code)
    if "{says}" in known.message.zh:
        return Mistake(code), {"says": says}
    hint = _GENERAL if "{" in known.hint.zh else known.hint
    return Mistake(code, replace(known, message=Words("{says}", "{says}"), hint=hint)), {"says": says}
