"""The page that compares decision regions by depth: networks trained side by side."""

from gui.features.comparison.page import ComparisonPage

__all__ = ["ComparisonPage"]
