"""Work in several processes of this machine.

Processes start from a server that has a module loaded, so that each is warm and none copies the caller's threads.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from claimcheck.scale.crew import BATCH, Died, each, in_order

__all__ = ["in_processes"]

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_processes(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int, *, module: str, batch: int = BATCH
) -> Generator[tuple[Item, Result | Died[Item]], None, None]:
    """Yield each item with what the function returns for it, in the order of the items.

    Close it when done: an interrupt between two items leaves the processes at work until then.

    Args:
        function: can be pickled, as can items and results; an exception that it raises is raised here.
        items: taken as the work goes on.
        jobs: how many processes.
        module: what each process has loaded when it starts, named as for `import`.
        batch: how many items travel together.
    """
    return in_order(_Processes(function, jobs, module), items, batch)


class _Processes(Generic[Item, Result]):
    """The processes, and those that take their place when one dies."""

    def __init__(self, function: Callable[[Item], Result], jobs: int, module: str) -> None:
        self.workers = jobs
        self._function, self._module = function, module
        self._pool = self._started(jobs)
        self._processes: set[BaseProcess] = set()

    def submit(self, batch: Sequence[Item]) -> Future[list[Result]]:
        """Put a batch on the list of work."""
        others = {*multiprocessing.active_children()} - self._processes
        try:
            return self._pool.submit(each, self._function, batch)
        except BrokenProcessPool:
            self._pool = self._started(self.workers)
            return self._pool.submit(each, self._function, batch)
        finally:
            self._processes = {*multiprocessing.active_children()} - others

    def results(
        self, batch: Sequence[Item], pending: Future[list[Result]]
    ) -> Iterator[tuple[Item, Result | Died[Item]]]:
        """Yield the items of a batch with their results; where its process died, do them again one by one."""
        try:
            yield from zip(batch, pending.result(), strict=True)
        except BrokenProcessPool:
            for item in batch:
                yield item, self._alone(item)

    def _alone(self, item: Item) -> Result | Died[Item]:
        with self._started(1) as pool:
            try:
                return pool.submit(each, self._function, [item]).result()[0]
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
