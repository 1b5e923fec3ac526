"""When rows are due: every working day there is, or only what of them lies in a term."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from site_builder.model.corpus import Corpus
from site_builder.model.days import Workdays

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Season:
    """The days on which something can be asked."""

    workdays: Workdays
    terms: tuple[Span, ...] = ()
    """The first and last day of each term of the calendars, in order."""
    term_only: bool = False
    whole_month: int = 1
    """So many school days make a month one of term."""

    def asks(self, unit: str, first: date, last: date) -> bool:
        """Whether anything is asked of a stretch: it has a working day; in term only, enough days of school."""
        if not self.term_only:
            return self.workdays.count(first, last) > 0
        least = self.whole_month if unit in ("month", "monthly") else 1
        days = sum(self.workdays.count(max(first, start), min(last, end)) for start, end in self.terms)
        return days >= least

    def parts(self, first: date, last: date) -> Iterator[Span]:
        """The terms between two days, each as far as it lies there; the whole stretch where no term is known."""
        found = [
            (max(first, start), min(last, end)) for start, end in self.terms if start <= last and end >= first
        ]
        yield from found or [(first, last)]


def season_of(corpus: Corpus, term_only: bool) -> Season:
    """The terms and working days of the calendars; without any term there are no vacations either."""
    spans = {(one.starts_on, one.ends_on) for entry in corpus.of("calendars") for one in entry.record.terms}
    whole = max(corpus.profile.least("month.school-days"), 1)
    return Season(corpus.workdays, tuple(sorted(spans)), term_only and bool(spans), whole)
