"""Every phrase of the interface is there in Chinese, and nothing is kept that no page says."""

import ast
import re
from pathlib import Path

import polib
import pytest
from jinja2 import Environment, nodes

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
            if isinstance(call.node, nodes.Name) and call.node.name == "_":
                (phrase,) = call.args
                assert isinstance(phrase, nodes.Const), f"{path.name}:{call.lineno}: a phrase is written out"
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
    translated = {entry.msgid for entry in polib.pofile(str(CHINESE)) if entry.msgstr}
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
        assert entry.msgstr, entry.msgid
        assert not entry.fuzzy, entry.msgid
        assert not entry.obsolete, entry.msgid
        assert sorted(_PLACEHOLDER.findall(entry.msgid)) == sorted(_PLACEHOLDER.findall(entry.msgstr)), (
            entry.msgid
        )


def test_phrases_stand_in_the_order_of_the_alphabet() -> None:
    """So that two people who add a phrase do not add it at the same place."""
    phrases = [entry.msgid for entry in polib.pofile(str(CHINESE))]
    assert phrases == sorted(phrases)
