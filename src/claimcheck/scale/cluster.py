"""Work on the workers of a Dask cluster: the only door to Dask.

A task that kills its worker is tried on others first, as often as the scheduler allows (`allowed-failures`).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from claimcheck.errors import ClusterError, MissingExtraError
from claimcheck.scale.crew import BATCH, Died, each, in_order

if TYPE_CHECKING:
    from distributed import Client, Future

__all__ = ["connected", "in_cluster", "workers_of"]

_PATIENCE = 10.0
"""Seconds to wait for a scheduler."""
_FETCHING = 60.0
"""Seconds to wait for a result that is ready: more than Dask takes to find that the worker which has it is gone."""
_NOBODY = 12
"""Waits of `_PATIENCE` seconds in a row without any worker before it gives up."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_cluster(
    function: Callable[[Item], Result], items: Iterable[Item], client: Client, *, batch: int = BATCH
) -> Generator[tuple[Item, Result | Died[Item]], None, None]:
    """Yield each item with what the function returns for it, in the order of the items; close it when done.

    Args:
        function: of a module that the workers can import; an exception that it raises is raised here.
        items: taken as the work goes on.
        client: a client of the cluster.
        batch: how many items travel together.
    """
    return in_order(_Cluster(function, client), items, batch)


class _Cluster(Generic[Item, Result]):
    """The workers of a cluster, however many there are by now."""

    def __init__(self, function: Callable[[Item], Result], client: Client) -> None:
        self._function, self._client = function, client
        self._pending: set[Future[Any]] = set()

    @property
    def workers(self) -> int:
        """How many tasks the cluster does at once."""
        return workers_of(self._client)

    def submit(self, batch: Sequence[Item]) -> Future[Any]:
        """Put a batch on the list of work."""
        future = self._client.submit(each, self._function, list(batch), pure=False)
        self._pending.add(future)
        return future

    def results(self, batch: Sequence[Item], pending: Future[Any]) -> Iterator[tuple[Item, Result | Died[Item]]]:
        """Yield the items of a batch with their results; where it killed its workers, do them again one by one."""
        done = self._result(pending)
        if done is None:
            for item in batch:
                alone = self._result(self.submit([item]))
                yield item, Died(item) if alone is None else alone[0]
        else:
            yield from zip(batch, done, strict=True)

    def stop(self) -> None:
        """Take back what was not begun."""
        self._client.cancel(list(self._pending))  # type: ignore[no-untyped-call]

    def _result(self, future: Future[Any]) -> list[Result] | None:
        """Wait for a batch; return None where it killed the workers that tried it."""
        from distributed.scheduler import KilledWorker  # noqa: PLC0415  # an extra

        looks = 0
        try:
            while looks < _NOBODY:
                try:
                    status = future.status
                    done: list[Result] = future.result(timeout=_PATIENCE if status == "pending" else _FETCHING)
                except TimeoutError:
                    if status == "error":  # the function raised it
                        raise
                    looks = 0 if _threads(self._client) else looks + 1
                else:
                    return done
        except KilledWorker:
            return None
        finally:
            self._pending.discard(future)
        raise ClusterError(f"the cluster has had no worker for {_NOBODY * _PATIENCE:.0f} seconds")


def workers_of(client: Client) -> int:
    """Return how many tasks a cluster does at once: one while its first worker is waited for."""
    return max(1, _threads(client))


def _threads(client: Client) -> int:
    return sum(client.nthreads().values())  # type: ignore[no-untyped-call]


@contextmanager
def connected(scheduler: str | None) -> Iterator[Client | None]:
    """Connect to the scheduler at an address such as "tcp://10.0.0.1:8786", or to none.

    Raises:
        ClusterError: no scheduler answers there.
    """
    if scheduler is None:
        yield None
        return
    with _client(scheduler) as client:
        yield client


def _client(scheduler: str) -> Any:
    try:
        from distributed import Client  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingExtraError("a cluster", error.name or "distributed", "cluster") from error
    try:
        return Client(scheduler, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"{scheduler}: no scheduler of Dask answers: {error}") from error
