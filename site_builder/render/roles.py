"""Which text is set in faces of a site's own: what stands behind the stylesheet of the sheets where a site has some."""

from collections.abc import Mapping

from site_builder.fonts import ROLES

_TEXT = ":is(.official, .notice):lang(zh)"
_RULES = {
    # Small print, tables and whatever is bold stay in the bundled face: theirs has one weight, and is too light there.
    "body": (
        (f"{_TEXT}, .colophon:lang(zh)", '"Disclosure Latin", {own}, "Disclosure Serif SC"'),
        (
            f"{_TEXT} :is(table, strong, b, .lead-in, .note, .imprint, .period)",
            '"Disclosure Latin", "Disclosure Serif SC"',
        ),
    ),
    "title": ((":is(h1, .institution):lang(zh)", '"Disclosure Latin", {own}, "Disclosure Serif SC"'),),
    "heading": (
        (
            ":is(h2, h3, h4, caption, .state, .label):lang(zh), thead th:lang(zh)",
            '{own}, "Disclosure Sans SC"',
        ),
        (".official h3:lang(zh)", '"Disclosure Latin", "Disclosure Serif SC"'),
    ),
    "subheading": (
        (
            ".official h3:is(:lang(zh), :lang(zh-CN))",
            '"Disclosure Latin", {own}, "Disclosure Serif SC"; font-weight: 400',
        ),
    ),
}


def style_of(digests: Mapping[str, str]) -> str:
    """The rules for the roles that own faces have; their digests stand in it, so that it changes with them."""
    lines = ["", *(f"/* {role}: {digest} */" for role, digest in sorted(digests.items()))]
    for role, rules in _RULES.items():
        if role in digests:
            own = f'"{ROLES[role].family}"'
            lines += [f"{where} {{ font-family: {how.format(own=own)} }}" for where, how in rules]
    return "\n".join(lines)
