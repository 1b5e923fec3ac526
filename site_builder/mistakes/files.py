"""Mistakes of what is in a file, whatever it says: its bytes, its characters, its size."""

from site_builder.model.problem import Mistake, Severity
from site_builder.model.words import Words

NOT_UTF8 = Mistake(
    code="FILE-01",
    message=Words(
        "文件不是 UTF-8 编码（第 {line} 行起读不出来）{guess}",
        "the file is not UTF-8 (unreadable from line {line}){guess}",
    ),
    hint=Words("{how}。", "{how}."),
    why=Words(
        "别的编码在别人的电脑上会变成乱码或别的字，公开的文字就不再是您写的那些。",
        "any other encoding turns into other characters on other machines, and what is published is no longer what you wrote.",
    ),
    wrong="（GBK / UTF-16 / ANSI）",
    right="（UTF-8）",
)
FORBIDDEN_CHARACTER = Mistake(
    code="FILE-02",
    message=Words(
        "这里有一个看不见的字符 {name}（{code}）", "there is an invisible character {name} ({code}) here"
    ),
    hint=Words(
        "删除这个字符；多半是从网页或 Word 里粘贴带来的。",
        "delete it; it most likely came along when pasting from a web page or from Word.",
    ),
    why=Words(
        "看不见的字符会改变文字的顺序、藏起内容，或者在打印、搜索时出错；审阅的人看不到它。",
        "invisible characters can reorder text, hide content, or break printing and search, and no reviewer sees them.",
    ),
    wrong="title: 收费\\u202e公示",
    right="title: 收费公示",
)
TOO_LARGE = Mistake(
    code="FILE-03",
    message=Words("文件太大，最多 {limit}", "the file is too large; at most {limit}"),
    hint=Words(
        "记录：分成几个文件，长表放进同名的 CSV 文件；附件：压缩图片或者分成几个。",
        "a record: split it, and put a long table into a CSV file of the same name; an attachment: shrink its pictures or split it.",
    ),
    why=Words(
        "超大的文件多半是放错了，读者的手机也打不开。",
        "a huge file is most likely in the wrong place, and no reader's telephone could open it.",
    ),
    wrong="data/budgets/2026.yaml（25 MB）",
    right="data/budgets/2026.yaml（25 KB）",
)
LONG_LINE = Mistake(
    code="FILE-04",
    message=Words(
        "这一行有 {found} 个字，最多 {limit} 个", "this line has {found} characters, at most {limit}"
    ),
    hint=Words("长文字写在“|”下面，分成几段。", "write long text below a “|”, in several paragraphs."),
    why=Words("这么长的一行没有人能审阅。", "nobody can review a line of that length."),
    wrong="body: 一段没有换行的长文……",
    right="body: |\n  第一段。\n\n  第二段。",
)
CONFLICT_MARKER = Mistake(
    code="FILE-05",
    message=Words(
        "这里留着两个人同时修改的痕迹（{found}）",
        "here is what was left of two people's conflicting changes ({found})",
    ),
    hint=Words(
        "决定留下哪一份，删去 <<<<<<<、=======、>>>>>>> 三行。",
        "decide which version stays and delete the lines <<<<<<<, ======= and >>>>>>>.",
    ),
    why=Words(
        "文件里有两种说法，不能猜哪一种是对的。",
        "the file says two things, and guessing which one is right is not for a tool.",
    ),
    wrong="<<<<<<< HEAD\namount: 100\n=======\namount: 120\n>>>>>>> other",
    right="amount: 120",
)
ESCAPED_CHARACTER = Mistake(
    code="FILE-12",
    message=Words(
        "引号里用“\\”写出了一个看不见的字符 {name}（{code}）",
        "an invisible character {name} ({code}) is spelt with “\\” in these quotation marks",
    ),
    hint=Words("删去它：{corrected}", "leave it out: {corrected}"),
    why=Words(
        "写出来的看不见的字符到了网页和打印件上同样会改变顺序、藏起内容或者出错。",
        "spelt out, it still reorders text, hides content or breaks printing once it is on a page.",
    ),
    wrong='title: "收费\\u202e公示"',
    right='title: "收费公示"',
)
LFS_POINTER = Mistake(
    code="FILE-13",
    message=Words(
        "这里只有 Git LFS 的指针，没有文件本身的内容",
        "this is only a pointer of Git LFS, not the file itself",
    ),
    hint=Words(
        "运行 git lfs pull 取回内容；数据文件不要交给 LFS 管理。",
        "run git lfs pull to fetch it; data files should not be kept in LFS at all.",
    ),
    why=Words("指针里没有记录，公开不了。", "a pointer holds no record that could be published."),
    wrong="version https://git-lfs.github.com/spec/v1\noid sha256:4d7a…",
    right="title: 收费公示",
)
MANY_PROBLEMS = Mistake(
    code="FILE-20",
    message=Words(
        "这个文件里的问题太多，只列出前 {limit} 个",
        "there are too many problems in this file; these are the first {limit}",
    ),
    hint=Words(
        "先改正这些，再检查一次；这么多问题多半出于同一个原因。",
        "mend these and check again; that many most likely have one cause.",
    ),
    why=Words("几千条信息没有人读得完。", "nobody reads thousands of messages."),
    wrong="（几百个问题 / hundreds of problems）",
    right="（一个一个改 / mended one by one）",
    severity=Severity.NOTE,
)
