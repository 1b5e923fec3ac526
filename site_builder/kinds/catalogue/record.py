"""An item of the disclosure catalogue: what has to be public, how often, by when, and which records make it so."""

from enum import StrEnum

from site_builder.model.form import Code, Count, Date, Line
from site_builder.model.record import Part, PostRef, Record


class Every(StrEnum):
    """Over which periods an item comes round."""

    WEEK = "week"
    """每周 / Every week"""
    MONTH = "month"
    """每月 / Every month"""
    TERM = "term"
    """每学期 / Every term"""
    SCHOOL_YEAR = "school-year"
    """每学年 / Every school year"""
    YEAR = "year"
    """每年 / Every year"""
    STANDING = "standing"
    """长期 / Standing"""
    EVENT = "event"
    """每次 / On each occasion"""


class Start(StrEnum):
    """What starts the clock."""

    END = "end"
    """期间结束 / The end of the period"""
    BEGIN = "begin"
    """期间开始 / The beginning of the period"""
    BEFORE = "before"
    """期间开始以前 / Ahead of the period"""
    EVENT = "event"
    """事情发生 / The event itself"""


class Timer(Part, frozen=True, kw_only=True, omit_defaults=True):
    """By when something has to be public; exactly one of days, working_days, day_of_month and setting is given."""

    start: Start = Start.END
    """起算：从期间结束、开始、开始以前还是从事情发生起算。
    Starts with: the end or beginning of the period, ahead of it, or the event."""
    days: Count | None = None
    """天数：起算后（或以前）几天。
    Days: so many after it (or ahead of it)."""
    working_days: Count | None = None
    """工作日：起算后（或以前）几个工作日。
    Working days: so many after it (or ahead of it)."""
    day_of_month: Count | None = None
    """几日：期间结束后的那个月几日以前。
    Day of the month: by that day of the month after the period."""
    months: Count = 1
    """第几个月：几日所在的月份，是期间结束后的第几个月。
    Months: which month after the period that day lies in."""
    setting: Code | None = None
    """标准参数：期限写在检查标准里时，写参数名。
    Setting: the name of the standard that says how long, where one does."""
    event: Code | None = None
    """发生日期：记录里写着事情发生日期的栏目，如 award.decided_on。
    Event: the field of the record that says when it happened, such as award.decided_on."""


class CatalogueItem(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One line of the disclosure catalogue; its audience is also that of the records that fulfil it."""

    level1: Line
    """一级事项：公开目录的大类。
    Heading: the part of the catalogue it stands in."""
    level1_en: Line | None = None
    """英文一级事项：可不填。
    Heading in English: optional."""
    level2: Line | None = None
    """二级事项：大类里的小类；可不填。
    Subheading: within the heading; optional."""
    content: tuple[Line, ...]
    """公开内容：应当写明的要素，一行一条。
    Content: what it has to say, one a line."""
    every: Every
    """周期：每月、每学期、每年、长期还是每次。
    Every: month, term, year, standing, or on each occasion."""
    timer: Timer | None = None
    """时限：最迟什么时候公开；长期事项可不填。
    Time limit: by when it is public; a standing item may do without."""
    record_kind: Code
    """记录种类：公开什么就算完成，写 data 里的文件夹名，如 schedules。
    Kind of record: what fulfils it, as the name of a folder in data, such as schedules."""
    id_begins: Code | None = None
    """文件名开头：只有这样开头的记录才算，如 meters-；可不填。
    File name begins: only records whose name begins so fulfil it, such as meters-; optional."""
    dated_by: Code | None = None
    """公开日期：公开日期不是 published_on 而是另一栏时，写那一栏，如 award.on。
    Dated by: the field with the day of publication, where that is not published_on, such as award.on."""
    least: Count = 1
    """份数：每个期间至少几份。
    At least: so many records in each period."""
    only_in_term: bool = False
    """只算学期：寒暑假里的月和周不计。
    Only in term: months and weeks of vacation are passed over."""
    may_be_empty: bool = False
    """可能没有：有的期间没有可公开的，要另作说明。
    May be empty: some periods have nothing; then a statement says so."""
    owner: PostRef
    """责任岗位：谁负责公开。
    Owner: the post that sees to it."""
    channels: tuple[Line, ...] = ()
    """公开渠道：网站、公示栏、家长会等。
    Channels: website, notice board, parents' meeting, and so on."""
    since: Date
    """起始：从哪天起有这项公开义务；以前的期间不计。
    Since: the day the duty began; periods that ended earlier do not count."""
    until: Date | None = None
    """截止：到哪天为止；一直有的不填。
    Until: the last day of the duty, where it has one."""
