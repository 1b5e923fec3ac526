"""Mistakes of a table in a CSV file beside a register."""

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

_WHY = Words("第一行的栏名说明每个格子是什么。", "the names in the first line say what each cell is.")

NO_HEADER = Mistake("CSV-01")
RAGGED_ROW = Mistake("CSV-02")
UNNAMED_COLUMN = Mistake("CSV-03")
COLUMN_TWICE = Mistake("CSV-04")
TOO_MANY_ROWS = Mistake("CSV-05")
BROKEN_QUOTE = Mistake("CSV-06")
SEPARATOR = Mistake("CSV-07")
TOO_MANY_COLUMNS = Mistake("CSV-08")
