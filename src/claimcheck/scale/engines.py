"""What maps a function over a list, each behind one and the same call: `engine(function, items) -> results`.

The function is one of an installed module, its items are few and its results small: files hold the data. So an engine
is a few lines, and another one is easily put in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from claimcheck.errors import ClusterError
from claimcheck.scale.cluster import in_cluster
from claimcheck.scale.crew import Died
from claimcheck.scale.processes import in_processes

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Engine", "in_turn", "on_dask", "on_processes", "on_spark"]

Item = TypeVar("Item")
Result = TypeVar("Result")


class Engine(Protocol):
    """Maps a function over items; results come in the order of the items, exceptions are raised."""

    def __call__(self, function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        """Return the result of each item."""


def in_turn(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """Do one item after the other in this process."""
    return [function(item) for item in items]


def on_processes(jobs: int, *, module: str) -> Engine:
    """Return an engine of several processes, which have a module loaded when they start."""

    def engine(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        with closing(in_processes(function, items, jobs, module=module, batch=1)) as results:
            return [_alive(result) for _, result in results]

    return engine


def on_dask(client: Client) -> Engine:
    """Return an engine of the workers of a Dask cluster."""

    def engine(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        with closing(in_cluster(function, items, client, batch=1)) as results:
            return [_alive(result) for _, result in results]

    return engine


def on_spark(context: Any) -> Engine:
    """Return an engine of the executors of a `pyspark.SparkContext`."""

    def engine(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
        results: list[Result] = context.parallelize(list(items), max(1, len(items))).map(function).collect()
        return results

    return engine


def _alive(result: Result | Died[Any]) -> Result:
    if isinstance(result, Died):
        raise ClusterError(
            "a part of the work killed its worker, and another that was given it once more; most likely there was too "
            "little memory, of which fewer workers (--jobs) leave more to each"
        )
    return result
