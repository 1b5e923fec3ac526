"""Mistakes of what is in a file, whatever it says: its bytes, its characters, its size."""

from site_builder.model.problem import Mistake

NOT_UTF8 = Mistake("FILE-01")
FORBIDDEN_CHARACTER = Mistake("FILE-02")
TOO_LARGE = Mistake("FILE-03")
LONG_LINE = Mistake("FILE-04")
CONFLICT_MARKER = Mistake("FILE-05")
ESCAPED_CHARACTER = Mistake("FILE-12")
LFS_POINTER = Mistake("FILE-13")
MANY_PROBLEMS = Mistake("FILE-20")
