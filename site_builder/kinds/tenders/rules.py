"""What must hold of a purchase; its sums, its order of stages and its time limits have files of their own."""

from collections.abc import Iterator

from site_builder.kinds.tenders.announcements import RULES as ANNOUNCEMENTS
from site_builder.kinds.tenders.money import RULES as MONEY
from site_builder.kinds.tenders.notice_periods import RULES as NOTICE_PERIODS
from site_builder.kinds.tenders.record import Method, Tender
from site_builder.kinds.tenders.stage_order import RULES as STAGE_ORDER
from site_builder.model.kind import Corpus, Entry, Rule
from site_builder.model.problem import Finding, Mistake, Severity
from site_builder.model.words import Words

HANDLERS = 2
"""Posts that handle a purchase or accept a delivery: internal control rules for public institutions (2012)."""
QUOTES = 3
"""Quotations of a small purchase: custom, as schools' own rules have it."""

ONE_HANDLER = Mistake(
    code="EXP-03",
    message=Words(
        "{what}只有 {found} 个岗位，至少要 {needed} 个", "only {found} of the {needed} posts needed: {what}"
    ),
    hint=Words(
        "再写一个不同的岗位，例如 general-affairs#storekeeper",
        "add another post, such as general-affairs#storekeeper",
    ),
    why=Words(
        "采购和验收都要两个以上岗位共同办理，互相监督。",
        "two posts or more buy and accept together, so that each sees what the other does.",
    ),
    wrong="handlers: [general-affairs#deputy]",
    right="handlers: [general-affairs#deputy, general-affairs#storekeeper]",
    basis="《行政事业单位内部控制规范（试行）》（2012）",
)
BUYER_ACCEPTS = Mistake(
    code="EXP-04",
    message=Words("“{post}”既是经办人又是验收人", "“{post}” both bought and accepted"),
    hint=Words("换一个没有经办这次采购的岗位来验收。", "let a post accept that did not handle the purchase."),
    why=Words("采购和验收是不相容的岗位。", "buying and accepting are to be kept apart."),
    wrong="handlers: [canteen#manager, finance#cashier]\nacceptance: {members: [canteen#manager, …]}",
    right="handlers: [canteen#manager, finance#cashier]\nacceptance: {members: [academic#director, …]}",
    basis="《中华人民共和国政府采购法》第六十一条",
)
NO_PLATFORM = Mistake(
    code="PRC-16",
    message=Words(
        "政府采购项目没有写法定平台的网址", "a statutory purchase without the address of the official notice"
    ),
    hint=Words(
        "写 platform_url: 官方公告的网址。", "write platform_url: the address of the official notice."
    ),
    why=Words(
        "学校网页只是转载，以法定平台为准。", "a school's page is a copy; the official platform prevails."
    ),
    wrong="statutory: true",
    right="statutory: true\nplatform_url: https://www.ccgp.gov.cn/",
    severity=Severity.WARNING,
    basis="《中华人民共和国政府采购法实施条例》第八条",
)
FEW_QUOTES = Mistake(
    code="PRC-17",
    message=Words("只有 {found} 家报价，至少要 {needed} 家", "{found} quotations instead of {needed}"),
    hint=Words(
        "补齐报价；确实不足时在 method_reason 里说明。",
        "get more; where that is impossible, say why in method_reason.",
    ),
    why=Words("货比三家，才知道价格是否合理。", "only a comparison shows whether a price is fair."),
    wrong="method: in-house\nquotes: [{supplier: 明达灯具店, price: 3120.00, on: 2026-03-10}]",
    right="quotes:\n  - {supplier: 明达灯具店, …}\n  - {supplier: 光华电器行, …}\n  - {supplier: 恒亮照明, …}",
    severity=Severity.WARNING,
)
UNCLEAR_CHOICE = Mistake(
    code="PRC-22",
    message=Words(
        "报价里选定了 {found} 家，没有选最低价时也要写理由",
        "{found} quotations are chosen; a choice that is not the lowest needs a reason",
    ),
    hint=Words(
        "只给一家写 chosen: true；不是最低价就写 choice_reason。",
        "mark one with chosen: true; where it is not the lowest, give choice_reason.",
    ),
    why=Words("比价要看得出选了谁、为什么。", "a comparison shows who was chosen, and why."),
    wrong="quotes:\n  - {supplier: 甲店, price: 3290.00, chosen: true}\n  - {supplier: 乙店, price: 3120.00}",
    right="choice_reason: 质保三年\nquotes:\n  - {supplier: 甲店, price: 3290.00, chosen: true}",
)


def two_handle_it(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """At least two different posts buy, and at least two accept."""
    tender = entry.record
    if len(set(tender.handlers)) < HANDLERS:
        values = {"what": Words("经办人", "handlers"), "found": len(set(tender.handlers)), "needed": HANDLERS}
        yield Finding(("handlers",), ONE_HANDLER, values)
    if tender.acceptance is not None and len(set(tender.acceptance.members)) < HANDLERS:
        found = len(set(tender.acceptance.members))
        values = {"what": Words("验收人", "members of the acceptance"), "found": found, "needed": HANDLERS}
        yield Finding(("acceptance", "members"), ONE_HANDLER, values)


def buyers_do_not_accept(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """Nobody who bought is among those who accept."""
    members = entry.record.acceptance.members if entry.record.acceptance else ()
    for index, post in enumerate(members):
        if post in entry.record.handlers:
            yield Finding(("acceptance", "members", index), BUYER_ACCEPTS, {"post": post})


def platform_is_linked(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """A statutory purchase that has been announced links to the official notice."""
    if entry.record.statutory and entry.record.platform_url is None:
        yield Finding(("statutory",), NO_PLATFORM)


def enough_quotes(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """A small purchase compares at least three different firms."""
    firms = {one.supplier for one in entry.record.quotes}
    if firms and len(firms) < QUOTES and not entry.record.method_reason:
        yield Finding(("quotes",), FEW_QUOTES, {"found": len(firms), "needed": QUOTES})


def choice_is_clear(entry: Entry[Tender], _corpus: Corpus) -> Iterator[Finding]:
    """One quotation is chosen: the lowest, or another with a reason."""
    tender = entry.record
    chosen = [one for one in tender.quotes if one.chosen]
    if not tender.quotes or (
        not chosen and tender.acceptance is None and tender.method is not Method.IN_HOUSE
    ):
        return
    dearer = len(chosen) == 1 and chosen[0].price > min(one.price for one in tender.quotes)
    if len(chosen) != 1 or (dearer and not tender.choice_reason):
        yield Finding(("quotes",), UNCLEAR_CHOICE, {"found": len(chosen)})


RULES = (
    Rule(ONE_HANDLER, "tenders", two_handle_it),
    Rule(BUYER_ACCEPTS, "tenders", buyers_do_not_accept),
    Rule(NO_PLATFORM, "tenders", platform_is_linked),
    Rule(FEW_QUOTES, "tenders", enough_quotes),
    Rule(UNCLEAR_CHOICE, "tenders", choice_is_clear),
    *MONEY,
    *STAGE_ORDER,
    *NOTICE_PERIODS,
    *ANNOUNCEMENTS,
)
