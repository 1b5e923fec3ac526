"""Who reads meters also reports what the year came to, and keeps the report."""

from collections.abc import Iterator
from datetime import date, timedelta

from site_builder.kinds.registers.record import Register
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake

NOT_REPORTED = Mistake("UTL-03")
METERS = "UTL-01"
_DAY = timedelta(days=1)


def last_year_was_reported(entry: Entry[Register], corpus: Corpus) -> Iterator[Finding]:
    """Of every year at whose end meters were read, a report is recorded in time."""
    months = corpus.profile.count("utilities.reported-within")
    last = entry.record.ends_on or corpus.today
    if entry.record.cadence_code != METERS or not months or entry.record.starts_on is None:
        return
    for year in range(entry.record.starts_on.year, last.year + (last == date(last.year, 12, 31))):
        due = date(year + 1 + months // 12, months % 12 + 1, 1) - _DAY
        if due < corpus.today and not any(_reports(one.record, year, due) for one in corpus.of("registers")):
            yield Finding(("cadence_code",), NOT_REPORTED, {"year": year, "due": due})


def _reports(record: Register, year: int, due: date) -> bool:
    """Whether a register is the report on a year, and was there in time."""
    if record.cadence_code != NOT_REPORTED.code or record.starts_on is None:
        return False
    return record.starts_on.year == year and (record.published_on is None or record.published_on <= due)


RULE = Rule(NOT_REPORTED, "registers", last_year_was_reported)
