"""Figures that must come to the same: told when they do not, and shown with both sides when they do."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words


@dataclass(frozen=True, slots=True)
class Identity:
    """One figure that somebody typed beside the one that the other records come to."""

    trail: Trail
    """Where the typed figure stands."""
    claim: Words
    """What must hold, in a few words: ``结余 = 期初 + 收入 − 支出``."""
    stated: Decimal | int
    computed: Decimal | int
    mistake: Mistake
    """What is told when they differ; its words may use ``{stated}``, ``{computed}``, ``{claim}``, ``{difference}``."""
    values: dict[str, Any] = field(default_factory=dict)
    """Further values for its words."""

    @property
    def holds(self) -> bool:
        """Whether both sides come to the same, exactly."""
        return self.stated == self.computed

    @property
    def finding(self) -> Finding:
        """What is told when it does not hold."""
        difference = abs(Decimal(self.stated) - Decimal(self.computed))
        sides = {
            "stated": self.stated,
            "computed": self.computed,
            "claim": self.claim,
            "difference": difference,
        }
        return Finding(self.trail, self.mistake, sides | self.values)
