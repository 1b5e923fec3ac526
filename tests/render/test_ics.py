"""Calendar files keep to RFC 5545: lines, escapes, names that stay, the day after the last one."""

from site_builder.render.ics import FOLD, fold


def test_lines_are_folded_between_letters() -> None:
    line = "SUMMARY:" + "每月检查消防设施、用电线路和食堂燃气，" * 5
    pieces = list(fold(line))
    assert len(pieces) > 3
    assert all(len(piece.encode()) <= FOLD for piece in pieces)
    assert all(piece.startswith(" ") for piece in pieces[1:])
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


def test_a_short_line_stays_whole() -> None:
    assert list(fold("A" * FOLD)) == ["A" * FOLD]
    assert list(fold("A" * (FOLD + 1))) == ["A" * FOLD, " A"]
