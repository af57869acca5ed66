"""Work in several processes of this machine.

Processes start from a server that has a module loaded, so that each is warm and none copies the caller's threads.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from claimcheck.errors import ClusterError
from claimcheck.scale.crew import BATCH, Died, each, in_order

__all__ = ["in_processes"]

_NONE_STARTS = (
    "processes die as they start; each reads the script that asks for them, which must not ask again: put what it does "
    'under if __name__ == "__main__":'
)

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

    Raises:
        ClusterError: no process can be started.
    """
    return in_order(_Processes(function, jobs, module), items, batch)


@dataclass(slots=True, eq=False)
class _Pending(Generic[Item, Result]):
    """A batch on the list of work; without a future it is a suspect: it was under way when a process died."""

    batch: Sequence[Item]
    future: Future[list[Result]] | None


class _Processes(Generic[Item, Result]):
    """The processes, and those that take their place when one dies.

    A pool that loses a process gives up all that was sent to it, and does not tell whose fault it was. What may have
    been under way is then done by itself when its turn comes, and the rest is sent to a new pool.
    """

    def __init__(self, function: Callable[[Item], Result], jobs: int, module: str) -> None:
        self.workers = jobs
        self._function, self._module = function, module
        self._pool = self._started(jobs)
        self._processes: set[BaseProcess] = set()
        self._pending: list[_Pending[Item, Result]] = []

    def submit(self, batch: Sequence[Item]) -> _Pending[Item, Result]:
        """Put a batch on the list of work."""
        while (future := self._sent(batch)) is None:
            self._renew()
        self._pending.append(_Pending(batch, future))
        return self._pending[-1]

    def results(
        self, batch: Sequence[Item], pending: _Pending[Item, Result]
    ) -> Iterator[tuple[Item, Result | Died[Item]]]:
        """Yield the items of a batch with their results; where it kills its process alone too, do them one by one."""
        done = self._done(pending)
        self._pending.remove(pending)
        if done is not None:
            yield from zip(batch, done, strict=True)
            return
        for item in batch:
            alone = self._alone([item]) if len(batch) > 1 else None
            yield item, Died(item) if alone is None else alone[0]

    def _done(self, pending: _Pending[Item, Result]) -> list[Result] | None:
        """Wait for a batch; return None where it killed a process by itself."""
        if pending.future is not None:
            try:
                return pending.future.result()
            except BrokenProcessPool:
                self._renew()
        return self._alone(pending.batch)

    def _alone(self, batch: Sequence[Item]) -> list[Result] | None:
        with self._started(1) as pool:
            try:
                pool.submit(each, self._function, []).result()  # or each item would seem to kill its process
            except BrokenProcessPool as error:
                raise ClusterError(_NONE_STARTS) from error
            try:
                return pool.submit(each, self._function, batch).result()
            except BrokenProcessPool:
                return None

    def _renew(self) -> None:
        """Take a new pool, and send it what the broken one gave up; the first of that were under way."""
        self._pool = self._started(self.workers)
        lost = [pending for pending in self._pending if pending.future is not None and _is_lost(pending.future)]
        for pending in lost[: self.workers]:
            pending.future = None
        for pending in lost[self.workers :]:
            pending.future = self._sent(pending.batch) or pending.future  # whoever waits for a lost one renews again

    def _sent(self, batch: Sequence[Item]) -> Future[list[Result]] | None:
        """Send a batch to the pool; return None where it is broken."""
        others = {*multiprocessing.active_children()} - self._processes
        try:
            return self._pool.submit(each, self._function, batch)
        except BrokenProcessPool:
            return None
        finally:
            self._processes = {*multiprocessing.active_children()} - others

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


def _is_lost(future: Future[list[Result]]) -> bool:
    """Whether the pool of a batch, which is broken, gave it up."""
    return isinstance(future.exception(), BrokenProcessPool)


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the process that the user sees."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
