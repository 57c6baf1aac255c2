"""The page that compares decision regions by depth: networks trained side by side."""

from gui.comparison.page import ComparisonPage

__all__ = ["ComparisonPage"]
