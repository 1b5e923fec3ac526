"""What must hold of a fee."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.fees.once import RULES as ONCE
from site_builder.kinds.fees.record import CHOSEN, Consent, Fee, Nature, Pricing
from site_builder.mistakes.periods import late
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

NO_BASIS = Mistake("FEE-01")
INCOMPLETE = Mistake("FEE-02")
ABOVE_MAXIMUM = Mistake("FEE-03")
OUT_OF_TIME = Mistake("FEE-14")
NOT_VOLUNTARY = Mistake("FEE-04")
FORBIDDEN = Mistake("FEE-05")
PUBLISHED_LATE = Mistake("FEE-08")
UPDATED_LATE = Mistake("FEE-09")
INTERNS_PAY = Mistake("FEE-13")
INTERNS = ("college", "team")
"""The types of institution whose members are interns, not pupils."""


def rests_on_a_document(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """A fee names the document that allows it."""
    if not entry.record.bases:
        yield Finding((), NO_BASIS)


def board_is_complete(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """The fee board has a standard, a reduction policy, telephones, and what a service consists of."""
    fee = entry.record
    priced = fee.standard is not None or fee.by_grade or fee.pricing is Pricing.AT_COST
    for present, key, missing in (
        (priced, "standard", Words("收费标准", "the standard")),
        (fee.reduction_policy, "reduction_policy", Words("减免政策", "the reduction policy")),
        (fee.phones, "phones", Words("监督电话", "supervision telephones")),
        (
            fee.content or fee.nature is not Nature.SERVICE,
            "content",
            Words("服务内容", "what the service consists of"),
        ),
    ):
        if not present:
            yield Finding((), INCOMPLETE, {"key": key, "missing": missing})


def within_the_maximum(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """No standard is above what was approved."""
    for trail, standard in _standards(entry.record):
        maximum = entry.record.approved_max
        if maximum is not None and standard > maximum:
            yield Finding(trail, ABOVE_MAXIMUM, {"standard": standard, "maximum": maximum})


def collected_while_it_holds(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """The dates are in order: valid from, first collected, valid until."""
    fee = entry.record
    if fee.valid_until is not None and fee.valid_until < fee.valid_from:
        yield Finding(
            ("valid_until",), OUT_OF_TIME, {"fault": Words("截止早于起始", "it ends before it begins")}
        )
    elif fee.first_collected_on is not None:
        after = fee.valid_until is not None and fee.first_collected_on > fee.valid_until
        if after or fee.first_collected_on < fee.valid_from:
            fault = Words("首次收取不在有效期内", "it is first collected outside its validity")
            yield Finding(("first_collected_on",), OUT_OF_TIME, {"fault": fault})


def chosen_freely(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """A service or agency fee is voluntary, and consent leaves a trace."""
    fee = entry.record
    if fee.nature in CHOSEN and not fee.voluntary:
        yield Finding(("voluntary",), NOT_VOLUNTARY)
    elif fee.nature in CHOSEN and fee.consent in (None, Consent.NOT_REQUIRED):
        yield Finding(("consent",), NOT_VOLUNTARY)


def no_prohibited_charge(entry: Entry[Fee], corpus: Corpus) -> Iterator[Finding]:
    """No service or agency fee is one that schools may not charge, no fee of interns one they are not to be asked."""
    prohibited = corpus.profile.words("fee.prohibited") if entry.record.nature in CHOSEN else ()
    interns = any(site.record.type in INTERNS for site in corpus.of("site"))
    for mistake, words in (
        (FORBIDDEN, prohibited),
        (INTERNS_PAY, corpus.profile.words("fee.intern-prohibited") if interns else ()),
    ):
        word = next((word for word in words if word in entry.record.title), None)
        if word is not None:
            yield Finding(("title",), mistake, {"word": word})


def shown_before_collected(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """A fee is published before its first collection."""
    published, collected = entry.record.published_on, entry.record.first_collected_on
    if published is not None and collected is not None and published > collected:
        yield Finding(("published_on",), PUBLISHED_LATE, {"published": published, "collected": collected})


def board_follows_changes(entry: Entry[Fee], corpus: Corpus) -> Iterator[Finding]:
    """After a change the board is brought up to date in time."""
    fee = entry.record
    if fee.changed_on is None:
        return
    followed = [
        day for day in (fee.updated_on, fee.published_on) if day is not None and day >= fee.changed_on
    ]
    found = late(corpus, "fee.board-within", fee.changed_on, min(followed, default=corpus.today))
    if found is not None:
        state = Words(f"{found['last']} 才更新", f"was brought up to date on {found['last']}")
        still = Words("还没有更新", "is not up to date yet")
        yield Finding(("changed_on",), UPDATED_LATE, found | {"state": state if followed else still})


def _standards(fee: Fee) -> Iterator[tuple[Trail, Decimal]]:
    if fee.standard is not None:
        yield ("standard",), fee.standard
    for index, one in enumerate(fee.by_grade):
        yield ("by_grade", index, "standard"), one.standard


RULES = (
    Rule(NO_BASIS, "fees", rests_on_a_document),
    Rule(INCOMPLETE, "fees", board_is_complete),
    Rule(ABOVE_MAXIMUM, "fees", within_the_maximum),
    Rule(OUT_OF_TIME, "fees", collected_while_it_holds),
    Rule(NOT_VOLUNTARY, "fees", chosen_freely),
    Rule(FORBIDDEN, "fees", no_prohibited_charge),
    Rule(UPDATED_LATE, "fees", board_follows_changes),
    *ONCE,
    Rule(PUBLISHED_LATE, "fees", shown_before_collected),
)
