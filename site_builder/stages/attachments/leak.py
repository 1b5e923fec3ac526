"""One thing in a file that gives somebody or something away, and what is told of it."""

import re

import msgspec

from site_builder.model.lexicon import words
from site_builder.model.told import Severity
from site_builder.model.words import Words


class Leak(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """What was found in a file; small and without secrets, for it is kept for the next build."""

    sort: str
    """A name of `SORTS`, or the code of a mistake that texts can have too."""
    found: str = ""
    """What it is, blotted out where that would give somebody away."""
    line: int = 1


_RESAVE = Words(
    "在 Excel、Word 或 WPS 里：文件 → 信息 → 检查文档（文档属性和个人信息）→ 全部删除，另存后重新放进来。",
    "in Office: File → Info → Inspect Document → remove all, save as a new file and put that here.",
)
_PICTURE = Words(
    "用“画图”另存一份，或者截图以后保存，再重新放进来。",
    "save a copy from a paint program, or a screenshot, and put that here.",
)
_PRINT = Words(
    "重新导出 PDF，不勾选“文档属性”；或者先删去作者。", "export the PDF again without document properties."
)
_LOOK = Words(
    "打开核对；旧格式请另存为 xlsx、docx 或 PDF，太大的拆成几个。",
    "open it and look; save old formats as xlsx, docx or PDF, and split what is too large.",
)
_UNHIDE = Words(
    "取消隐藏，看里面是什么；不该公开的整个删去，另存后重新放进来。",
    "unhide it and look; delete what should not be public, save as a new file and put that here.",
)

SORTS: dict[str, tuple[Words, Words, Severity]] = {
    "author": (
        Words("写着作者的姓名：{found}", "the author's name stands: {found}"),
        _RESAVE,
        Severity.ERROR,
    ),
    "pdf-author": (
        Words("写着作者的姓名：{found}", "the author's name stands: {found}"),
        _PRINT,
        Severity.ERROR,
    ),
    "changes": (Words("留着修订痕迹", "tracked changes are left"), _RESAVE, Severity.ERROR),
    "comments": (Words("留着批注", "comments are left"), _RESAVE, Severity.ERROR),
    "hidden-text": (Words("有隐藏的文字", "there is hidden text"), _UNHIDE, Severity.ERROR),
    "sheet": (Words("有隐藏的工作表：{found}", "there is a hidden sheet: {found}"), _UNHIDE, Severity.ERROR),
    "rows": (
        Words("有隐藏的行或列：{found}", "there are hidden rows or columns: {found}"),
        _UNHIDE,
        Severity.ERROR,
    ),
    "slide": (Words("有隐藏的幻灯片", "there is a hidden slide"), _UNHIDE, Severity.ERROR),
    "notes": (Words("有幻灯片备注", "there are speaker's notes"), _UNHIDE, Severity.WARNING),
    "cache": (
        Words("有数据透视表的原始数据", "the data behind a pivot table is left"),
        _RESAVE,
        Severity.ERROR,
    ),
    "links": (Words("有指向别的文件的链接", "there are links to other files"), _RESAVE, Severity.WARNING),
    "macro": (Words("有宏程序", "there is a macro"), _RESAVE, Severity.ERROR),
    "embedded": (Words("夹带着别的文件", "another file is embedded"), _RESAVE, Severity.ERROR),
    "script": (Words("夹带着程序", "there is a script"), _PRINT, Severity.ERROR),
    "place": (Words("写着拍摄地点", "it says where the picture was taken"), _PICTURE, Severity.ERROR),
    "photographer": (
        Words("写着拍摄者或相机编号", "it names the photographer or the camera's serial number"),
        _PICTURE,
        Severity.ERROR,
    ),
    "thumbnail": (
        Words(
            "带着一张缩小的原图，可能和裁剪后的不同",
            "a small copy is left, perhaps of the uncut picture",
        ),
        _PICTURE,
        Severity.WARNING,
    ),
    "locked": (Words("有密码，没法检查", "it is locked and cannot be examined"), _LOOK, Severity.WARNING),
    "old": (
        Words("是旧格式，没法检查", "it is of an old format and cannot be examined"),
        _LOOK,
        Severity.WARNING,
    ),
    "broken": (Words("打不开，没法检查", "it cannot be opened and examined"), _LOOK, Severity.WARNING),
    "large": (
        Words("内容太多，没有全部检查", "it is too large to be examined whole"),
        _LOOK,
        Severity.WARNING,
    ),
    "scanned": (
        Words(
            "有 {found} 页只是图片，上面的字没法检查",
            "{found} of its pages are pictures, whose words cannot be read",
        ),
        Words(
            "自己看一遍，上面没有手机号、身份证号和不该公开的姓名；能不扫描就用原来的文件导出 PDF。",
            "look through them for numbers and names of persons; better export the document than scan it.",
        ),
        Severity.NOTE,
    ),
}
"""What each sort of leak is called, what to do about it, and how much it weighs."""

_LATIN = re.compile(r"[a-z]+")


def author(name: str, sort: str = "author") -> tuple[Leak, ...]:
    """The leak of an author's name; none when it is that of an institution or a program."""
    bare = re.sub(r"[\s\x00]+", " ", name).strip()
    plain = bare.casefold()
    program = any(one in plain for one in words("no_author")) or not any(sign.isalpha() for sign in bare)
    if not bare or program or bare.endswith(words("institutions")):
        return ()
    return (Leak(sort, bare[0] + "×" * min(len(bare) - 1, 3)),)
