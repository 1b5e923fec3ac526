"""Amounts in the capital numerals that Chinese contracts and receipts use."""

from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_SIZES = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))
_SPELLINGS = str.maketrans({"圆": "元", "正": "整", "零": None, " ": None, "　": None})


def in_words(amount: Decimal) -> str:
    """The amount in capitals: 120 is 壹佰贰拾元整, 1008.05 is 壹仟零捌元零伍分."""
    yuan, fen = divmod(int(abs(amount) * 100), 100)
    sign = "负" if amount < 0 else ""
    if not fen:
        return f"{sign}{_whole(yuan)}元整"
    tenths, hundredths = divmod(fen, 10)
    text = f"{_whole(yuan)}元" if yuan else ""
    if tenths:
        text += f"{_DIGITS[tenths]}角"
    elif yuan:
        text += "零"
    return sign + text + (f"{_DIGITS[hundredths]}分" if hundredths else "")


def says(words: str, amount: Decimal) -> bool:
    """Whether `words` is a way of writing the amount; offices differ in 零, 整 and a leading 人民币."""
    return _bare(words) == _bare(in_words(amount))


def _bare(words: str) -> str:
    # Every digit carries its own unit, so leaving out 零 never makes two amounts alike.
    return words.removeprefix("人民币").lstrip("：:").translate(_SPELLINGS).removesuffix("整")


def _whole(number: int) -> str:
    for size, name in _SIZES:
        if number >= size:
            high, low = divmod(number, size)
            skipped = "零" if 0 < low < size // 10 else ""
            return _whole(high) + name + skipped + (_whole(low) if low else "")
    return _DIGITS[number]
