"""What must hold of the checks of class property."""

from collections.abc import Iterator

from site_builder.kinds.property_checks.figures import expected
from site_builder.kinds.property_checks.record import Phase, PropertyCheck
from site_builder.mistakes.periods import term_days
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.docs import label
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NOT_ALL = Mistake("AST-05")


def every_class_is_checked(entry: Entry[PropertyCheck], corpus: Corpus) -> Iterator[Finding]:
    """A round comes to all classes of the school."""
    checked = len({line.class_name for line in entry.record.lines})
    whole = expected(entry.record, corpus)
    if whole is not None and checked < whole:
        fault = Words(f"查了 {checked} 个班，全校 {whole} 个", f"{checked} of {whole} classes were checked")
        yield Finding(("lines",), NOT_ALL, {"fault": fault})


def every_phase_is_checked(entry: Entry[PropertyCheck], corpus: Corpus) -> Iterator[Finding]:
    """When a term is over, there was a round in each phase that the profile names; told at the term's first round."""
    record, span = entry.record, term_days(corpus, entry.record.term)
    rounds = corpus.by("property-checks", "term").get(record.term, ())
    if span is None or corpus.today <= span[1] or (rounds and rounds[0].id != entry.id):
        return
    done = {one.record.phase.value for one in rounds}
    for phase in corpus.profile.words("property-check.phases"):
        if phase not in done:
            name = label(Phase, phase.upper())
            fault = Words(
                f"{record.term} 没有{name.zh}检查", f"{record.term} has no check: {name.en.lower()}"
            )
            yield Finding(("term",), NOT_ALL, {"fault": fault}, lacks="property-checks")


RULES = (
    Rule(NOT_ALL, "property-checks", every_class_is_checked),
    Rule(NOT_ALL, "property-checks", every_phase_is_checked),
)
