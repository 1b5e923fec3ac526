"""Mistakes of a record: its fields, its references, who may see it."""

from site_builder.model.problem import Mistake, Severity
from site_builder.model.words import Words

UNKNOWN_KEY = Mistake(
    code="REC-01",
    message=Words("没有“{key}”这一栏{guess}", "there is no field “{key}”{guess}"),
    hint=Words("应该是：{corrected}", "it should be: {corrected}"),
    why=Words(
        "写错名字的栏目不会出现在网站上，等于没有写。",
        "a misspelt field would not appear on the site, as if it had never been written.",
    ),
    wrong="titel: 收费公示",
    right="title: 收费公示",
)
MISSING_KEY = Mistake(
    code="REC-02",
    message=Words("缺少“{key}”（{label}）", "“{key}” ({label}) is missing"),
    hint=Words("加一行，例如 {corrected}", "add a line, for example {corrected}"),
    why=Words("没有这一栏，公开的内容不完整。", "without it what is published is incomplete."),
    wrong="amount: 100",
    right="title: 收费公示\namount: 100",
)
ODD_KEY = Mistake(
    code="REC-06",
    message=Words(
        "栏目名“{key}”里有一个不该有的字符{character}（{code} {name}）{guess}",
        "the name “{key}” holds a character that does not belong there: {character} ({code} {name}){guess}",
    ),
    hint=Words("用键盘重新打一遍：{corrected}", "type it again on the keyboard: {corrected}"),
    why=Words(
        "看上去一样的字符，程序认作另一个栏目，写的内容就丢了。",
        "it looks the same but is another name to a program, and what is written there would be lost.",
    ),
    wrong='"title ": 收费公示',
    right="title: 收费公示",
)
BROKEN_REFERENCE = Mistake(
    code="REF-01",
    message=Words("找不到“{found}”（{kind}）{guess}", "“{found}” is not found among {kind}{guess}"),
    hint=Words(
        "写 data/{kind}/ 里的文件名（不带 .yaml）{part}",
        "write the name of a file in data/{kind}/ (without .yaml){part}",
    ),
    why=Words(
        "指向不存在的记录，读者就无法查证。",
        "readers cannot follow a reference to a record that is not there.",
    ),
    wrong="office: general-afairs",
    right="office: general-affairs",
)
HIDDEN_REFERENCE = Mistake(
    code="REF-02",
    message=Words(
        "“{found}”的公开范围（{theirs}）比这条记录（{ours}）小",
        "“{found}” is for {theirs} only, this record for {ours}",
    ),
    hint=Words(
        "换一条可以公开的记录，或者缩小这条记录的公开范围。",
        "refer to a record that may be shown, or narrow the audience of this one.",
    ),
    why=Words("公开的页面不能指向不公开的内容。", "a page must not point at what its readers may not see."),
    wrong="office: internal-team",
    right="office: general-affairs",
)
BROKEN_LINK = Mistake(
    code="REF-03",
    message=Words(
        "链接“{found}”没有对应的页面或文件{guess}", "the link “{found}” leads to no page or file{guess}"
    ),
    hint=Words(
        "站内链接写成 /fees/ 或 /fees/exercise-books/，文件写成 /files/文件名",
        "write links inside the site as /fees/ or /fees/exercise-books/, files as /files/NAME",
    ),
    why=Words("读者点开会看到错误页。", "readers would land on an error page."),
    wrong="[收费](/fee/)",
    right="[收费](/fees/)",
)
MISSING_FILE = Mistake(
    code="REF-04",
    message=Words("content/files 里没有“{found}”{guess}", "content/files has no “{found}”{guess}"),
    hint=Words(
        "把文件放进 content/files，或者改正文件名（大小写也要一致）。",
        "put the file into content/files or correct its name (capitals count).",
    ),
    why=Words("附件必须真的存在才能下载。", "an attachment must be there to be downloaded."),
    wrong="file: Budget.xlsx",
    right="file: budget.xlsx",
)
DUPLICATE_PART = Mistake(
    code="REC-03",
    message=Words(
        "“{found}”用了两次：第 {first} 行已经有了", "“{found}” is used twice: line {first} has it already"
    ),
    hint=Words(
        "给其中一个换一个名字，例如 id: {found}-2", "give one of them another name, for example id: {found}-2"
    ),
    why=Words("别的记录靠这个名字引用它。", "other records refer to it by this name."),
    wrong="lines:\n  - id: water\n  - id: water",
    right="lines:\n  - id: water\n  - id: power",
)
UNUSED_FILE = Mistake(
    code="REF-05",
    message=Words(
        "没有记录提到文件“{found}”，它不会公开", "no record names the file “{found}”, so it is not published"
    ),
    hint=Words(
        "在记录的 attachments 里写上它，或者删去文件。",
        "name it in the attachments of a record or delete it.",
    ),
    why=Words("只公开有人负责的文件。", "only files that somebody answers for are published."),
    wrong="content/files/old.xlsx",
    right="attachments:\n  - file: old.xlsx\n    title: 旧表",
    severity=Severity.WARNING,
)
SITE_MISSING = Mistake(
    code="REC-04",
    message=Words("缺少 data/site.yaml", "data/site.yaml is missing"),
    hint=Words(
        "site-builder init 会建立一份；至少写 title 和 name。",
        "site-builder init makes one; it needs at least title and name.",
    ),
    why=Words("网站要说明是谁公开的。", "a site must say who publishes it."),
    wrong="（没有 data/site.yaml）",
    right="title: 信息公开\nname: 青石湾学校",
)
ROWS_TWICE = Mistake(
    code="REC-05",
    message=Words(
        "rows 写在这里，旁边又有表格 {table}", "the rows are here, and there is a table {table} besides"
    ),
    hint=Words(
        "只留一处：删去这里的 rows，或者删去表格文件。",
        "keep one of the two: delete rows here or delete the table.",
    ),
    why=Words(
        "两处的行可能不一样，不能猜哪一处是对的。",
        "the two may differ, and which one is right cannot be guessed.",
    ),
    wrong="rows: [...]（同时有 visitors.csv）",
    right="（只有 visitors.csv）",
)
