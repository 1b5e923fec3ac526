"""What the docstrings under fields and codes say: labels and help in Chinese and English.

Under a field stand two lines, Chinese first, each ``label: help.``; under a code one line, ``中文 / English``.
They are read from the source of the class, once and only when somebody needs them.
"""

import ast
import inspect
import textwrap
from enum import StrEnum
from functools import cache
from types import ModuleType

import msgspec

from site_builder.model.words import Words


class Doc(msgspec.Struct, frozen=True):
    """What is said of one field or code."""

    label: Words
    help: Words


@cache
def docs_of(owner: type) -> dict[str, Doc]:
    """The docs of every field of a record class (inherited ones too) or of every member of an enumeration."""
    found: dict[str, Doc] = {}
    for base in reversed(owner.__mro__):
        if (
            base is not object
            and issubclass(base, msgspec.Struct | StrEnum)
            and base not in (msgspec.Struct, StrEnum)
        ):
            found |= _own_docs(base)
    return found


def label(owner: type, name: str) -> Words:
    """The label of a field or code; its name when nobody wrote one."""
    doc = docs_of(owner).get(name)
    return doc.label if doc else Words(name, name.replace("_", " "))


def _own_docs(owner: type) -> dict[str, Doc]:
    module = inspect.getmodule(owner)
    known = _docs_in(module) if module else {}
    if owner.__qualname__ in known:
        return known[owner.__qualname__]
    tree = ast.parse(textwrap.dedent(inspect.getsource(owner))).body[0]  # it stands inside of something else
    assert isinstance(tree, ast.ClassDef)
    return _docs_under(tree)


@cache
def _docs_in(module: ModuleType) -> dict[str, dict[str, Doc]]:
    """The docs of every class of a module, by name; asked for a class, `inspect` looks through all of it each time."""
    body = ast.parse(inspect.getsource(module)).body
    return {one.name: _docs_under(one) for one in body if isinstance(one, ast.ClassDef)}


def _docs_under(tree: ast.ClassDef) -> dict[str, Doc]:
    docs = {}
    for statement, following in zip(tree.body, tree.body[1:], strict=False):
        name = _assigned(statement)
        text = _text(following)
        if name and text:
            docs[name] = _doc(text)
    return docs


def _assigned(statement: ast.stmt) -> str:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return ""


def _text(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        value = statement.value.value
        return inspect.cleandoc(value) if isinstance(value, str) else ""
    return ""


def _doc(text: str) -> Doc:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) == 1 and " / " in lines[0]:
        chinese, _, english = lines[0].partition(" / ")
        return Doc(Words(chinese.strip(), english.strip()), Words("", ""))
    # Long lines may be folded: Chinese ends where the first line without Chinese characters begins.
    cut = next((n for n, line in enumerate(lines) if n and not _chinese(line)), len(lines))
    zh_label, zh_help = _split("".join(lines[:cut]), "：")
    en_label, en_help = _split(" ".join(lines[cut:]), ": ")
    return Doc(Words(zh_label, en_label or zh_label), Words(zh_help, en_help))


def _chinese(line: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in line[:12])


def _split(text: str, colon: str) -> tuple[str, str]:
    head, found, tail = text.partition(colon)
    return (head.strip(), tail.strip()) if found else (text.strip().rstrip("。."), "")
