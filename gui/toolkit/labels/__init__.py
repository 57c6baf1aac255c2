"""Labels of several kinds: captions, hints, notes that are cut off, and texts that lie over another widget.

May import the theme and the view of the toolkit.
"""
