"""Work in several processes: in order, the same as in one, and nothing lost but what kills a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

import pytest
from workload import double, fail_on_seven

from claimcheck.scale import Died, in_processes
from claimcheck.scale.processes import _Processes


def die_on_seven(number: int) -> int:
    if number % 10 == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_on_even(number: int) -> int:
    if number % 2 == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize(("items", "jobs"), [(0, 2), (1, 2), (7, 1), (100, 2), (100, 3)])
def test_results_come_in_the_order_of_the_items(items: int, jobs: int) -> None:
    assert list(in_processes(double, range(items), jobs, module="time")) == [(n, n * 2) for n in range(items)]


def test_an_item_on_which_a_process_dies_is_given_back_and_no_other_is_lost() -> None:
    found = list(in_processes(die_on_seven, range(30), 2, module="time"))
    assert found == [(n, Died(n) if n % 10 == 7 else n) for n in range(30)]


def die_on_nought(number: int) -> int:
    if number == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_only_what_may_have_killed_a_process_is_done_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    alone, do_alone = [], _Processes._alone  # noqa: SLF001

    def noted(processes: _Processes[int, int], batch: Sequence[int]) -> list[int] | None:
        alone.append([*batch])
        return do_alone(processes, batch)

    monkeypatch.setattr(_Processes, "_alone", noted)
    found = list(in_processes(die_on_nought, range(12), 2, module="time", batch=2))
    assert found == [(n, n or Died(0)) for n in range(12)]
    assert alone[:3] == [[0, 1], [0], [1]]
    assert len(alone) <= 4  # the other batch that was under way


def test_all_that_kills_processes_is_given_back() -> None:
    found = list(in_processes(die_on_even, range(12), 2, module="time", batch=1))
    assert found == [(n, n if n % 2 else Died(n)) for n in range(12)]


def test_an_exception_of_the_function_is_raised() -> None:
    with pytest.raises(ValueError, match=r"^seven$"):
        list(in_processes(fail_on_seven, range(30), 2, module="time"))


def test_items_are_taken_as_the_work_goes_on() -> None:
    taken = []

    def source() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    found = in_processes(double, source(), 2, module="time")
    assert [result for _, result in islice(found, 20)] == [n * 2 for n in range(20)]
    assert len(taken) < 150
    found.close()


# In a process of its own, to be interrupted: it says when the work has begun.
SCRIPT = """
from contextlib import closing
from time import sleep
from claimcheck.scale import in_processes

if __name__ == "__main__":
    with closing(in_processes(sleep, [0] * 8 + [60] * 100, 2, module="time")) as work:
        next(work)
        print("begun", flush=True)
        list(work)
"""


def test_an_interrupt_ends_it_at_once() -> None:
    command = [sys.executable, "-c", SCRIPT]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(signal.SIGINT)
        try:
            _, errors = process.communicate(timeout=30)
        finally:
            process.kill()  # or a failure would wait for it
    assert process.returncode != 0
    assert errors.count(b"Traceback") == 1
    assert errors.rstrip().endswith(b"KeyboardInterrupt")


def test_a_script_that_its_processes_cannot_read_is_told(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from claimcheck.scale import in_processes\nprint(list(in_processes(abs, range(99), 2, module='time')))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)  # noqa: S603
    assert done.returncode == 1
    assert done.stdout == ""
    assert "ClusterError: processes die as they start; " in done.stderr
    assert 'put what it does under if __name__ == "__main__":\n' in done.stderr
