"""What must hold of a fee."""

from collections.abc import Iterator
from decimal import Decimal

from site_builder.kinds.fees.record import Consent, Fee, Nature, Pricing
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Trail
from site_builder.model.words import Words

CHOSEN = (Nature.SERVICE, Nature.AGENCY)
"""What pupils may take or leave: 教财〔2020〕5号 on charges in schools."""
PROHIBITED = (
    "讲义", "试卷", "电子阅览", "上机", "取暖", "降温", "饮水", "校园安全", "安保", "借读", "赞助", "择校", "保险",
)  # fmt: skip
"""Words in the names of charges that schools may not collect as service or agency fees; provinces list them."""

NO_BASIS = Mistake(
    code="FEE-01",
    message=Words("没有写收费依据", "no document is named that allows the charge"),
    hint=Words(
        "在 bases 里写批准或备案文件，例如 bases: [edu-fee-2024-11]",
        "name it in bases, for example bases: [edu-fee-2024-11]",
    ),
    why=Words(
        "学校收费必须有依据，并且随收费一起公示。",
        "a school may charge only what a document allows, and shows that document with the charge.",
    ),
    wrong="title: 校服费\nstandard: 268.00",
    right="title: 校服费\nstandard: 268.00\nbases: [service-fee-2025-6]",
    basis="《中华人民共和国教育法》第三十条；教育收费公示制度",
)
INCOMPLETE = Mistake(
    code="FEE-02",
    message=Words("公示栏缺少{missing}", "the fee board lacks {missing}"),
    hint=Words("补上 {key}。", "add {key}."),
    why=Words(
        "收费公示要让家长看懂收什么、怎么减免、向谁反映。",
        "a fee board tells guardians what is charged, who pays less and whom to ask.",
    ),
    wrong="charge_unit: pupil-term\npricing: filed",
    right="charge_unit: pupil-term\npricing: filed\nstandard: 240.00\nreduction_policy: 家庭经济困难学生免收",
    basis="教育收费公示制度",
)
ABOVE_MAXIMUM = Mistake(
    code="FEE-03",
    message=Words(
        "标准 {standard} 高于批准上限 {maximum}", "the standard {standard} is above the approved {maximum}"
    ),
    hint=Words("降到 {maximum} 以内，或者核对批准文件。", "lower it to {maximum} or check the document."),
    why=Words("不得高于批准的标准收费。", "nothing may be charged above the approved standard."),
    wrong="standard: 280.00\napproved_max: 268.00",
    right="standard: 268.00\napproved_max: 268.00",
    basis="《中华人民共和国义务教育法》第二十五条、第五十六条",
)
OUT_OF_TIME = Mistake(
    code="FEE-14",
    message=Words("日期不对：{fault}", "the dates do not fit: {fault}"),
    hint=Words(
        "执行起始不晚于截止，首次收取在两者之间。",
        "the first day comes before the last, and the first collection between them.",
    ),
    why=Words("只能在标准有效的时间里收费。", "a fee may be collected only while its standard holds."),
    wrong="valid_from: 2026-03-01\nfirst_collected_on: 2026-02-25",
    right="valid_from: 2026-02-25\nfirst_collected_on: 2026-03-01",
)
NOT_VOLUNTARY = Mistake(
    code="FEE-04",
    message=Words(
        "服务性收费和代收费须自愿并留下同意记录",
        "service and agency fees are voluntary, with consent on record",
    ),
    hint=Words(
        "写 voluntary: true，并写 consent: written 或 online。",
        "write voluntary: true and consent: written or online.",
    ),
    why=Words(
        "这类收费不得强制，家长要以可查的方式同意。",
        "such a fee may not be forced on anybody; guardians agree in a way that can be traced.",
    ),
    wrong="nature: agency\nvoluntary: false",
    right="nature: agency\nvoluntary: true\nconsent: written",
    basis="教财〔2020〕5号",
)
FORBIDDEN = Mistake(
    code="FEE-05",
    message=Words(
        "名称里有“{word}”，这类项目不得向学生收费", "the name holds “{word}”: such charges are not allowed"
    ),
    hint=Words(
        "不要收取；若是名称引起误会，请改名。",
        "do not collect it; if only the name misleads, change the name.",
    ),
    why=Words(
        "讲义、试卷、取暖、饮水、安保等属于学校应当提供的条件。",
        "hand-outs, test papers, heating, water and security are for the school to provide.",
    ),
    wrong="title: 试卷费",
    right="title: 作业本费",
    basis="各省服务性收费和代收费清单",
)
PUBLISHED_LATE = Mistake(
    code="FEE-08",
    message=Words(
        "{published} 公示，{collected} 就开始收取", "published {published}, but collected from {collected}"
    ),
    hint=Words("公示日期应早于首次收取的日子。", "publish it before the first collection."),
    why=Words("收费之前先公示。", "a charge is shown to guardians before it is collected."),
    wrong="published_on: 2026-03-05\nfirst_collected_on: 2026-03-02",
    right="published_on: 2026-02-24\nfirst_collected_on: 2026-03-02",
    basis="教育收费公示制度",
)


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


def no_prohibited_charge(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """No service or agency fee is named after something schools may not charge for."""
    word = next((word for word in PROHIBITED if word in entry.record.title), None)
    if word is not None and entry.record.nature in CHOSEN:
        yield Finding(("title",), FORBIDDEN, {"word": word})


def shown_before_collected(entry: Entry[Fee], _corpus: Corpus) -> Iterator[Finding]:
    """A fee is published before its first collection."""
    published, collected = entry.record.published_on, entry.record.first_collected_on
    if published is not None and collected is not None and published > collected:
        yield Finding(("published_on",), PUBLISHED_LATE, {"published": published, "collected": collected})


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
    Rule(PUBLISHED_LATE, "fees", shown_before_collected),
)
