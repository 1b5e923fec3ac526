"""By when a request is to be answered and done: as its service promises, or else as the standards say."""

from dataclasses import dataclass
from datetime import datetime, time

from site_builder.kinds.requests.record import Request
from site_builder.mistakes.periods import limit_of, until
from site_builder.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The last moments in time; None where neither promise nor standard sets one."""

    response: datetime | None
    completion: datetime | None


def deadlines(one: Request, corpus: Corpus) -> Deadlines:
    """Both deadlines of a request; more time that was given with a reason counts."""
    response = _limit(one, corpus, "response", "service.urgent-response", "service.response")
    completion = _limit(one, corpus, "completion", "service.urgent-done", "service.done")
    if one.extension is not None and completion is not None:
        completion = max(completion, datetime.combine(one.extension.until, time(23, 59)))
    return Deadlines(response, completion)


def in_time(at: datetime | None, due: datetime | None) -> bool:
    """Whether something happened, and not after its last moment."""
    return at is not None and (due is None or at <= due)


def overdue(at: datetime | None, due: datetime | None, corpus: Corpus) -> bool:
    """Whether something happened too late, or has not happened though its day is past."""
    return due is not None and (at > due if at is not None else due.date() < corpus.today)


def _limit(one: Request, corpus: Corpus, name: str, urgent: str, usual: str) -> datetime | None:
    id, _, part = (one.service or "").partition("#")
    found = corpus.find("promises", id)
    services = found.record.services if found else ()
    service = next((service for service in services if service.id == part), None)
    promised = getattr(service, f"urgent_{name}" if one.urgent else name, None)
    limit = promised or limit_of(corpus, urgent if one.urgent else usual)
    return until(corpus, limit, one.received_at) if limit else None
