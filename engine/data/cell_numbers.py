"""This module reads and writes the numbers in cells of tables without loss."""

from __future__ import annotations


def pointed(cell: str) -> str:
    """A number with a decimal comma as one with a point; what has both stays no number."""
    if "," not in cell:
        return cell
    return cell.replace(",", ".") if "." not in cell and not cell.rstrip().endswith(",") else "?"


def number_in(cell: str, decimal: str = ".") -> float | None:
    """The number that a cell holds; None for texts."""
    try:
        return None if "_" in cell else float(pointed(cell) if decimal == "," else cell)
    except ValueError:
        return None


def number_text(value: float) -> str:
    """A number as short as it can be written without loss; whole ones without a point."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
