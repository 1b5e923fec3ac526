"""How large, long and deep a file may be, and how much is told of one: no single file can stop the tool."""

from site_builder.mistakes.files import MANY_PROBLEMS
from site_builder.model.problem import Problem

LARGEST = 1_000_000
"""Bytes of a YAML or Markdown file."""
LARGEST_TABLE = 4_000_000
"""Bytes of a CSV file."""
LONGEST_LINE = 20_000
"""Characters of a line."""
DEEPEST = 20
"""Levels of nesting; no record needs more than six."""
MOST_VALUES = 20_000
"""Values, lists and groups in one YAML file."""
MOST_ROWS = 20_000
"""Rows of one table."""
MOST_COLUMNS = 100
"""Columns of one table."""
MOST_CELLS = 200_000
"""Cells of one table."""
MOST_TOLD = 200
"""Problems told of one file by one step; whoever has more of them has one cause."""


def enough(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems of one file, no more than can be read, and a note when there are more."""
    if len(problems) < MOST_TOLD:
        return problems
    told = problems[:MOST_TOLD]
    return (*told, Problem(told[-1].where, MANY_PROBLEMS, {"limit": MOST_TOLD}))
