"""The order of the stages; the only place that knows it.

    language     an article -> its language pack
    extraction   articles -> claims, as written
    dating       claims of each article -> claims dated and linked
    run          what front doors ask for: articles -> claims -> report
    warm         what a further process has loaded before it starts
    comparison   two texts -> how they stand to each other
    archive      records of claims -> facts, by columns
    stored       articles -> a store -> report, facts

Front doors import from here.
"""

from claimcheck.pipeline.archive import Linked
from claimcheck.pipeline.comparison import Comparison, compare
from claimcheck.pipeline.run import extract, extract_all, languages, quantities, read, reconcile, times
from claimcheck.pipeline.stored import Added, Store

__all__ = [
    "Added", "Comparison", "Linked", "Store", "compare", "extract", "extract_all", "languages", "quantities", "read",
    "reconcile", "times",
]  # fmt: skip
