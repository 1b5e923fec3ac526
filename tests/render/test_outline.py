"""Any record can be laid out from its fields alone: facts, tables, parts."""

from typing import Any

import pytest

from site_builder.catalogue import catalogue
from site_builder.edge.scaffold import example_of
from site_builder.render.fields import fields
from site_builder.render.outline import outline
from tests.cases import ANY_DAY, Case, corpus_of

KINDS = sorted(name for name, kind in catalogue().kinds.items() if not kind.single and name != "pages")


def example(kind: str) -> Any:
    text = example_of(catalogue().kinds[kind])
    corpus, _, problems = corpus_of(Case(kind, {f"{kind}/example.yaml": text}, ANY_DAY, ()))
    assert not problems
    return corpus.entries[0].record


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_one_place(kind: str) -> None:
    record = example(kind)
    drawn = outline("zh-CN", False, record)
    places = [one.name for one in drawn.facts] + [one.name for one in drawn.groups]
    elsewhere = {"id", "office", "published_on", "index_no", "bases", "source"}
    wanted = {one.name for one in fields("zh-CN", record) if not one.name.endswith("_en")} - elsewhere
    assert len(places) == len(set(places))
    assert set(places) == wanted - {
        one.name for one in fields("zh-CN", record) if one.form == "cells" or _cells(one)
    }


def _cells(view: Any) -> bool:
    return bool(view.form == "many" and view.value[0].form == "cells")


def test_parts_that_hold_several_values_still_make_a_table() -> None:
    group = next(one for one in outline("zh-CN", False, example("rosters")).groups if one.form == "table")
    assert len(group.columns) > 3
    assert all(len(part.cells) == len(group.columns) for part in group.parts)


def test_parts_within_parts_are_drawn_one_by_one() -> None:
    forms = {one.name: one.form for one in outline("zh-CN", False, example("plans")).groups}
    assert forms["slogans"] == "table"
    assert set(forms.values()) <= {"table", "parts", "prose"}


def test_english_takes_the_place_of_chinese_and_of_nothing_else() -> None:
    record = example("offices")
    chinese, english = outline("zh-CN", False, record), outline("en", True, record)
    assert [one.name for one in chinese.facts] == [one.name for one in english.facts]
    assert not [one for one in english.facts if one.name.endswith("_en")]
