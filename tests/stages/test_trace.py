"""What templates draw on."""

from jinja2 import Environment, meta

from site_builder.edge.kit import shipped_templates
from site_builder.stages.trace import plainly_named, trace


def test_what_our_templates_draw_on_can_be_read_off_their_text() -> None:
    sources = {name: path for name, path in shipped_templates().items() if name.endswith(".html")}
    texts = {name: path.read_text("utf-8") for name, path in sources.items()}
    parser = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    for name, text in texts.items():
        parsed = meta.find_referenced_templates(parser.parse(text))
        assert plainly_named(text) == tuple(sorted({other or "" for other in parsed})), name
    assert trace(texts, texts) == trace(texts, ())
