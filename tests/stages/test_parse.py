"""What is typed wrong in a file is told, all of it in one run and at the very character; the rest is kept as typed."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_builder.mistakes import files
from site_builder.mistakes import yaml as mistakes
from site_builder.model.problem import Mistake, Problem
from site_builder.model.source import Document, Mapping, Node, Scalar, Source
from site_builder.stages.limits import LARGEST, MOST_TOLD
from site_builder.stages.parse import parse

CASES = Path(__file__).parent / "yaml"
BAD = sorted(CASES.glob("bad/*.yaml"))
GOOD = sorted(CASES.glob("good/*.yaml"))
ELSEWHERE = (mistakes.TOO_MANY, mistakes.FOLDED, mistakes.FULL_WIDTH_COMMA)
"""Too long for an example, or told by the fields."""
MINE = [
    *(one for one in vars(mistakes).values() if isinstance(one, Mistake) and one not in ELSEWHERE),
    files.FORBIDDEN_CHARACTER,
    files.ESCAPED_CHARACTER,
    files.CONFLICT_MARKER,
    files.LFS_POINTER,
]


def read(text: str | bytes, path: str = "data/notices/x.yaml") -> tuple[Document | None, tuple[Problem, ...]]:
    """What a file says, and what is wrong with it."""
    content = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return parse(Source(path, content, ""))


def told(text: str | bytes, path: str = "data/notices/x.yaml") -> list[str]:
    """Every problem as ``CODE line:column``, in the order of the file."""
    problems = sorted(read(text, path)[1], key=Problem.order)
    return [f"{one.code} {one.where.line}:{one.where.column}" for one in problems]


def says(text: str | bytes) -> dict[str, str]:
    """The single values at the top of a file that is right."""
    document, problems = read(text)
    assert document is not None
    assert not problems
    return {key.text: value.text for key, value in document.tree.pairs if isinstance(value, Scalar)}


def heads(path: Path, word: str) -> list[str]:
    """What the head of a case file says is expected."""
    return re.findall(rf"^# {word}: (.+)$", path.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_mistake_is_told_at_its_place_and_nothing_else(path: Path) -> None:
    assert told(path.read_bytes()) == sorted(heads(path, "expect"), key=_place)


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_what_is_right_is_kept_as_typed(path: Path) -> None:
    expected = dict(one.split("=", 1) for one in heads(path, "says"))
    assert says(path.read_bytes()).items() >= expected.items()


@pytest.mark.parametrize("path", [*BAD, *GOOD], ids=lambda path: path.stem)
def test_line_ends_and_byte_order_marks_change_nothing(path: Path) -> None:
    content = path.read_bytes()
    plain = [one.message("en") for one in read(content)[1]]
    for other in (b"\xef\xbb\xbf" + content, content.replace(b"\n", b"\r\n")):
        assert told(other) == told(content)
        assert [one.message("en") for one in read(other)[1]] == plain
    assert told(content, "data/notices/x.yml") == told(content)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_message_can_be_said_in_both_languages(path: Path) -> None:
    for problem in read(path.read_bytes())[1]:
        for language in ("zh-CN", "en"):
            said = problem.message(language) + problem.hint(language)
            assert "{" not in problem.mistake.told.message.say(language).format_map(problem.values)
            assert "\ue000" not in said


@pytest.mark.parametrize("mistake", MINE, ids=lambda mistake: mistake.code)
def test_the_example_of_a_mistake_is_one_and_is_none_when_mended(mistake: Mistake) -> None:
    """What `explain` shows as wrong is told under that code, and what it shows as right is not."""
    path = "content/about.md" if mistake is mistakes.NO_HEAD else "data/notices/x.yaml"
    wrong = (
        mistake.told.wrong.replace("\\u202e", "\u202e")
        if mistake is files.FORBIDDEN_CHARACTER
        else mistake.told.wrong
    )
    assert mistake.code in {one.code for one in read(wrong, path)[1]}
    assert not read(mistake.told.right, path)[1]


# What cannot stand in a case file: the name of the case, the bytes, what is told.
BYTES: tuple[tuple[str, bytes, list[str]], ...] = (
    ("empty", b"", ["YAML-14 1:1"]),
    ("only a byte order mark", b"\xef\xbb\xbf", ["YAML-14 1:1"]),
    ("only spaces", b"   \n \n", ["YAML-14 1:1"]),
    ("GBK", "title: 收费公示\n".encode("gbk"), ["FILE-01 1:8"]),
    ("GBK that is UTF-8 by chance", "title: 通知\n".encode("gbk"), ["FILE-01 1:8"]),
    ("GBK after a line of ASCII", "type: x\ntitle: 收费\n".encode("gbk"), ["FILE-01 2:8"]),
    ("GBK with a byte order mark", b"\xef\xbb\xbf" + "a: 收\n".encode("gbk"), ["FILE-01 1:4"]),
    ("UTF-16", "title: 收费\n".encode("utf-16"), ["FILE-01 1:1"]),
    ("UTF-16 without a mark", "title: 收费\n".encode("utf-16-le"), ["FILE-01 1:1"]),
    ("UTF-16, the other way round", "title: 收费\n".encode("utf-16-be"), ["FILE-01 1:1"]),
    ("cut in the middle of a character", "title: 收费".encode()[:-1], ["FILE-01 1:9"]),
    ("Latin-1", "name: Müller\n".encode("latin-1"), ["FILE-01 1:8"]),
    ("overlong", b"title: \xc0\xaf\n", ["FILE-01 1:8"]),
    ("a surrogate", b"title: \xed\xa0\x80\n", ["FILE-01 1:8"]),
    ("NUL", b"title: a\x00b\nnumber: \x001\n", ["FILE-02 1:9", "FILE-02 2:9"]),
    ("a lone carriage return", b"amount: 1200\r    amount: 9\n", ["FILE-02 1:13"]),
    ("a mark in the middle", "title: 甲\n\ufefftype: x\n".encode(), ["FILE-02 2:1"]),
    ("a binary file", bytes(range(128)) * 9, ["FILE-02 " + at for at in (f"1:{n}" for n in range(1, 10))]),
    ("too large", b"a" * (LARGEST + 1), ["FILE-03 1:1"]),
    ("a long line", b"title: x\nbody: " + b"x" * 20_001, ["FILE-04 2:1"]),
    ("a pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\n", ["FILE-13 1:1"]),
    ("too many values", b"a:\n" + b"  - x\n" * 20_000, ["YAML-11 19997:5"]),
    ("cut in a quotation", 'title: 甲\nplace: "行政'.encode(), ["YAML-09 2:8"]),
    ("cut in a name", "title: 甲\npla".encode(), ["YAML-09 2:1"]),
    ("a name in NFD", "e\u0301tat: x\n".encode(), []),
)


@pytest.mark.parametrize(("content", "expected"), [one[1:] for one in BYTES], ids=[one[0] for one in BYTES])
def test_bytes(content: bytes, expected: list[str]) -> None:
    assert told(content)[:9] == expected


def test_a_guess_is_made_at_the_encoding() -> None:
    """Whoever saved the file finds the word that their editor uses."""
    guesses = {
        "GBK": "收费公示与说明".encode("gbk"),
        "UTF-16": "收费".encode("utf-16"),
        "cut": "收费公示".encode()[:-1],
        "something else got in": "收费".encode() + "公示".encode("gbk") + b"  \n",
    }
    for word, content in guesses.items():
        assert word in read(b"title: " + content if word != "UTF-16" else content)[1][0].message("en")


def test_a_cut_file_is_said_to_end() -> None:
    assert "the file ends here" in read("title: 甲\nplace: '行政")[1][0].message("en")
    assert "the file ends here" not in read("title: 甲\nplace: '行政\n")[1][0].message("en")


def test_pages_have_a_head_and_a_text() -> None:
    """The lines of a page are counted from its first line, in the head as in the text."""
    document, problems = read("---\ntitle: 关于\n---\n第一段：甲\n\tb: c\n", "content/about.md")
    assert document is not None
    assert not problems
    assert [(key.text, value.line) for key, value in document.tree.pairs] == [("title", 2), ("body", 3)]
    assert told("---\ntitle：关于\n---\n正文\n", "content/about.md") == ["YAML-06 2:6"]
    assert told("关于我们\n", "content/about.md") == ["YAML-18 1:1"]
    assert told("---\ntitle: 关于\n正文\n", "content/about.md") == ["YAML-18 1:1"]
    assert told("---\ntitle: 关于\n---\n标题\n=======\n", "content/about.md") == []


def test_what_was_left_out_is_not_missed() -> None:
    """A line that cannot be read keeps its name, or leaves a hole that says that something is not known."""
    document, _ = read("title: @甲\n这一行没有名称\namount: 100\n")
    assert document is not None
    assert [(key.text, key.style) for key, _ in document.tree.pairs] == [
        ("title", ""),
        ("", "*"),
        ("amount", ""),
    ]


def test_columns_are_those_that_were_typed() -> None:
    """Mending a line in memory moves what stands behind; nobody who reads a message may notice."""
    document, _ = read("title：收费\nlist:\n  - a：1\n    b: 2\n")
    assert document is not None
    assert [value.column for _, value in document.tree.pairs] == [7, 3]
    assert document.locate(("list", 0, "a")).column == 7


def test_no_more_is_told_than_anybody_reads() -> None:
    document, problems = read("title: x\n" + "a: 1\n" * 5_000)
    assert document is None
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1].mistake is files.MANY_PROBLEMS


HOSTILE = {
    "brackets": "x: " + "[\n" * 30_000,
    "brackets on long lines": ("[" * 19_000 + "\n") * 50,
    "braces": "{a: " * 4_000,
    "dashes": ("- " * 9_000 + "\n") * 50,
    "deeper and deeper": "".join(" " * depth + f"a{depth}: x\n" for depth in range(1_350)),
    "nothing but values": "x:\n" + "  - []\n" * 140_000,
    "names": "".join(f"k{number}: 1\n" for number in range(80_000)),
    "aliases": "a: &a [x]\n" + "".join(f"b{number}: &b{number} [*a, *a]\n" for number in range(5_000)),
    "merges": "".join(f"m{one}: &m{one} {{<<: [*m{one - 1}, *m{one - 1}]}}\n" for one in range(1, 300)),
    "tags": "x: !!a b\n" * 5_000,
    "tabs": "\ta: 1\n" * 160_000,
    "comments": "a: x #y\n" * 120_000,
    "quotations": 'a: "x\n' * 9_000,
    "open brackets": "a: [x\n" * 9_000,
    "line ends": "\n" * 999_000,
    "conflicts": "<<<<<<< a\n" * 99_000,
    "escapes": "".join(f'k{number}: "\\u202e"\n' for number in range(9_000)),
    "controls": "\u202e" * 300_000,
    "one text": "a: b\n" + "  c\n" * 200_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_is_refused_at_once(text: str) -> None:
    """Never a crash, never more than two seconds of work, whatever stands in a file."""
    began = time.process_time()
    document, problems = read(text)
    assert time.process_time() - began < 2
    assert problems or (document is not None and len(document.tree.pairs) == 1)


ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)
SIGNS = [
    "a", "b: ", "key：", "\n", "\n  ", "\n    ", "- ", "[", "]", "{", "}", ", ", "，", '"', "'", "|\n", ">", "#", " #x",
    "&a ", "*a", "!t ", "@", "%", "\t", "　", "\u202e", "\u0085", "\r", "\\", "<<<<<<< x\n", "=======\n", "---\n",
    "...\n", "? ", "12.50", "收费", "~", "\x00", "null", "<<: ", "-x", "a:b",
]  # fmt: skip
YAML_LIKE = st.lists(st.sampled_from(SIGNS), max_size=60).map("".join)


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), ANY_TEXT.map(str.encode), YAML_LIKE.map(str.encode)))
@example(b"a: [\n b:\n - c\n")
@example(b"a\n: b\n? c")
def test_nothing_can_make_it_fail(content: bytes) -> None:
    """Whatever stands in a file: a tree or problems, and every place is inside the file."""
    lines = content.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    document, problems = read(content)
    assert document is not None or problems
    for problem in problems:
        problem.message("zh-CN"), problem.hint("en")
        assert 1 <= problem.where.line <= len(lines)
        assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1
    for node in _nodes(document.tree) if document else ():
        assert 1 <= node.line <= len(lines)
        # What was left out in part may be said to begin behind it: nothing is ever told of it.
        told_already = isinstance(node, Scalar) and node.style == "*"
        assert told_already or 1 <= node.column <= len(lines[node.line - 1]) + 1


PLAIN = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("C", "Z"),
        exclude_characters="\u115f\u1160\u3164\uffa0\ufffc\ufffd",
    ),
    min_size=1,
    max_size=30,
)
NAMES = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True)


@settings(deadline=None)
@given(
    st.dictionaries(
        NAMES, st.one_of(PLAIN, st.from_regex(r"[0-9.:eExX_+-]{1,12}", fullmatch=True)), max_size=6
    )
)
def test_every_value_is_what_was_typed(record: dict[str, str]) -> None:
    """As an independent reader has it that guesses no types either, or both refuse."""
    for style in ('"', "'"):
        typed = "".join(f"{name}: {_quoted(value, style)}\n" for name, value in record.items())
        assert says(typed or "a: b\n") == (record or {"a": "b"})
    typed = "".join(f"{name}: {value}\n" for name, value in record.items())
    document, problems = read(typed)
    if problems or document is None:
        return  # refused: that it was refused rightly is for the cases to say
    independent = yaml.load(typed, Loader=yaml.BaseLoader)
    assert {key.text: _plain(value) for key, value in document.tree.pairs} == independent


def _quoted(value: str, style: str) -> str:
    if style == "'":
        return "'" + value.replace("'", "''") + "'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.pairs}
    return [_plain(item) for item in node.items]


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    children = [part for pair in node.pairs for part in pair] if isinstance(node, Mapping) else []
    if not isinstance(node, Mapping | Scalar):
        children = list(node.items)
    for child in children:
        yield from _nodes(child)


def _place(expected: str) -> tuple[int, int, str]:
    code, _, place = expected.partition(" ")
    line, _, column = place.partition(":")
    return int(line), int(column), code
