"""Mistakes of writing YAML, before anybody asks what the values mean."""

from site_builder.model.problem import Mistake

DUPLICATE_KEY = Mistake("YAML-01")
TAG = Mistake("YAML-02")
ANCHOR = Mistake("YAML-03")
TABULATOR = Mistake("YAML-04")
INDENTATION = Mistake("YAML-05")
FULL_WIDTH_COLON = Mistake("YAML-06")
FULL_WIDTH_COMMA = Mistake("YAML-07")
NO_SPACE = Mistake("YAML-08")
SYNTAX = Mistake("YAML-09")
TOO_DEEP = Mistake("YAML-10")
TOO_MANY = Mistake("YAML-11")
NOT_A_MAPPING = Mistake("YAML-12")
SECOND_DOCUMENT = Mistake("YAML-13")
EMPTY_FILE = Mistake("YAML-14")
KEY_NOT_TEXT = Mistake("YAML-15")
HIDDEN_COMMENT = Mistake("YAML-16")
FOLDED = Mistake("YAML-17")
NO_HEAD = Mistake("YAML-18")
NO_DASH_SPACE = Mistake("YAML-19")
WIDE_SPACE = Mistake("YAML-20")
