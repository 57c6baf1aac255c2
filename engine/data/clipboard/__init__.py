"""Cells and samples that come from the clipboard.

May import the modules of `data` beside it and what they may import.
"""
