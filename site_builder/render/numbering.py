"""How headings on paper are counted: written out, because numbers that a stylesheet makes cannot be searched for."""

_DIGITS = "零一二三四五六七八九"


def mark(language: str, number: int, level: int = 1) -> str:
    """What stands before heading `number` of a level: 一、 and （一） in Chinese, 1. and (1) with a space elsewhere."""
    if language.startswith("zh"):
        return f"{han(number)}、" if level == 1 else f"（{han(number)}）"
    return f"{number}. " if level == 1 else f"({number}) "


def han(number: int) -> str:
    """A number from 1 to 99 in plain Chinese numerals: 十, 十二, 二十一; beyond that nobody counts headings."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"
