"""The order of the stages; the only place that knows it.

language     an article -> its language pack
run          articles -> claims -> report
comparison   two texts -> how they stand to each other
"""

from claimcheck.pipeline.comparison import Comparison, compare
from claimcheck.pipeline.run import extract, extract_all, languages, quantities, read, reconcile, times

__all__ = ["Comparison", "compare", "extract", "extract_all", "languages", "quantities", "read", "reconcile", "times"]
