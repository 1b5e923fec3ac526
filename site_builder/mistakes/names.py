"""Mistakes of files and folders: their names, their places, what they are."""

from site_builder.model.problem import Mistake, Severity
from site_builder.model.words import Words

BAD_NAME = Mistake(
    code="FILE-06",
    message=Words("文件名“{name}”不能用作网址", "the file name “{name}” cannot become an address"),
    hint=Words(
        "文件名只用小写字母、数字和“-”，例如 {suggestion}；中文名称写在 title 里。",
        "use small letters, digits and “-” only, for example {suggestion}; the Chinese name goes into the title.",
    ),
    why=Words(
        "文件名就是网址，公开以后不再改变；中文、空格和大写字母在不同电脑上写法不同。",
        "the file name becomes the address and never changes; other characters are written differently on different machines.",
    ),
    wrong="data/fees/练习本 费.yaml",
    right="data/fees/exercise-books.yaml",
)
NOT_A_FILE = Mistake(
    code="FILE-07",
    message=Words("“{name}”不是普通文件（{found}）", "“{name}” is not a regular file ({found})"),
    hint=Words("换成真正的文件。", "put a real file in its place."),
    why=Words(
        "链接和设备可能指向项目之外，那里的东西不能公开。",
        "links and devices may point outside the project, and what is there must not be published.",
    ),
    wrong="data/fees/a.yaml -> ../../private.yaml",
    right="data/fees/a.yaml",
)
UNKNOWN_FOLDER = Mistake(
    code="FILE-08",
    message=Words("没有“{name}”这一类记录{guess}", "there is no kind of record called “{name}”{guess}"),
    hint=Words("把文件移到这些文件夹之一：{kinds}", "move the file into one of these folders: {kinds}"),
    why=Words("文件夹决定记录的种类。", "the folder says what kind of record it is."),
    wrong="data/fee/books.yaml",
    right="data/fees/books.yaml",
)
TWICE = Mistake(
    code="FILE-09",
    message=Words(
        "“{name}”有两个文件：另一个是 {other}", "there are two files for “{name}”: the other one is {other}"
    ),
    hint=Words("删去一个，或者换一个名字。", "delete one of them or give it another name."),
    why=Words(
        "两个文件会变成同一个网址，后一个会盖掉前一个。",
        "both would become the same address, and one would cover the other.",
    ),
    wrong="data/fees/books.yaml 和 data/fees/books.yml",
    right="data/fees/books.yaml",
)
NO_DATA = Mistake(
    code="FILE-10",
    message=Words("没有找到 {name}", "{name} is missing"),
    hint=Words(
        "在项目文件夹里运行；新项目用 site-builder init 建立。",
        "run this in the folder of the project; site-builder init makes a new one.",
    ),
    why=Words(
        "没有数据就没有网站；宁可停下来，也不用空网站盖掉旧的。",
        "without data there is no site, and an empty one must not replace the old one.",
    ),
    wrong="（空文件夹）",
    right="data/site.yaml",
)
STRAY_FILE = Mistake(
    code="FILE-11",
    message=Words("这里的“{name}”不会被读取", "“{name}” is not read here"),
    hint=Words(
        "数据文件的名字以 .yaml 结尾；别的文件请移走。", "data files end in .yaml; move other files away."
    ),
    why=Words(
        "放错地方的文件会让人以为已经公开了。", "somebody may think that a misplaced file has been published."
    ),
    wrong="data/fees/books.yaml.txt",
    right="data/fees/books.yaml",
    severity=Severity.WARNING,
)
ODD_NAME = Mistake(
    code="FILE-14",
    message=Words(
        "文件名“{name}”在别的电脑上用不了：{reason}",
        "the name “{name}” cannot be used on other machines: {reason}",
    ),
    hint=Words("改名，例如 {suggestion}", "rename it, for example to {suggestion}"),
    why=Words(
        "项目会在不同的电脑上打开；到那里变样或者打不开的文件，等于没有。",
        "the project is opened on different machines; a file that changes its name there, or cannot be opened, is lost.",
    ),
    wrong="content/files/con.pdf",
    right="content/files/contract.pdf",
)
SAME_NAME = Mistake(
    code="FILE-15",
    message=Words(
        "“{name}”和“{other}”在 Windows 和苹果电脑上是同一个名字",
        "“{name}” and “{other}” are one name on Windows and macOS",
    ),
    hint=Words("删去一个，或者换一个名字。", "delete one of them or give it another name."),
    why=Words(
        "那里不分大小写，两个文件会互相覆盖。",
        "capitals do not count there, and one file would cover the other.",
    ),
    wrong="content/files/Budget.pdf 和 content/files/budget.pdf",
    right="content/files/budget.pdf",
)
NOT_A_FOLDER = Mistake(
    code="FILE-16",
    message=Words("“{name}”应该是一个文件夹", "“{name}” must be a folder"),
    hint=Words(
        "建一个名叫 {name} 的真正的文件夹，不用链接。", "make a real folder called {name}, not a link."
    ),
    why=Words(
        "记录、页面和模板各在自己的文件夹里；链接可能指向项目之外。",
        "records, pages and templates each have a folder of their own, and a link may point outside the project.",
    ),
    wrong="data -> /srv/data",
    right="data/",
)
UNREADABLE = Mistake(
    code="FILE-17",
    message=Words("打不开：{reason}", "it cannot be opened: {reason}"),
    hint=Words(
        "关掉正在用它的程序，检查权限和磁盘，再运行一次。",
        "close the program that is using it, check permissions and disk, and run again.",
    ),
    why=Words("读不到的内容不能当作没有。", "what cannot be read must not be taken for absent."),
    wrong="data/fees/books.yaml（没有读取权限 / no permission）",
    right="data/fees/books.yaml",
)
NOT_OFFERED = Mistake(
    code="FILE-18",
    message=Words("“{name}”这一类文件不能供下载", "files such as “{name}” cannot be offered for download"),
    hint=Words(
        "转成 PDF 再放进来，或者移走；可以用的有：{allowed}",
        "convert it to PDF, or move it away; these can be offered: {allowed}",
    ),
    why=Words(
        "网页、图形脚本和程序会以学校网站的名义在读者的设备上运行。",
        "pages, scripts and programs would run on readers' devices in the name of the school's site.",
    ),
    wrong="content/files/notice.html",
    right="content/files/notice.pdf",
)
FOLDERS_TOO_DEEP = Mistake(
    code="FILE-19",
    message=Words("文件夹套了 {limit} 层以上", "folders are nested more than {limit} deep"),
    hint=Words("把文件移到上面的文件夹里。", "move the files into a folder further up."),
    why=Words(
        "这么深的文件夹多半是复制时出了错。", "folders that deep most likely come from a copy gone wrong."
    ),
    wrong="data/fees/a/a/a/a/a/a/a/a/books.yaml",
    right="data/fees/books.yaml",
)
