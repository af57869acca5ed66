"""One function over many items in several processes, in order, whatever becomes of the processes.

Processes start from a server that has a module loaded, so that each is warm and none copies the caller's threads.
Items travel in batches, a few batches ahead of what is taken, so that memory does not grow with the work. A process
that dies takes its batch with it; the batch is then done again, item by item, and the item on which the process dies
once more is given back as `Died`.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

__all__ = ["Died", "in_processes"]

_AHEAD = 3
"""Batches for each process that are under way or done before they are taken."""
_BATCH = 8

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Died(Generic[Item]):
    """An item on which a process died."""

    item: Item


def in_processes(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int, *, module: str
) -> Generator[tuple[Item, Result | Died[Item]], None, None]:
    """Yield each item with what the function returns for it, in the order of the items.

    Close it when done: an interrupt between two items leaves the processes at work until then.

    Args:
        function: can be pickled, as can items and results; an exception that it raises is raised here.
        items: taken as the work goes on.
        jobs: how many processes.
        module: what each process has loaded when it starts, named as for `import`.
    """
    source = iter(items)
    crew = _Crew(function, jobs, module)
    try:
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        while batch := list(islice(source, _BATCH)):
            waiting.append((batch, crew.submit(batch)))
            if len(waiting) >= jobs * _AHEAD:
                yield from crew.results(*waiting.popleft())
        while waiting:
            yield from crew.results(*waiting.popleft())
    finally:
        crew.stop()


class _Crew(Generic[Item, Result]):
    """The processes, and those that take their place when one dies."""

    def __init__(self, function: Callable[[Item], Result], jobs: int, module: str) -> None:
        self._function, self._jobs, self._module = function, jobs, module
        self._pool = self._started(jobs)
        self._processes: set[BaseProcess] = set()

    def submit(self, batch: Sequence[Item]) -> Future[list[Result]]:
        """Put a batch on the list of work."""
        others = {*multiprocessing.active_children()} - self._processes
        try:
            return self._pool.submit(_each, self._function, batch)
        except BrokenProcessPool:
            self._pool = self._started(self._jobs)
            return self._pool.submit(_each, self._function, batch)
        finally:
            self._processes = {*multiprocessing.active_children()} - others

    def results(
        self, batch: Sequence[Item], future: Future[list[Result]]
    ) -> Iterator[tuple[Item, Result | Died[Item]]]:
        """Yield the items of a batch with their results; where its process died, do them again one by one."""
        try:
            yield from zip(batch, future.result(), strict=True)
        except BrokenProcessPool:
            for item in batch:
                yield item, self._alone(item)

    def _alone(self, item: Item) -> Result | Died[Item]:
        with self._started(1) as pool:
            try:
                return pool.submit(_each, self._function, [item]).result()[0]
            except BrokenProcessPool:
                return Died(item)

    def stop(self) -> None:
        """End the processes, also those still at work: the caller has all it wants, or was interrupted."""
        for process in self._processes:
            process.terminate()
        self._pool.shutdown(cancel_futures=True)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if context.get_start_method() == "forkserver":
            context.set_forkserver_preload([self._module])
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the process that the user sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _each(function: Callable[[Item], Result], batch: Sequence[Item]) -> list[Result]:
    return [function(item) for item in batch]
