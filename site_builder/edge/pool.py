"""Worker processes behind a map function: the build does not know how its batches are run."""

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Protocol, TypeVar

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
def workers(count: int) -> Iterator[Map]:
    """A map over `count` processes, started when first used and gone afterwards."""
    if count < 2:
        yield here
        return
    # Forked workers know everything that is already imported; elsewhere they are started afresh.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    gc.freeze()
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_settle)

    def over(function: Callable[[A], B], values: Iterable[A]) -> Iterator[B]:
        """Only a few values are under way at once, so that results never pile up in memory."""
        under_way: deque[Future[B]] = deque()
        try:
            for value in values:
                under_way.append(pool.submit(function, value))
                if len(under_way) > 2 * count:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as broken:
            raise WorkerLost from broken

    try:
        yield over
    except BaseException:
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()  # nobody waits any more for what it is making
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _settle() -> None:
    """Prepares a worker: it leaves signals to its parent, and is gone as soon as that is, even if killed."""
    gc.disable()
    leave_to_parent()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
