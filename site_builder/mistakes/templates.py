"""Mistakes in templates, and pages that cannot be made."""

from site_builder.model.problem import Mistake

SYNTAX = Mistake("TPL-01")
VARIABLE_INCLUDE = Mistake("TPL-02")
NO_TEMPLATE = Mistake("TPL-03")
CANNOT_RENDER = Mistake("TPL-04")
LEADS_NOWHERE = Mistake("TPL-05")
ID_TWICE = Mistake("TPL-06")
