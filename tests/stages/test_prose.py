"""The dialect of running text: cases a clerk can read, and laws that hold for whatever is typed."""

import pickle
import re
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from site_builder.mistakes import prose as mistakes
from site_builder.mistakes.files import FORBIDDEN_CHARACTER
from site_builder.model.problem import Mistake
from site_builder.model.source import Node, Scalar, Sequence, Source
from site_builder.model.told import Severity
from site_builder.stages import prose
from site_builder.stages.parse import parse
from site_builder.stages.prose import Rendered, Slip, render_prose
from site_builder.stages.prose_limits import refuse
from site_builder.stages.prose_losses import first_loss
from site_builder.stages.prose_plain import _DOUBTFUL, write_plain
from site_builder.stages.prose_words import inline

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MISTAKES = [value for value in vars(mistakes).values() if isinstance(value, Mistake)]
ATTRIBUTES = {
    "a": {"href", "rel", "class"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "th": {"scope", "class"},
    "td": {"class"},
}


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and what a reader and its writer should see."""

    name: str
    text: str
    html: str
    links: tuple[tuple[str, int], ...]
    slips: tuple[str, ...]


def cases() -> Iterator[Case]:
    """The cases in the files beside: `@` begins one, `=>` is the page, `->` a link and its line, `!!` a mistake."""
    for file in sorted((HERE / "prose").glob("*.md")):
        for part in file.read_text("utf-8").split("\n@ ")[1:]:
            name, *lines = part.split("\n")
            told: dict[str, list[str]] = {"=> ": [], "-> ": [], "!! ": []}
            text = [line for line in lines if line[:3] not in told]
            for line in lines:
                if line[:3] in told:
                    told[line[:3]].append(line[3:])
            links = tuple(
                (address, int(line)) for address, line in (link.rsplit(" ", 1) for link in told["-> "])
            )
            yield Case(
                f"{file.stem}: {name}",
                "\n".join(text).strip("\n"),
                "\n".join(told["=> "]),
                links,
                tuple(told["!! "]),
            )


def written_in_the_example() -> list[str]:
    """The long texts of the example site."""
    files = [*(ROOT / "data").rglob("*.yaml"), *(ROOT / "content").rglob("*.md")]
    documents = [parse(Source(file.name, file.read_bytes(), ""))[0] for file in files]
    return [text for document in documents if document for text in long_texts(document.tree)]


def long_texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        if node.style == "|":
            yield node.text
        return
    for inner in node.items if isinstance(node, Sequence) else (value for _, value in node.pairs):
        yield from long_texts(inner)


def brief(slips: tuple[Slip, ...]) -> tuple[str, ...]:
    return tuple(f"{slip.mistake.code} {slip.line}:{slip.column}" for slip in slips)


def codes(text: str) -> set[str]:
    return {slip.mistake.code for slip in render_prose(text)[1]}


class Reader(HTMLParser):
    """Sees a page as a person does: words, list numbers, addresses as printed; notes every tag and attribute."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.numbers: list[int | None] = []
        self.addresses: list[str] = []
        self.others: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if tag in ("ol", "ul"):
            self.numbers.append(int(values.get("start") or 1) if tag == "ol" else None)
        elif tag == "li" and (number := self.numbers[-1]) is not None:
            self.seen.append(f"{number}.")
            self.numbers[-1] = number + 1
        elif tag == "a":
            self.addresses.append("" if "class" in values else values.get("href") or "")
        elif tag == "img":
            self.seen += (values.get("alt") or "", values.get("src") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ol", "ul"):
            self.numbers.pop()
        elif tag == "a":
            self.seen.append(self.addresses.pop())

    def handle_data(self, data: str) -> None:
        self.seen.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)


def letters(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign)[0] in "LN")


