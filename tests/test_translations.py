"""Every phrase of the interface is there in Chinese, nothing is kept that no page says; a third language is a file."""

import ast
import re
from pathlib import Path

import polib
import pytest
from jinja2 import Environment, nodes

from site_builder.edge.kit import phrases
from site_builder.render.tongue import count
from tests.small import build, copied

ROOT = Path(__file__).parents[1]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CATALOGUES = sorted((ROOT / "site_builder" / "translations").glob("*.po"))
CHINESE = ROOT / "site_builder" / "translations" / "zh_CN.po"
_PLACEHOLDER = re.compile(r"\{\w*\}")


def said_by_templates() -> dict[str, set[str]]:
    """The names of the values that each phrase is filled with, by phrase."""
    found: dict[str, set[str]] = {}
    for path in TEMPLATES:
        tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "_n"):
                assert len(call.args) == len(call.node.name), f"{path.name}:{call.lineno}"
                for phrase in call.args:
                    assert isinstance(phrase, nodes.Const), f"{path.name}:{call.lineno}: it is written out"
                    found.setdefault(phrase.value, set()).update(one.key for one in call.kwargs)
    return found


def said_by_pages() -> set[str]:
    """The phrases that pages say by themselves, without a template."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (ROOT / "site_builder/render").glob("*.py")]
    calls = [
        one
        for tree in trees
        for one in ast.walk(tree)
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
    ]
    spoken = [one.args[1] for one in calls if isinstance(one.func, ast.Name) and one.func.id == "phrase"]
    return {one.value for one in spoken if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def test_templates_say_something() -> None:
    assert len(said_by_templates()) > 20
    assert "Home" in said_by_pages()


def test_every_phrase_is_translated_and_every_translation_is_said() -> None:
    every = polib.pofile(str(CHINESE))
    translated = {entry.msgid for entry in every} | {
        entry.msgid_plural for entry in every if entry.msgid_plural
    }
    said = said_by_templates().keys() | said_by_pages()
    assert said - translated == set()
    assert translated - said == set()


def test_a_phrase_is_filled_with_what_it_asks_for() -> None:
    for phrase, names in said_by_templates().items():
        assert {f"{{{name}}}" for name in names} == set(_PLACEHOLDER.findall(phrase)), phrase


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_sound(path: Path) -> None:
    """It names its language, says each phrase once and in full, and keeps the placeholders."""
    catalogue = polib.pofile(str(path), check_for_duplicates=True)
    assert catalogue.metadata["Language"] == path.stem
    for entry in catalogue:
        forms = [form for _, form in sorted(entry.msgstr_plural.items())] or [entry.msgstr]
        assert all(forms), entry.msgid
        assert not entry.fuzzy, entry.msgid
        assert not entry.obsolete, entry.msgid
        asked = sorted(_PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        assert all(sorted(_PLACEHOLDER.findall(form)) == asked for form in forms), entry.msgid


def test_phrases_stand_in_the_order_of_the_alphabet() -> None:
    """So that two people who add a phrase do not add it at the same place."""
    phrases = [entry.msgid for entry in polib.pofile(str(CHINESE))]
    assert phrases == sorted(phrases)


TINY = r"""
msgid ""
msgstr ""
"Language: eo\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\n"

msgid "Home"
msgstr "Hejmo"

msgid "March"
msgstr "marto"

msgid "{day} {month} {year}"
msgstr "{day}-a de {month} {year}"

msgid "1,234.56"
msgstr "1.234,56"

msgid "Fees"
msgstr "Kotizoj"

msgid "Refund rule"
msgstr "Regulo de repago"

msgid "Voluntary"
msgstr "Libervole"

msgid "{n} row"
msgid_plural "{n} rows"
msgstr[0] "{n} linio"
msgstr[1] "{n} linioj, do paro"
msgstr[2] "{n} linioj"
"""


def test_a_third_language_is_one_file(tmp_path: Path) -> None:
    """Phrases, labels, codes, dates and sums come from it; what it leaves out is English."""
    root = copied(tmp_path / "project")
    site = root / "data/site.yaml"
    site.write_text(site.read_text("utf-8").replace("[zh-CN, en]", "[zh-CN, en, eo]"), "utf-8")
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates/eo.po").write_text(TINY, "utf-8")
    said = build(root)
    assert said.code == 0, said.out
    fee = (root / "output/eo/fees/milk/index.html").read_text("utf-8")
    assert '<html lang="eo">' in fee
    for words in (
        "Hejmo",
        "9-a de marto 2026",
        ">2,80",
        "Kotizoj",
        "Regulo de repago",
        "Libervole",
        "Approved maximum",
    ):
        assert words in fee, words
    budget = (root / "output/eo/budgets/2026/index.html").read_text("utf-8")
    assert "13.000,00" in budget
    assert not (root / "output/eo.po").exists()
    (root / "templates/eo.po").write_text(TINY.replace("marto", "MARTO"), "utf-8")
    assert build(root).code == 0
    assert "9-a de MARTO 2026" in (root / "output/eo/fees/milk/index.html").read_text("utf-8")


@pytest.mark.parametrize(("n", "words"), [(0, "0 linioj"), (1, "1 linio"), (2, "2 linioj, do paro")])
def test_a_number_takes_the_form_of_its_language(n: int, words: str) -> None:
    spoken = phrases("eo", {"eo.po": TINY.encode()})
    assert count(spoken, "{n} row", "{n} rows", n, {}) == words


@pytest.mark.parametrize(("n", "words"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_english_knows_one_from_many(n: int, words: str) -> None:
    assert count(phrases("en"), "{n} row", "{n} rows", n, {}) == words
    assert count(phrases("zh-CN"), "{n} row", "{n} rows", n, {}) == f"共 {n} 条"
