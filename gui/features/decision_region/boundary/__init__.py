"""The boundary lines of units in the region plot: drawn, named, and moved by hand."""
