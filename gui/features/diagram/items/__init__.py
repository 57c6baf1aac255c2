"""What the canvas is painted with. Items only paint: what a point belongs to is asked of the layout."""
