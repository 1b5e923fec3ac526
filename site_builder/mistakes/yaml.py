"""Mistakes of writing YAML, before anybody asks what the values mean."""

from site_builder.model.problem import Mistake
from site_builder.model.words import Words

DUPLICATE_KEY = Mistake(
    code="YAML-01",
    message=Words(
        "“{key}”写了两次：第 {first} 行已经有了", "“{key}” is there twice: line {first} has it already"
    ),
    hint=Words("只留一行，删去第 {first} 行或这一行。", "keep one: delete line {first} or this one."),
    why=Words(
        "两个里面只能有一个是对的；许多程序会悄悄留下后一个。",
        "only one of the two can be right; many programs keep the later one without a word.",
    ),
    wrong="amount: 100\namount: 120",
    right="amount: 120",
)
TAG = Mistake(
    code="YAML-02",
    message=Words("不能用“{found}”这样的标记", "a tag such as “{found}” cannot be used"),
    hint=Words(
        "只写值本身：{corrected}。文字以感叹号开头时用引号括起来。",
        "write the value alone: {corrected}; quote a text that begins with an exclamation mark.",
    ),
    why=Words(
        "标记会让程序去做别的事；字段已经说明了值是什么。",
        "tags make programs do other things; the field already says what the value is.",
    ),
    wrong="amount: !!float 12",
    right="amount: 12",
)
ANCHOR = Mistake(
    code="YAML-03",
    message=Words("不能用“{found}”这样的引用", "a reference such as “{found}” cannot be used"),
    hint=Words(
        "把值写全，不用引用：{corrected}。文字以 & 或 * 开头时用引号括起来。",
        "write the value out: {corrected}; quote a text that begins with & or *.",
    ),
    why=Words(
        "审阅的人要在这一行就看到这一行的值。", "whoever reviews a line must see its value in that line."
    ),
    wrong="a: &x 100\nb: *x",
    right="a: 100\nb: 100",
)
TABULATOR = Mistake(
    code="YAML-04",
    message=Words("这里有一个制表符（Tab 键）", "there is a tab character here"),
    hint=Words("改成空格：{corrected}", "use spaces instead: {corrected}"),
    why=Words(
        "制表符在不同编辑器里宽度不同，缩进就说不清了。",
        "tabs are as wide as each editor likes, so they cannot show what belongs to what.",
    ),
    wrong="lines:\n\t- amount: 100",
    right="lines:\n  - amount: 100",
)
INDENTATION = Mistake(
    code="YAML-05",
    message=Words(
        "缩进不对：这一行和上面的行对不齐",
        "wrong indentation: this line is not in line with the lines above it",
    ),
    hint=Words(
        "和同一层的行左边对齐：{corrected}", "bring it in line with the lines of its level: {corrected}"
    ),
    why=Words("缩进说明什么属于什么。", "the indentation says what belongs to what."),
    wrong="contact:\n  phone: 0571-88880000\n office: 总务处",
    right="contact:\n  phone: 0571-88880000\n  office: 总务处",
)
FULL_WIDTH_COLON = Mistake(
    code="YAML-06",
    message=Words("“{key}”后面是中文冒号“：”", "“{key}” is followed by a full-width colon “：”"),
    hint=Words("用英文冒号加一个空格：{corrected}", "use a colon and a space: {corrected}"),
    why=Words(
        "只有英文冒号加空格才把名称和值分开。",
        "only a half-width colon followed by a space separates a name from its value.",
    ),
    wrong="title：收费公示",
    right="title: 收费公示",
)
FULL_WIDTH_COMMA = Mistake(
    code="YAML-07",
    message=Words(
        "这里用了中文逗号“，”，前后成了一个值",
        "there is a full-width comma “，” here, so both sides are a single value",
    ),
    hint=Words("用英文逗号加空格隔开：{corrected}", "separate with a comma and a space: {corrected}"),
    why=Words(
        "方括号里只有英文逗号才隔开各项。",
        "inside square brackets only a half-width comma separates the items.",
    ),
    wrong="bases: [law-1，law-2]",
    right="bases: [law-1, law-2]",
)
NO_SPACE = Mistake(
    code="YAML-08",
    message=Words("“{key}:”后面少一个空格", "a space is missing after “{key}:”"),
    hint=Words("冒号后面加一个空格：{corrected}", "put a space after the colon: {corrected}"),
    why=Words("没有空格，整行就成了一段文字。", "without the space the whole line is one piece of text."),
    wrong="amount:100",
    right="amount: 100",
)
SYNTAX = Mistake(
    code="YAML-09",
    message=Words("这一行读不了：{found}", "this line cannot be read: {found}"),
    hint=Words("{advice}", "{advice}"),
    why=Words(
        "写法不完整，不能猜后面是什么意思。", "the writing is incomplete, and what follows cannot be guessed."
    ),
    wrong='title: "收费公示',
    right='title: "收费公示"',
)
TOO_DEEP = Mistake(
    code="YAML-10",
    message=Words("一层套一层超过 {limit} 层", "nested more than {limit} levels deep"),
    hint=Words("检查是不是多了括号或“- ”。", "check whether there are too many brackets or “- ”."),
    why=Words("没有哪条记录需要这么多层。", "no record needs that many levels."),
    wrong="list: [[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]",
    right="list: [1]",
)
TOO_MANY = Mistake(
    code="YAML-11",
    message=Words("一个文件里超过 {limit} 个值", "more than {limit} values in one file"),
    hint=Words("长表放进同名的 CSV 文件。", "put a long table into a CSV file of the same name."),
    why=Words("这么长的文件没有人能审阅。", "nobody can review a file of that length."),
    wrong="（几万行）",
    right="data/registers/visitors.csv",
)
NOT_A_MAPPING = Mistake(
    code="YAML-12",
    message=Words(
        "这里应该是“名称: 值”的若干行，写的却是{found}",
        "lines of “name: value” belong here, but this is {found}",
    ),
    hint=Words(
        "每行写一个名称、英文冒号、空格和值，例如 title: 收费公示",
        "write a name, a colon, a space and a value on each line, for example title: 收费公示",
    ),
    why=Words("名称说明值属于哪一栏。", "the name says which field the value belongs to."),
    wrong="收费公示",
    right="title: 收费公示",
)
SECOND_DOCUMENT = Mistake(
    code="YAML-13",
    message=Words("这里开始了第二份内容（{found}）", "a second document begins here ({found})"),
    hint=Words(
        "删去“{found}”；另一条记录写进另一个文件。",
        "delete “{found}”; another record goes into another file.",
    ),
    why=Words(
        "一个文件一条记录，文件名就是它的网址。",
        "a file holds one record, and its name is the record's address.",
    ),
    wrong="title: 甲\n---\ntitle: 乙",
    right="title: 甲",
)
EMPTY_FILE = Mistake(
    code="YAML-14",
    message=Words("文件里没有内容", "the file says nothing"),
    hint=Words(
        "填写内容，或者删去文件；site-builder new 给出一份样例。",
        "fill it in or delete it; site-builder new gives an example to start from.",
    ),
    why=Words("空文件可能是没有保存成功。", "an empty file may be one that was not saved properly."),
    wrong="# 待填",
    right="title: 收费公示",
)
KEY_NOT_TEXT = Mistake(
    code="YAML-15",
    message=Words("名称必须是一个词", "a name must be a single word"),
    hint=Words("写成“名称: 值”。", "write “name: value”."),
    why=Words("名称是栏目的名字。", "the name is the name of a field."),
    wrong="? [a, b]\n: 1",
    right="a: 1",
)
HIDDEN_COMMENT = Mistake(
    code="YAML-16",
    message=Words(
        "“{found}”以后的字会被当作注释丢掉", "everything from “{found}” on is taken as a comment and lost"
    ),
    hint=Words(
        "整个值用引号括起来：{corrected}；真是注释就在 # 后面加空格。",
        "quote the whole value: {corrected}; if it is a comment, put a space after the #.",
    ),
    why=Words(
        "空格加 # 开始注释，注释不会公开。", "a space and # begin a comment, and comments are not published."
    ),
    wrong="title: 会议室 #3 改造",
    right='title: "会议室 #3 改造"',
)
FOLDED = Mistake(
    code="YAML-17",
    message=Words(
        "这样写的长文字，换行会变成空格", "line breaks in a text written like this turn into spaces"
    ),
    hint=Words(
        "改成“|”，文字从下一行起缩进两个空格：{corrected}",
        "use “|” and begin the text on the next line, two spaces further in: {corrected}",
    ),
    why=Words(
        "中文的行与行之间会多出空格，段落也会合并。",
        "Chinese lines would get spaces between them and paragraphs would be merged.",
    ),
    wrong="body: >\n  第一行\n  第二行",
    right="body: |\n  第一行\n  第二行",
)
NO_HEAD = Mistake(
    code="YAML-18",
    message=Words(
        "页面的开头没有“---”围起来的标题栏", "the page does not begin with a head between two lines “---”"
    ),
    hint=Words(
        "第一行写 ---，下面写 title: 页面标题，再写一行 ---。",
        "write --- on the first line, then title: TITLE, then --- again.",
    ),
    why=Words("页面要有标题才能列在网站上。", "a page needs a title to be listed on the site."),
    wrong="关于我们……",
    right="---\ntitle: 关于我们\n---\n关于我们……",
)
NO_DASH_SPACE = Mistake(
    code="YAML-19",
    message=Words("“-”后面少一个空格", "a space is missing after “-”"),
    hint=Words("“-”后面加一个空格：{corrected}", "put a space after the dash: {corrected}"),
    why=Words("没有空格，这一行就不是列表的一项。", "without the space the line is not an item of a list."),
    wrong="bases:\n  -law-1",
    right="bases:\n  - law-1",
)
WIDE_SPACE = Mistake(
    code="YAML-20",
    message=Words(
        "这里的空格不是普通空格（全角空格或网页里的不换行空格）",
        "the space here is not a plain one (full-width, or unbreakable from a web page)",
    ),
    hint=Words("换成普通空格：{corrected}", "use plain spaces: {corrected}"),
    why=Words(
        "只有普通空格才算缩进，才把名称和值分开。",
        "only plain spaces indent a line and separate a name from its value.",
    ),
    wrong="title:　收费公示",
    right="title: 收费公示",
)
