"""What the PDF engine complains of stops the sheet: it says so in a log and prints on, and a wrong paper is worse."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from site_builder.model.words import Words

LOG = logging.getLogger("weasyprint")
"""Where the engine complains, and where whoever looks at its work may complain too."""


class PrintError(Exception):
    """A sheet that cannot be printed as it should be; nothing of it is published."""

    def __init__(self, message: Words) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return self.message.en


class _Complaints(logging.Handler):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps the text of `record`."""
        self.said.append(record.getMessage())


@contextmanager
def no_complaints() -> Iterator[None]:
    """Raises PrintError at the end if the engine has warned of anything meanwhile."""
    handler, loggers = _Complaints(), [LOG, logging.getLogger("fontTools")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.WARNING)
    try:
        yield
    except RecursionError:
        handler.said.append("it is nested too deeply")
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)
    if handler.said:
        said = "; ".join(dict.fromkeys(handler.said))
        raise PrintError(Words(f"排版时发现问题：{said}", f"the page cannot be printed cleanly: {said}"))
