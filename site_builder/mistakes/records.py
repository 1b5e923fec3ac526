"""Mistakes of a record: its fields, its references, who may see it."""

from site_builder.model.problem import Mistake

UNKNOWN_KEY = Mistake("REC-01")
MISSING_KEY = Mistake("REC-02")
ODD_KEY = Mistake("REC-06")
BROKEN_REFERENCE = Mistake("REF-01")
RING = Mistake("REF-07")
HIDDEN_REFERENCE = Mistake("REF-02")
BROKEN_LINK = Mistake("REF-03")
MISSING_FILE = Mistake("REF-04")
DUPLICATE_PART = Mistake("REC-03")
UNUSED_FILE = Mistake("REF-05")
TOO_WIDE = Mistake("PUB-08")
SITE_MISSING = Mistake("REC-04")
ROWS_TWICE = Mistake("REC-05")
NO_SUCH_FIGURE = Mistake("REF-06")
NO_SUCH_KIND = Mistake("CTL-03")
VANISHED = Mistake("PUB-11")
