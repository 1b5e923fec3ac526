"""Mistakes in running text with its few signs for headings, lists, tables and links."""

from site_builder.model.problem import Mistake, Severity
from site_builder.model.words import Words

TOO_LONG = Mistake(
    code="MD-01",
    message=Words(
        "正文太长：{length} 个字符、{lines} 行，最多 {most} 个字符、{most_lines} 行",
        "the text is too long: {length} characters in {lines} lines, at most {most} characters in {most_lines} lines",
    ),
    hint=Words(
        "分成几篇，或者把全文做成附件，正文里写摘要和链接。",
        "split it into several texts, or attach the whole and write a summary with a link here.",
    ),
    why=Words(
        "这么长的正文没有人读得完，多半是粘贴错了。",
        "nobody reads a text of that length on one page; most likely something was pasted by mistake.",
    ),
    wrong="（250,000 个字符 / characters）",
    right="详见[全文](全文.pdf)。",
)
TOO_DEEP = Mistake(
    code="MD-02",
    message=Words(
        "列表或引用套了 {depth} 层，最多 {most} 层",
        "lists or quotations are nested {depth} deep, at most {most}",
    ),
    hint=Words(
        "减少层次；如果行首的“-”“*”“>”不是列表或引用，请在前面加“\\”。",
        "use fewer levels; if the “-”, “*” or “>” at the start of the line is meant as itself, put “\\” before it.",
    ),
    why=Words(
        "层次再多，读者也分不清哪一条属于哪一条。",
        "with more levels no reader can tell which item belongs to which.",
    ),
    wrong="- - - - - - - - - - - 第一项",
    right="- 第一项",
)
COMMENT = Mistake(
    code="MD-03",
    message=Words("正文里写了注释“{found}”", "the text holds a comment: “{found}”"),
    hint=Words(
        "删去“<!--”到“-->”的内容；要留给同事的话写在 YAML 的“#”后面。",
        "delete everything from “<!--” to “-->”; notes for colleagues go behind a “#” in the YAML file.",
    ),
    why=Words(
        "注释会被公开，或者悄悄丢掉；两样都不是写的人想要的。",
        "a comment would either be published or silently lost, and its author wants neither.",
    ),
    wrong="收费标准如下。<!-- 金额待核实 -->",
    right="收费标准如下。",
)
HTML_TAG = Mistake(
    code="MD-04",
    message=Words("正文里不能用 HTML 标签：{found}", "HTML tags cannot be used in a text: {found}"),
    hint=Words(
        "换行在行尾写“\\”，加粗写 **文字**，链接写 [文字](地址)；如果要把它原样显示，写成 \\{found}。",
        "for a line break end the line with “\\”, for bold write **words**, for a link [words](address); to show it as it stands write \\{found}.",
    ),
    why=Words(
        "正文要印成 PDF、做成数据，也要保证安全，所以只认这份说明里的几种记号，标签会原样显示出来。",
        "texts are printed, exported and kept safe, so only a few signs are understood; a tag would be seen as typed.",
    ),
    wrong="第一行<br>第二行",
    right="第一行\\\n第二行",
)
LOST = Mistake(
    code="MD-05",
    message=Words(
        "“{found}”从这里起显示出来会变样或丢失：这里会显示成“{shown}”",
        "from here “{found}” would be changed or lost: it would show as “{shown}”",
    ),
    hint=Words(
        "在不是记号的 * # [ ] | \\ 等符号前面加“\\”，让它原样显示；或者换一种写法。",
        "put “\\” before every * # [ ] | \\ that is meant as itself, or write it another way.",
    ),
    why=Words(
        "公开的文字必须和写下的一字不差，少一个数字也不行。",
        "what is published must be what was written, down to the last digit.",
    ),
    wrong="- > 007. 第七条",
    right="- > 007\\. 第七条",
)
NUMBERING = Mistake(
    code="MD-06",
    message=Words(
        "这里写的是“{typed}.”，编号列表会显示成“{shown}.”",
        "“{typed}.” is typed here, but the numbered list would show “{shown}.”",
    ),
    hint=Words(
        "改成“{shown}.”；确实要显示“{typed}.”，就写“{typed}\\.”。",
        "write “{shown}.”; if it must read “{typed}.”, write “{typed}\\.”.",
    ),
    why=Words(
        "条款的编号会被引用，显示的编号必须就是写下的编号。",
        "people refer to clauses by number, so the number shown must be the number typed.",
    ),
    wrong="3. 第三条\n5. 第五条",
    right="3. 第三条\n4. 第四条",
)
SERIES = Mistake(
    code="MD-07",
    message=Words(
        "“{found}”会被拆成几层编号列表", "“{found}” would be taken apart into nested numbered lists"
    ),
    hint=Words(
        "写成“{escaped}”，日期最好写成“2024年5月1日”。",
        "write “{escaped}”; a date is better written 1 May 2024.",
    ),
    why=Words(
        "行首的“数字、点、空格”是编号列表的记号，日期会因此消失。",
        "a number, a dot and a space at the start of a line begin a numbered list, and the date is gone.",
    ),
    wrong="2024. 5. 1. 施行",
    right="2024\\. 5\\. 1\\. 施行",
)
SIGN = Mistake(
    code="MD-08",
    message=Words(
        "行首的“{sign}”后面是金额或数值“{found}”：会被当成{taken}，符号就丢了",
        "the “{sign}” at the start of the line stands before the figure “{found}”: it would become {taken} and the sign would be lost",
    ),
    hint=Words(
        "如果是数值的符号，写成“\\{sign} {found}”；如果是{taken}，{otherwise}。",
        "if it belongs to the figure, write “\\{sign} {found}”; if {taken} is meant, {otherwise}.",
    ),
    why=Words(
        "少了负号或大于号，数值的意思就反了。",
        "without its minus or greater-than sign a figure says the opposite.",
    ),
    wrong="- 3,000 元",
    right="\\- 3,000 元",
)
ADDRESS = Mistake(
    code="MD-09",
    message=Words("链接地址“{found}”不能用", "the address “{found}” cannot be linked to"),
    hint=Words(
        "地址以 https://、http://、mailto:、tel: 开头，或者是本站文件的路径，例如 /files/标准.pdf。",
        "an address starts with https://, http://, mailto: or tel:, or is the path of a file of this site such as /files/list.pdf.",
    ),
    why=Words(
        "别的地址要么在读者那里打不开，要么会在读者的浏览器里运行程序。",
        "other addresses either do not open at the reader's, or run programs in the reader's browser.",
    ),
    wrong="[标准](file:///D:/标准.pdf)",
    right="[标准](/files/标准.pdf)",
)
LINK_FORM = Mistake(
    code="MD-10",
    message=Words(
        "链接没有写完整，会原样显示出来：{found}",
        "this link is not complete and would be seen as typed: {found}",
    ),
    hint=Words(
        "写成 [文字](地址)：括号用半角；地址里不能有空格（写 %20）、引号和“\\”。如果不是链接，写成 \\[文字\\](……)。",
        "write [words](address) with plain brackets; no spaces (write %20), quotation marks or “\\” in the address. If no link is meant, write \\[words\\](…).",
    ),
    why=Words(
        "写坏的链接点不开，读者看到的是一串符号。",
        "a broken link cannot be followed; the reader sees a row of signs.",
    ),
    wrong="[收费标准](收费 标准.pdf)",
    right="[收费标准](收费%20标准.pdf)",
)
OUTSIDE_PICTURE = Mistake(
    code="MD-11",
    message=Words("图片“{found}”不在本站", "the picture “{found}” is not on this site"),
    hint=Words(
        "把图片放进 content 目录，写它的路径，例如 ![食堂平面图](/files/食堂.png)。",
        "put the picture into the content folder and write its path, such as ![plan of the canteen](/files/canteen.png).",
    ),
    why=Words(
        "外面的图片会失效，也会把读者的访问告诉别的网站。",
        "a picture elsewhere can vanish, and loading it tells another site who reads the page.",
    ),
    wrong="![食堂](https://example.com/a.png)",
    right="![食堂](/files/a.png)",
)
NO_DESCRIPTION = Mistake(
    code="MD-12",
    message=Words("图片“{found}”没有文字说明", "the picture “{found}” has no description"),
    hint=Words(
        "在方括号里写图片的内容，例如 ![食堂平面图]({found})。",
        "say in the square brackets what it shows, such as ![plan of the canteen]({found}).",
    ),
    why=Words(
        "看不见图片的人靠这段文字知道图里有什么。", "people who cannot see the picture depend on these words."
    ),
    wrong="![](/files/a.png)",
    right="![食堂平面图](/files/a.png)",
    severity=Severity.WARNING,
    basis="WCAG 2.2, 1.1.1",
)
CELLS = Mistake(
    code="MD-13",
    message=Words(
        "表格的这一行有 {found} 格，表头有 {columns} 格",
        "this row of the table has {found} cells, the header has {columns}",
    ),
    hint=Words(
        "补上或删去“|”，使每一行的格数都一样；空格子也要写“|”，格子里的竖线写“\\|”。",
        "add or remove “|” so that all rows have the same number of cells; an empty cell needs its “|” too, and a bar inside a cell is written “\\|”.",
    ),
    why=Words(
        "多出的格子会丢失，缺少的格子会让数字错位。",
        "cells too many would be lost, cells too few shift the figures.",
    ),
    wrong="| 项目 | 金额 |\n|---|---|\n| 书本费 | 80 | 元 |",
    right="| 项目 | 金额 |\n|---|---|\n| 书本费 | 80 元 |",
)
HEADING_SPACE = Mistake(
    code="MD-14",
    message=Words(
        "“{found}”会原样显示，不会成为标题", "“{found}” would be seen as typed and not become a heading"
    ),
    hint=Words(
        "标题在“#”后面空一格：{suggestion}。不是标题就写成 \\{found}。",
        "put a space behind the “#” of a heading: {suggestion}. If no heading is meant, write \\{found}.",
    ),
    why=Words(
        "没有空格就分不清“##标题”和“#123”这样的编号。",
        "without the space a heading cannot be told from a number such as #123.",
    ),
    wrong="##收费项目",
    right="## 收费项目",
    severity=Severity.WARNING,
)
LONE_STARS = Mistake(
    code="MD-15",
    message=Words("这里的“**”没有配对，会原样显示", "this “**” has no partner and would be seen as typed"),
    hint=Words(
        "加粗的文字前后各写两个星号：**注意**；星号内侧不要有空格。要显示星号，写“\\*\\*”。",
        "put two stars before and after what is to be bold: **note**, without spaces inside. To show stars write “\\*\\*”.",
    ),
    why=Words("多半是少打了一边的星号。", "most likely the stars on one side were forgotten."),
    wrong="**注意：请按时缴费。",
    right="**注意：**请按时缴费。",
    severity=Severity.WARNING,
)
