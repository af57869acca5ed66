"""The last stage: a report in every form it can be given out in. Importing it loads none of the libraries they need."""

from claimcheck.report.result import FORMATS, Report

__all__ = ["FORMATS", "Report"]
