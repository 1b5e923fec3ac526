"""Mistakes in setting a rule aside."""

from site_builder.model.problem import Mistake

UNKNOWN_RULE = Mistake("WVR-01")
EXPIRED = Mistake("WVR-02")
FIRM = Mistake("WVR-03")
