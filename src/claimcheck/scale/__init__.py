"""Work spread over processes and clusters."""

from claimcheck.scale.cluster import connected, in_cluster, workers_of
from claimcheck.scale.crew import Died
from claimcheck.scale.engines import Engine, in_turn, on_dask, on_processes, on_spark
from claimcheck.scale.processes import in_processes
from claimcheck.scale.shuffle import in_buckets, write_whole

__all__ = [
    "Died",
    "Engine",
    "connected",
    "in_buckets",
    "in_cluster",
    "in_processes",
    "in_turn",
    "on_dask",
    "on_processes",
    "on_spark",
    "workers_of",
    "write_whole",
]
