"""Work spread over processes."""

from claimcheck.scale.processes import Died, in_processes

__all__ = ["Died", "in_processes"]
