"""One function over many items by a crew of workers, in order, whatever becomes of the workers.

Items travel in batches, a few batches ahead of what is taken, so that memory does not grow with the work. What was lost
with a worker that died is done again: a batch that kills a worker by itself is done item by item, and the item on which
a worker dies once more is given back as `Died`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, Protocol, TypeVar

__all__ = ["Crew", "Died", "each", "in_order"]

_AHEAD = 3
"""Batches for each worker that are under way or done before they are taken."""
BATCH = 8
"""Items of a batch: few enough that little is done twice, enough that sending them costs little."""

Item = TypeVar("Item")
Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Died(Generic[Item]):
    """An item on which a worker died."""

    item: Item


class Crew(Protocol[Item, Result_co]):
    """Workers that do batches."""

    @property
    def workers(self) -> int:
        """How many batches are done at once."""

    def submit(self, batch: Sequence[Item]) -> Any:
        """Put a batch on the list of work; return what `results` takes to wait for it."""

    def results(self, batch: Sequence[Item], pending: Any) -> Iterable[tuple[Item, Result_co | Died[Item]]]:
        """Return the items of a batch with their results; an exception of the function is raised."""

    def stop(self) -> None:
        """End what is still at work: the caller has all it wants, or was interrupted."""


def in_order(
    crew: Crew[Item, Result], items: Iterable[Item], batch: int = BATCH
) -> Generator[tuple[Item, Result | Died[Item]], None, None]:
    """Yield each item with its result, in the order of the items; close it when done, so that the workers stop."""
    source = iter(items)
    try:
        waiting: deque[tuple[list[Item], Any]] = deque()
        while taken := list(islice(source, batch)):
            waiting.append((taken, crew.submit(taken)))
            if len(waiting) >= crew.workers * _AHEAD:
                yield from crew.results(*waiting.popleft())
        while waiting:
            yield from crew.results(*waiting.popleft())
    finally:
        crew.stop()


def each(function: Callable[[Item], Result], batch: Sequence[Item]) -> list[Result]:
    """Return the results of a batch; what a worker is given to do."""
    return [function(item) for item in batch]