def assert_harmless(html: str) -> None:
    """Nothing in `html` runs, is fetched from elsewhere, or is styled by its writer."""
    reader = Reader(html)
    assert reader.others == []
    for tag, attributes in reader.tags:
        assert tag in prose._TAGS.split()
        assert set(attributes) <= ATTRIBUTES.get(tag, set())
        address = attributes.get("href", attributes.get("src"))
        if address is not None:
            scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", address, re.IGNORECASE)
            assert scheme is None or scheme[1].lower() in {"https", "http", "mailto", "tel"}
            assert not re.match(r"[\s\\/]{2}", address)
            assert tag == "a" or scheme is None


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case(case: Case) -> None:
    rendered, slips = render_prose(case.text)
    assert rendered == Rendered(case.html, case.links)
    assert brief(slips) == case.slips


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("  \n　　\n\t\n", ""),
        ("第一行  \n第二行", "<p>第一行<br>第二行</p>"),
        ("first \nsecond", "<p>first second</p>"),
        ("甲\r\n乙\r\n\r\n丙\r\n", "<p>甲乙</p>\n<p>丙</p>"),
        ("\t甲\t乙", "<p>甲   乙</p>"),
        ("- 甲\n\t- 子", "<ul><li>甲<ul><li>子</li></ul></li></ul>"),
        ("- \n\n-\n\n*\n\n#\n\n>", "<ul><li></li></ul>\n<p>-</p>\n<p>*</p>\n<p>#</p>"),
        ("甲\xa0乙", "<p>甲&nbsp;乙</p>"),
    ],
)
def test_blanks_that_files_do_not_keep(text: str, html: str) -> None:
    assert render_prose(text) == (Rendered(html), ())


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.code)
def test_examples_of_mistakes_are_true(mistake: Mistake) -> None:
    """What `explain` shows as wrong is told, and what it shows as right is not."""
    if mistake is not mistakes.TOO_LONG:
        assert codes(mistake.told.wrong) == {mistake.code}
    assert codes(mistake.told.right) == set()


def test_mistakes_have_codes_of_their_own() -> None:
    assert [mistake.code for mistake in MISTAKES] == [
        f"MD-{number:02}" for number in range(1, len(MISTAKES) + 1)
    ]


def test_every_code_is_explained_to_clerks() -> None:
    guide = (ROOT / "docs" / "markdown.md").read_text("utf-8")
    assert [mistake.code for mistake in MISTAKES if guide.count(mistake.code) < 2] == []


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("甲\x00", 1, 2),
        ("甲\n乙\x02klzzwxh:0000\x03", 2, 2),
        ("\ud800", 1, 1),
        ("甲\ufffe", 1, 2),
        ("\x7f", 1, 1),
    ],
)
def test_characters_that_no_page_can_show(text: str, line: int, column: int) -> None:
    rendered, slips = render_prose(text)
    assert rendered.html == ""
    assert (slips[0].mistake, slips[0].line, slips[0].column) == (FORBIDDEN_CHARACTER, line, column)


@pytest.mark.parametrize("text", ["字" * 200_001, "\n" * 10_000])
def test_a_text_too_long_is_refused(text: str) -> None:
    rendered, slips = render_prose(text)
    assert rendered.html == ""
    assert brief(slips) == ("MD-01 1:1",)


@pytest.mark.parametrize(
    "text",
    [
        "> " * 11 + "甲",
        "- " * 11 + "甲",
        "1. " * 11 + "甲",
        "".join(" " * (2 * depth) + "- 甲\n" for depth in range(11)),
        "- 甲\n  " + "> " * 11 + "乙",
        "> " * 1000,
        "- " * 1000 + "甲",
        "1. " * 60_000,
    ],
)
def test_a_text_too_deep_is_refused(text: str) -> None:
    if text.strip(" >"):
        assert "MD-02" in codes(text)
        assert render_prose(text)[0].html == ""
    else:
        assert render_prose(text) == (Rendered(""), ())


def test_ten_levels_are_shown() -> None:
    text = "".join(" " * (2 * depth) + f"- 甲{depth}\n" for depth in range(10))
    rendered, slips = render_prose("\n".join("> " * 10 + line for line in text.splitlines()))
    assert slips == ()
    assert rendered.html.count("<ul>") == 10
    assert rendered.html.count("<blockquote>") == 10


