"""The template engine: a sandbox that knows what the contract of the templates names, and nothing else."""

import re
from collections.abc import Callable
from dataclasses import is_dataclass
from functools import cache, lru_cache
from typing import Any

import msgspec
from jinja2 import DictLoader, Environment, StrictUndefined, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

from site_builder.model.docs import docs_of, label
from site_builder.model.job import Kit
from site_builder.model.words import Words
from site_builder.render.fields import fields, reckoned
from site_builder.render.frame import Frame
from site_builder.render.outline import outline, tallies
from site_builder.render.shown import filters_for
from site_builder.render.tongue import count

_OURS = "site_builder."
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to what is ours: frozen values have fields and nothing that could do harm."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template, calling our own functions without asking the sandbox each time whether it may."""
        if not (name or "").startswith("print/") and "<pre" not in source:
            # It is for those who read templates; pages weigh a twentieth less without it.
            source = _INDENT.sub("", source)
        tree = super()._parse(source, name, filename)
        given = {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
        given |= {one.name for one in tree.find_all(nodes.Macro)}
        if given.isdisjoint(_CALLED) and not any(tree.find_all(nodes.FromImport)):
            _Direct().visit(tree)
            tree.set_environment(self)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The attribute of a value; a name that begins with an underscore is always looked at by the sandbox."""
        if attribute[:1] != "_" and _is_ours(obj.__class__):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


_CALLED = ("_", "_n", "label", "help", "fields", "reckoned")
"""The functions that templates may call."""


class _Direct(NodeTransformer):
    """Turns calls of our functions into filters, which are called as they are and, of constants, only once."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - so the visitor finds it
        """The filter in the place of the call."""
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.node.name not in _CALLED or not node.args:
            return node
        rest = (node.args[1:], node.kwargs, node.dyn_args, node.dyn_kwargs)
        return nodes.Filter(node.args[0], f"{node.node.name}()", *rest, lineno=node.lineno)


@cache
def _is_ours(kind: Any) -> bool:
    """Whether a class is a value of ours (a record, a part, figures, a view), or as harmless."""
    if issubclass(kind, msgspec.Struct | LoopContext):
        return True
    return kind.__module__.startswith(_OURS) and is_dataclass(kind)


@lru_cache(maxsize=4)
def environment(kit: Kit) -> Environment:
    """The template engine for a kit: nothing in it but what the contract of the templates names."""
    frame: Frame = kit.frame
    engine = _Sandbox(
        loader=DictLoader(dict(kit.templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
    )
    tongue = frame.tongue
    labels = cache(lambda owner, name: say(label(owner, name), frame))
    called: dict[str, Callable[..., Any]] = {
        "_": lambda text, **values: phrase(frame, text, **values),
        "_n": lambda one, many, n, **values: count(frame.phrases, one, many, n, values),
        "label": lambda record, name: labels(record.__class__, name),
        "help": lambda record, name: say(docs_of(record.__class__)[name].help, frame),
        "fields": lambda record: fields(tongue, record),
        "reckoned": lambda figures: reckoned(tongue, figures),
        "tallies": lambda figures: tallies(tongue, figures),
        "outline": lambda record: outline(tongue, tongue != frame.content_language, record),
    }
    engine.globals.clear()
    engine.globals.update(called | {"namespace": Namespace})
    engine.filters.update({f"{name}()": function for name, function in called.items()})
    engine.filters.update(filters_for(frame))
    return engine


def phrase(frame: Frame, text: str, **values: object) -> str:
    """A phrase of the interface in the language of the frame."""
    spoken = frame.phrases.single.get(text) or text
    return spoken.format_map(values) if values else spoken


def say(words: Words, frame: Frame) -> str:
    """Words in the language of the frame."""
    return words.say(frame.tongue)
