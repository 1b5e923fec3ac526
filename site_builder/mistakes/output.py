"""What stands in the way of publishing: the output folder, files of others, pages that would share an address."""

from site_builder.model.problem import Mistake, Severity
from site_builder.model.words import Words

_ELSEWHERE = Words("用 --output 指定另一个空文件夹。", "name another, empty folder with --output.")

OUTPUT_IS_LINK = Mistake(
    code="OUT-01",
    message=Words("输出文件夹 {path} 是一个链接", "the output folder {path} is a link"),
    hint=_ELSEWHERE,
    why=Words("链接指向的地方可能是别人的。", "what it points to may belong to anybody."),
    wrong="output -> /var/www",
    right="output/",
)
OUTPUT_IS_FILE = Mistake(
    code="OUT-02",
    message=Words("{path} 是文件，不是文件夹", "{path} is a file, not a folder"),
    hint=_ELSEWHERE,
    why=Words("网站要放在文件夹里。", "a site needs a folder."),
    wrong="output（文件）",
    right="output/",
)
OUTPUT_IS_SOURCE = Mistake(
    code="OUT-03",
    message=Words(
        "{path} 不能作输出文件夹：里面是数据、模板或个人文件",
        "{path} cannot be the output folder: it holds data, templates or a home",
    ),
    hint=_ELSEWHERE,
    why=Words(
        "发布会整理输出文件夹，不能碰别的文件。",
        "publishing tidies its folder and must not touch anything else.",
    ),
    wrong="--output .",
    right="--output output",
)
FOREIGN_FILE = Mistake(
    code="OUT-04",
    message=Words(
        "输出文件夹里有别人的 {path}，挡住了要发布的页面",
        "somebody else's {path} is in the output folder, where a page should go",
    ),
    hint=Words("移走它，再运行一次。", "move it away and run again."),
    why=Words("不是本工具做的文件，本工具不会覆盖。", "what this tool did not make, it does not overwrite."),
    wrong="output/fees/index.html（手工放的）",
    right="（移走以后）",
)
SAME_ADDRESS = Mistake(
    code="OUT-05",
    message=Words("有两个页面都要用网址 {path}", "two pages want the address {path}"),
    hint=Words("给这个文件换一个名字。", "give this file another name."),
    why=Words("后一个会盖掉前一个。", "one would cover the other."),
    wrong="content/fees.md",
    right="content/fees-explained.md",
)
FOREIGN_REMAINS = Mistake(
    code="OUT-06",
    message=Words(
        "输出文件夹里有 {count} 个不是本工具做的文件，保留不动，例如 {path}",
        "{count} files in the output folder were not made by this tool and stay as they are, for example {path}",
    ),
    hint=Words("不需要的话请自己删除。", "delete what is not needed."),
    why=Words(
        "它们也会被访问到，请确认可以公开。", "readers can reach them too; make sure that they may be public."
    ),
    wrong="output/old.html",
    right="（删除以后）",
    severity=Severity.NOTE,
)