HOSTILE = {
    "[": "[" * 10_000,
    "<![": "<![" * 10_000,
    "- ": "- " * 1_000,
    "> ": "> " * 1_000,
    "*": "*" * 20_000,
    "`": "`" * 20_000,
    "runs of `": " ".join("`" * length for length in range(1, 400)),
    "[a](": "[a](" * 20_000,
    "[a](b)": "[a](b)" * 15_000,
    "**a ": "**a " * 20_000,
    "*a **b ": "*a **b " * 12_000,
    "blanks": "a" + " " * 90_000 + "b",
    "heading of blanks": "# a" + " " * 90_000 + "b #",
    "headings": "# a\n" * 9_999,
    "rules": "---\n" * 9_999,
    "items": "- a\n" * 9_999,
    "table": "|a|b|\n|-|-|\n" + "|1|2|\n" * 9_000,
    "dashes below a row": "|a|b|\n" + "|-" * 45_000 + "x",
    "dashes": "a|b\n" + "|-" * 45_000 + "x",
    "<b": "<b " * 30_000,
    "<a@a.": "<a@" + "a." * 45_000,
    "blanks in rows": "|a|\n|-|\n" + "|　　\t\n" * 9_000,
    "blank lines": "# 甲\n" + (" " * 90 + "\n") * 2_000 + "\t-",
    "digits": "- " + "1" * 90_000 + "x",
    "comments": "<!--" * 20_000,
    "lists in turn": "- a\n1. b\n" * 4_999,
    "quotations in turn": "> a\nb\n" * 4_999,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_take_no_longer_than_others(text: str) -> None:
    start = time.process_time()
    rendered, _ = render_prose(text)
    assert time.process_time() - start < 1
    assert_harmless(rendered.html)


VECTORS = (HERE / "prose" / "vectors.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("vector", VECTORS)
def test_attacks_are_words(vector: str) -> None:
    text = vector.encode().decode("unicode_escape").encode("latin1").decode() if "\\x" in vector else vector
    for written in (text, f"- {text}", f"> {text}", f"# {text}", f"|a|\n|---|\n|{text}|", f"[{text}](a.pdf)"):
        assert_harmless(render_prose(written)[0].html)
    assert_harmless(render_prose(text.replace("¶", "\n"))[0].html)


def test_there_are_enough_attacks() -> None:
    assert len(set(VECTORS)) >= 55


def test_the_cleaner_is_a_second_wall() -> None:
    html = (
        '<p style="x" onclick="y" id="z">甲<script>b</script><!-- c --><img src="https://e.cn/a.png" onerror="e">'
        '<img src="//e.cn/a.png"><a href="javascript:f" target="_blank" rel="opener">乙</a><h1>丙</h1><iframe></iframe>'
        '<a href="/x" class="address evil" rel="noopener">丁</a><svg onload="g"></svg></p>'
    )
    cleaned = prose._CLEANER.clean(html)
    assert_harmless(cleaned)
    assert 'class="address"' in cleaned
    assert "opener" not in cleaned.replace("noopener", "")


@pytest.mark.parametrize(
    ("text", "html", "loss"),
    [
        ("甲 5*3 乙", "<p>甲 53 乙</p>", None),
        ("3. 甲", "<ol><li>甲</li></ol>", (0, "3. 甲", "1.甲")),
        ("2024. 5. 1. 施行", "<p>施行</p>", (0, "2024. 5. 1. ", "施行")),
        ("甲\n-5 元", "<p>甲 5 元</p>", (2, "-5 元", "5元")),
        ("增长 8%", "<p>增长 8</p>", (4, "%", "")),
        ("甲", "<p>甲乙</p>", (1, "", "乙")),
        ("[甲](x.pdf)乙", '<p><a href="x.pdf">甲</a>乙</p>', None),
        ("[甲](x.pdf)乙", '<p><a href="y.pdf">甲</a>乙</p>', (4, "x.pdf)乙", "y.pdf乙")),
        ("![甲](x.png)", '<p><img alt="甲" src="x.png"></p>', None),
        ("![甲](x.png)", '<p><img src="x.png"></p>', (2, "甲](x.png)", "x.png")),
        ("- 甲\n- 乙", "<ul><li>甲</li><li>乙</li></ul>", None),
        ("a&lt;b", "<p>a&amp;lt;b</p>", None),
    ],
)
def test_a_loss_is_seen(text: str, html: str, loss: tuple[int, str, str] | None) -> None:
    assert first_loss(text, html) == loss


ATOMS = [
    *"甲乙丙丁，。：、（）“”ab12305 \n\n\n*#->|`[]()!<&\\_+.:~=%￥$°−é한①",
    *(
        "\n\n",
        "  ",
        "    ",
        "\t",
        "　",
        "\xa0",
        "\u200b",
        "**",
        "__",
        "---",
        "***",
        "\\\n",
        "  \n",
        "{: onclick=x }",
    ),
    *(
        "1. ",
        "2. ",
        "01. ",
        "\n- ",
        "\n  - ",
        "\n* ",
        "\n1. ",
        "\n2. ",
        "\n   1. ",
        "\n    - ",
        "\n> ",
        "\n>> ",
        "\n# ",
    ),
    *(
        "\n| a | b |\n|---|--:|\n",
        "|",
        "[甲](x.pdf)",
        "![图](a.png)",
        "<https://a.cn/1>",
        "<a@b.cn>",
        "`x`",
        "<b>",
    ),
    *(
        "<!--",
        "-->",
        "&amp;",
        "&#106;",
        "javascript:",
        "](",
        "(a b)",
        "3,000",
        "-3",
        "+5",
        "5*3",
        "2024. 5. 1.",
    ),
]
TEXTS = st.lists(st.sampled_from(ATOMS), max_size=60).map("".join) | st.text(max_size=60)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
@example("1. 甲\n1. 乙")
@example("- 1. 甲\n  - 乙")
@example("[<https://a.cn>](b)")
@example("`甲 - `5")
def test_nothing_is_lost_or_let_in(text: str) -> None:
    """Every letter and digit is seen in its order, or an error is told; and nothing harmful ever gets through."""
    rendered, slips = render_prose(text)
    assert_harmless(rendered.html)
    if all(slip.mistake.severity is Severity.WARNING for slip in slips):
        assert letters("".join(Reader(rendered.html).seen)) == letters(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for slip in slips:
        assert 1 <= slip.line <= len(lines)
        assert 1 <= slip.column <= len(lines[slip.line - 1]) + 1
        assert slip.mistake.told.message.fill(**slip.values).en
        assert slip.mistake.told.hint.fill(**slip.values).zh
    assert pickle.loads(pickle.dumps((rendered, slips))) == (rendered, slips)


PLAIN = st.lists(
    st.sampled_from([*"甲乙，。“”（）abc123 \n\n　:;,%￥é", "\n\n", "  \n", "一、", "1)"]), max_size=60
)


@settings(deadline=None, max_examples=300)
@given(PLAIN.map("".join) | st.text(max_size=60))
def test_the_short_way_equals_the_long_way(text: str) -> None:
    assume(prose._MARKED.search(text) is None and not refuse(text) and "\r" not in text)
    assert render_prose(text) == prose._render(text)


WORDS = st.lists(
    st.sampled_from(["甲乙", "丙。", "2024年", "3,000 元", " ", "a b", *ATOMS]), min_size=1, max_size=6
)
INLINE = WORDS.map(lambda words: "".join(words).replace("\n", " ").strip() or "丁")
LINES = st.lists(INLINE, min_size=1, max_size=3)
NUMBERED = st.tuples(st.sampled_from([0, 1, 1, 7]), LINES).map(
    lambda made: "\n".join(f"{number}. {line}" for number, line in enumerate(made[1], made[0]))
)
TABLES = st.lists(st.tuples(INLINE, INLINE), min_size=1, max_size=3).map(
    lambda rows: "\n".join(
        [f"| {rows[0][0]} | {rows[0][1]} |", "|:-:|--:|", *(f"|{a}|{b}|" for a, b in rows[1:])]
    )
)
BLOCKS = st.one_of(
    LINES.map("\n".join),
    LINES.map(lambda lines: "\n".join(f"- {line}" for line in lines)),
    LINES.map(lambda lines: "\n".join(f"> {line}" for line in lines)),
    st.tuples(st.sampled_from(["#", "##", "###", "######"]), INLINE).map(" ".join),
    NUMBERED,
    TABLES,
)
BLOCKWISE = st.lists(st.tuples(BLOCKS, st.sampled_from(["\n", "\n\n", "\n　\n\n"])), max_size=6).map(
    lambda blocks: "".join("".join(block) for block in blocks)
)


@settings(deadline=None, max_examples=500)
@given(BLOCKWISE | TEXTS)
@example("# 甲 <!--  \n")
@example("**甲** 乙-\n5")
@example("| a | b |\n|---|\n")
@example("- 甲\n\n- 乙")
@example("> 甲\n\n> 乙")
@example("* **")
@example("1. 甲\n01. 乙")
def test_plain_texts_come_out_as_by_the_long_way(text: str) -> None:
    assume(prose._MARKED.search(text) is not None and not refuse(text) and "\r" not in text)
    assert render_prose(text) == prose._render(text)


@pytest.mark.parametrize(
    "text", sorted({*(case.text for case in cases()), *VECTORS, *written_in_the_example()})
)
def test_known_texts_come_out_as_by_the_long_way(text: str) -> None:
    assert render_prose(text) == prose._render(text)


def test_what_offices_write_is_plain() -> None:
    marked = [text for text in written_in_the_example() if prose._MARKED.search(text)]
    assert len(marked) > 10
    assert [text for text in marked if write_plain(text, str) is None] == []


@settings(deadline=None)
@given(TEXTS)
def test_the_cleaner_would_leave_words_without_signs_alone(text: str) -> None:
    plain = _DOUBTFUL.sub("", text)
    assume(not refuse(plain))
    html = f"<p>{inline(plain).html}</p>"
    assert prose._CLEANER.clean(html) == html
    assert first_loss(plain, html) is None


def test_lines_of_links_are_those_of_the_source() -> None:
    text = "\n".join(f"[甲{number}](x.pdf)\n\n> [乙](y.pdf) ![丙](z.png)\n" for number in range(30))
    lines = [line for at in range(30) for line in (4 * at + 1, 4 * at + 3, 4 * at + 3)]
    assert render_prose(text)[0].links == tuple(
        zip(("x.pdf", "y.pdf", "z.png") * 30, lines, strict=True),
    )


def test_a_table_at_the_end_has_no_row_more() -> None:
    """A text under ``|`` ends with a line end."""
    assert render_prose("| a |\n|---|\n| 1 |\n")[0].html.count("<tr>") == 2
