"""What must hold of a canteen."""

from collections.abc import Iterator

from site_builder.kinds.canteens.figures import uncovered
from site_builder.kinds.canteens.record import Canteen, CanteenMode
from site_builder.model.corpus import Corpus, Entry
from site_builder.model.kind import Rule
from site_builder.model.problem import Finding, Mistake
from site_builder.model.words import Words

NO_CERTIFICATE = Mistake("CAN-04")
SHOP_ON_CAMPUS = Mistake("CAN-13")
INCOMPLETE = Mistake("CAN-14")
FOUND_BY_COMPETITION = (CanteenMode.CONTRACTED, CanteenMode.OUTSIDE)


def handlers_are_certified(entry: Entry[Canteen], corpus: Corpus) -> Iterator[Finding]:
    """Nobody handles food on a day on which their certificate does not hold."""
    for index, one in enumerate(entry.record.handlers):
        day = uncovered(one, corpus.today)
        if day is not None:
            until = one.certificate_until
            state = Words(f" {until} 到期", f"ended on {until}") if until and until < day else None
            fault = state or Words(
                "那天还没有生效，或者没有登记", "does not hold yet on that day, or is not written down"
            )
            field = "certificate_until" if state else "certificate_from" if one.certificate_from else "id"
            values = {"handler": one.id, "post": one.post, "fault": fault, "day": day}
            yield Finding(("handlers", index, field), NO_CERTIFICATE, values)


def no_shop_among_children(entry: Entry[Canteen], corpus: Corpus) -> Iterator[Finding]:
    """A shop or cold-drink room on the campus of a school of the kinds that the profile names is pointed out."""
    type = next((one.record.type for one in corpus.of("site")), None)
    if entry.record.mode is CanteenMode.SHOP and type in corpus.profile.words("canteen.no-shop"):
        yield Finding(("mode",), SHOP_ON_CAMPUS)


def readers_know_who_runs_it(entry: Entry[Canteen], corpus: Corpus) -> Iterator[Finding]:
    """Operator, licence and, where others run it, how they were found are shown; the licence holds."""
    record = entry.record
    needed = record.mode in FOUND_BY_COMPETITION
    for given, zh, en in (
        (record.operator, "没有写经营者 operator", "operator is not written"),
        (record.licence_no, "没有写许可证编号 licence_no", "licence_no is not written"),
        (record.valid_until, "没有写许可证有效期 valid_until", "valid_until is not written"),
        (record.contract or not needed, "没有写招标采购 contract", "contract is not written"),
    ):
        if not given:
            yield Finding(("mode",), INCOMPLETE, {"fault": Words(zh, en)})
    if record.valid_until is not None and record.valid_until < corpus.today:
        fault = Words(f"许可证 {record.valid_until} 到期", f"the licence ended on {record.valid_until}")
        yield Finding(("valid_until",), INCOMPLETE, {"fault": fault})


RULES = (
    Rule(NO_CERTIFICATE, "canteens", handlers_are_certified),
    Rule(SHOP_ON_CAMPUS, "canteens", no_shop_among_children),
    Rule(INCOMPLETE, "canteens", readers_know_who_runs_it),
)
