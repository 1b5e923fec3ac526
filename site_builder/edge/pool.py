"""Worker processes behind a map function: nobody who hands out work knows how it is run."""

import gc
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from site_builder.edge.outcome import WorkerLost
from site_builder.edge.signals import leave_to_parent

A = TypeVar("A")
B = TypeVar("B")


class Map(Protocol):
    """Applies a function to many values, in any process and any order of work; results come in the order given."""

    def __call__(self, function: Callable[[A], B], values: Iterable[A]) -> Iterator[B]:
        """The results, one by one."""
        ...


def here(function: Callable[[A], B], values: Iterable[A]) -> Iterator[B]:
    """The map that does everything in this process."""
    return (function(value) for value in values)


def default_workers() -> int:
    """As many as there are processors for us, at most eight."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(8, available))


@contextmanager
def crews(count: int) -> Iterator[Map]:
    """A map that starts `count` processes each time it is used, and ends them when it is through.

    They have the function, and all that it holds, from the moment they start: where processes are forked nothing of
    it is ever sent. So a function may hold ten thousand jobs, if only the values are small.
    """
    begun: list[Generator[Any]] = []

    def over(function: Callable[[A], B], values: Iterable[A]) -> Iterator[B]:
        def crew() -> Generator[B]:
            with _pool(count, function) as pool:
                yield from _in_turn(lambda value: pool.submit(_task, value), values, count)

        begun.append(results := crew())
        return results

    try:
        yield over if count > 1 else here
    finally:
        for one in begun:
            one.close()  # whoever waited for the results has gone


@contextmanager
def workers(count: int) -> Iterator[Map]:
    """A map over `count` processes, started when first used, that stay until the end."""
    with _pool(count, None) as pool:
        yield lambda function, values: _in_turn(lambda value: pool.submit(function, value), values, count)


def _in_turn(submit: Callable[[A], Any], values: Iterable[A], count: int) -> Iterator[Any]:
    """Only a few values are under way at once, so that results never pile up in memory."""
    from concurrent.futures.process import BrokenProcessPool

    under_way: deque[Any] = deque()
    try:
        for value in values:
            under_way.append(submit(value))
            if len(under_way) > 2 * count:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    except BrokenProcessPool as broken:
        raise WorkerLost from broken


@contextmanager
def _pool(count: int, function: Callable[[Any], Any] | None) -> Iterator[Any]:
    """Processes that are gone afterwards."""
    # Costs 40 ms at start, which a build of a few pages need not pay.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Forked workers know everything that is already imported; elsewhere they are started afresh.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    gc.freeze()
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_settle, initargs=(function,))
    try:
        yield pool
    except BaseException:
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()  # nobody waits any more for what it is making
        raise
    finally:
        pool.shutdown(cancel_futures=True)


_given: list[Callable[[Any], Any] | None] = []
"""In a worker: the function of its crew."""


def _task(value: Any) -> Any:
    """What a worker of a crew does with a value."""
    assert _given
    assert _given[-1] is not None
    return _given[-1](value)


def _settle(function: Callable[[Any], Any] | None) -> None:
    """Prepares a worker: it leaves signals to its parent, and is gone as soon as that is, even if killed."""
    import threading

    _given.append(function)
    gc.disable()
    leave_to_parent()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
