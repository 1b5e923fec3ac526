"""What the commands say when they are done or cannot be: every sentence in both languages, in one place."""

from site_builder.model.words import Words

UNCHANGED = Words(
    "没有变化：{records} 条记录，{files} 个文件都是最新的。",
    "nothing has changed: {records} records, {files} files are up to date.",
)
PUBLISHED = Words(
    "{records} 条记录；新做 {made} 个文件，沿用 {kept} 个，撤下 {withdrawn} 个；{warnings} 个警告。网站在 {output}",
    "{records} records; {made} files made, {kept} kept, {withdrawn} withdrawn; {warnings} warnings. "
    "The site is in {output}",
)
NOT_PUBLISHED = Words(
    "{errors} 个错误，{warnings} 个警告；什么也没有发布，网站还是原来的样子。",
    "{errors} errors, {warnings} warnings; nothing was published, the site is as it was.",
)
CHECKED = Words(
    "{records} 条记录：{errors} 个错误，{warnings} 个警告。",
    "{records} records: {errors} errors, {warnings} warnings.",
)
SEALED = Words(
    "已登记 {total} 条公开过的记录，其中新登记 {new} 条、更新 {renewed} 条。data/.published 要和数据一起提交到 git。",
    "{total} published records are noted, {new} of them new, {renewed} renewed. Commit data/.published with the data.",
)
NO_SHEETS = Words(
    "没有生成 PDF：本机缺少排版用的系统软件。site-builder doctor 说明怎样安装。",
    "no PDFs were made: this machine lacks the libraries that set them. site-builder doctor tells how to get them.",
)
ALREADY_THERE = Words("已经有 {path}，什么也没有改。", "{path} is already there; nothing was changed.")
BEGUN = Words(
    "建好了 {count} 个文件。下一步：\n  cd {folder}\n  site-builder serve",
    "made {count} files. Next:\n  cd {folder}\n  site-builder serve",
)
NO_SUCH_KIND = Words(
    "没有“{kind}”这一类{guess}。可选：{kinds}", "there is no kind “{kind}”{guess}. There are: {kinds}"
)
ONE_NAME = Words("写一个短名：site-builder new {kind} {id}", "give one name: site-builder new {kind} {id}")
READY_MADE = Words(
    "现成的表：\n{listed}\n例如：site-builder new register letters letters-2026",
    "ready-made tables:\n{listed}\nfor example: site-builder new register letters letters-2026",
)
NO_SUCH_REGISTER = Words(
    "没有现成的表“{name}”{guess}。有：\n{listed}",
    "there is no ready-made table “{name}”{guess}. There are:\n{listed}",
)
BAD_ID = Words("{path}：名字只用小写字母、数字和“-”。", "{path}: use small letters, digits and “-” only.")
NEW_RECORD = Words(
    "建好了 {path}，按自己的情况改写，再运行 site-builder check。",
    "made {path}; change it to your own, then run site-builder check.",
)
NO_SUCH_CODE = Words("没有代码“{code}”{guess}。", "there is no code “{code}”{guess}.")
PRINTED = Words("{records} 条记录印成了 {path}。", "{records} records were printed to {path}.")
NOTHING_TO_PRINT = Words(
    "“{what}”不知道指什么，或者没有这样的记录。可以写：plans/2026-spring、fees、2026-03、2026S、"
    "year 2026、office general-affairs",
    "nothing is meant by “{what}”, or there is no such record. There may stand: plans/2026-spring, fees, 2026-03, "
    "2026S, year 2026, office general-affairs",
)
