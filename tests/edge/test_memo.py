"""The memo keeps what was read, and after a few edits only what they changed."""

from pathlib import Path

import msgspec
import pytest

from site_builder.edge import memo
from site_builder.edge.intake import Taken
from site_builder.edge.memo import Memo, load_memo, save_memo


def taken(path: str, content: str) -> Taken:
    return Taken(path, "fees", path, (1, 2, 3, 4), content, content.encode())


def edited(before: Memo, **records: str) -> Memo:
    """The memo after some records were read again."""
    fresh = {path: taken(path, content) for path, content in records.items()}
    return msgspec.structs.replace(before, taken=before.taken | fresh, changed=before.changed | fresh.keys())


def contents(found: Memo) -> dict[str, str]:
    return {path: one.content for path, one in found.taken.items()}


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Two records, remembered as a whole."""
    save_memo(tmp_path, Memo("tool", 1, {path: taken(path, "old") for path in "ab"}))
    return tmp_path


def test_a_few_edits_do_not_write_it_all_again(state: Path) -> None:
    whole = (state / "memo").read_bytes()
    save_memo(state, edited(load_memo(state, "tool"), a="new"))
    save_memo(state, edited(load_memo(state, "tool"), c="added"))
    found = load_memo(state, "tool")
    save_memo(
        state,
        msgspec.structs.replace(found, taken={"a": found.taken["a"]}, changed=found.changed | {"b", "c"}),
    )
    assert (state / "memo").read_bytes() == whole
    assert contents(load_memo(state, "tool")) == {"a": "new"}
    assert contents(load_memo(state, "another tool")) == {}


def test_many_edits_do(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_memo(state, edited(load_memo(state, "tool"), a="new"))
    monkeypatch.setattr(memo, "FEW", 1)
    save_memo(state, edited(load_memo(state, "tool"), b="new"))
    assert [path.name for path in state.iterdir()] == ["memo"]
    assert contents(load_memo(state, "tool")) == {"a": "new", "b": "new"}


@pytest.mark.parametrize("name", ["memo", "memo-later"])
def test_damage_only_makes_it_forget(state: Path, name: str) -> None:
    save_memo(state, edited(load_memo(state, "tool"), a="new"))
    content = (state / name).read_bytes()
    for spoilt in (b"", content[:-1], content[:40] + bytes([content[40] ^ 1]) + content[41:]):
        (state / name).write_bytes(spoilt)
        assert contents(load_memo(state, "tool")) == ({} if name == "memo" else {"a": "old", "b": "old"})


def test_what_belongs_to_another_whole_is_passed_over(state: Path) -> None:
    save_memo(state, edited(load_memo(state, "tool"), a="new"))
    left = (state / "memo-later").read_bytes()
    save_memo(state, Memo("tool", 2, {"a": taken("a", "newest")}))
    (state / "memo-later").write_bytes(left)
    assert contents(load_memo(state, "tool")) == {"a": "newest"}
