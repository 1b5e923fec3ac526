"""Mistakes of a table in a CSV file beside a register."""

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

_WHY = Words("第一行的栏名说明每个格子是什么。", "the names in the first line say what each cell is.")

NO_HEADER = Mistake(
    code="CSV-01",
    message=Words("表格是空的", "the table is empty"),
    hint=Words(
        "第一行写栏名，下面每行一条。", "write the column names in the first line and one row a line below."
    ),
    why=_WHY,
    wrong="（空文件）",
    right="date,visitors\n2026-03-02,14",
)
RAGGED_ROW = Mistake(
    code="CSV-02",
    message=Words(
        "这一行有 {found} 格，应该有 {expected} 格", "this row has {found} cells instead of {expected}"
    ),
    hint=Words(
        "补上缺的格子；格子里有逗号时用引号括起来。",
        "add the missing cells; quote a cell that holds a comma.",
    ),
    why=Words(
        "格子数不对，后面的值就移了位。", "with a wrong number of cells the values move into other columns."
    ),
    wrong='date,visitors\n2026-03-02,"1,4",5',
    right="date,visitors\n2026-03-02,14",
)
UNNAMED_COLUMN = Mistake(
    code="CSV-03",
    message=Words("第 {number} 栏没有名字", "column {number} has no name"),
    hint=Words("在第一行写上栏名，或者删去这一栏。", "name it in the first line or delete the column."),
    why=_WHY,
    wrong="date,\n2026-03-02,14",
    right="date,visitors\n2026-03-02,14",
)
COLUMN_TWICE = Mistake(
    code="CSV-04",
    message=Words("栏名“{name}”有两个", "there are two columns named “{name}”"),
    hint=Words("给其中一栏换一个名字。", "give one of them another name."),
    why=_WHY,
    wrong="date,date\n2026-03-02,14",
    right="date,visitors\n2026-03-02,14",
)
TOO_MANY_ROWS = Mistake(
    code="CSV-05",
    message=Words("表格超过 {limit} 行或 {cells} 格", "more than {limit} rows or {cells} cells"),
    hint=Words("按年或按学期分成几个登记表。", "split the register by year or term."),
    why=Words("一页放不下这么多行。", "no page can show that many rows."),
    wrong="（十几万行）",
    right="data/registers/visitors-2026.csv",
)
BROKEN_QUOTE = Mistake(
    code="CSV-06",
    message=Words(
        "这一格的引号没有在本行收尾，或者后面还有别的字",
        "the quotation marks of this cell are not closed in this line, or something follows them",
    ),
    hint=Words(
        '一格写在一行里，用一对引号括起来："甲,乙"；格子里的引号写两个：""',
        'write a cell on one line in one pair of quotation marks: "a,b"; one inside the cell is written twice: ""',
    ),
    why=Words(
        "引号不成对，后面的行就会混进同一格。",
        "without its partner a quotation mark draws the following lines into the same cell.",
    ),
    wrong='date,remark\n2026-03-02,"家长来访',
    right='date,remark\n2026-03-02,"家长来访"',
)
SEPARATOR = Mistake(
    code="CSV-07",
    message=Words(
        "各栏用“{found}”隔开，应该用英文逗号", "the columns are separated by “{found}” instead of commas"
    ),
    hint=Words(
        "在表格软件里选“另存为”，类型选“CSV UTF-8（逗号分隔）”。",
        "in the spreadsheet program choose “Save as” and the type “CSV UTF-8 (comma delimited)”.",
    ),
    why=_WHY,
    wrong="date;visitors\n2026-03-02;14",
    right="date,visitors\n2026-03-02,14",
)
TOO_MANY_COLUMNS = Mistake(
    code="CSV-08",
    message=Words("表格有 {found} 栏，最多 {limit} 栏", "the table has {found} columns, at most {limit}"),
    hint=Words(
        "只留要公开的栏，其余的删去。", "keep the columns that are to be published and delete the others."
    ),
    why=Words(
        "一页放不下这么多栏，多半是行和栏弄反了。",
        "no page can show that many; most likely rows and columns were swapped.",
    ),
    wrong="1,2,3,4,5,6,……",
    right="date,visitors\n2026-03-02,14",
)
