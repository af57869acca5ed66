"""The last stage: a report as text, JSON, HTML, rows or a graph. Importing it loads none of the libraries they need."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimcheck.report.result import Report

__all__ = ["FORMATS", "Report"]

FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"text": Report.to_text, "json": Report.to_json, "html": Report.to_html}
)
"""Every output format by the name that users give it."""
